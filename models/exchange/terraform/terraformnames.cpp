// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/terraform/terraformnames.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::TerraformNames {

namespace {

struct SideName {
    const char *type;
    const char *attribute;
    bool isNewer = false; // only the newest documentation of the provider has it
};

// All other names are those of the API in snake case. The provider has no place for a type without
// a row.
constexpr std::array sideNames{
    SideName{"postgres", "postgres_source"},
    SideName{"sqlserver", "sql_server_source"},
    SideName{"mysql", "mysql_source"},
    SideName{"oracle", "oracle_source"},
    SideName{"db2ibmi", "db2_ibm_i_source"},
    SideName{"snowflake", "snowflake_target"},
    SideName{"s3", "s3_target"},
    SideName{"abs", "abs_target"},
    SideName{"gcs", "gcs_target", true},
};

const SideName *find(const TypeInfo *type)
{
    const auto found = std::find_if(sideNames.begin(), sideNames.end(), [type](SideName name) {
        return type && qstrcmp(name.type, type->id) == 0;
    });
    return found == sideNames.end() ? nullptr : &*found;
}

} // namespace

QString side(const TypeInfo *type)
{
    const SideName *name = find(type);
    return name ? QString::fromLatin1(name->attribute) : QString();
}

bool isNewer(const TypeInfo *type)
{
    const SideName *name = find(type);
    return name && name->isNewer;
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
