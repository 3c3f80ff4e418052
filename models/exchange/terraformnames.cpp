// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/terraformnames.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::TerraformNames {

namespace {

struct SideName {
    const char *type;
    const char *attribute;
};

// All other names are the API's in snake case. No row, no place in the provider.
constexpr std::array sideNames{
    SideName{"postgres", "postgres_source"},
    SideName{"sqlserver", "sql_server_source"},
    SideName{"mysql", "mysql_source"},
    SideName{"oracle", "oracle_source"},
    SideName{"db2ibmi", "db2_ibm_i_source"},
    SideName{"snowflake", "snowflake_target"},
    SideName{"s3", "s3_target"},
    SideName{"abs", "abs_target"},
};

} // namespace

QString side(const TypeInfo *type)
{
    const auto found = std::find_if(sideNames.begin(), sideNames.end(), [type](SideName name) {
        return type && qstrcmp(name.type, type->id) == 0;
    });
    return found == sideNames.end() ? QString() : QString::fromLatin1(found->attribute);
}

QString attribute(const QString &name)
{
    QString snake;
    for (const QChar letter : name) {
        if (letter.isUpper())
            snake += u'_';
        snake += letter.toLower();
    }
    return snake;
}

} // namespace Sluice::TerraformNames
