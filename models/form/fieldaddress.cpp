// SPDX-License-Identifier: Apache-2.0
#include "models/form/fieldaddress.h"

#include "models/definition/pipelinetypes.h"
#include "models/form/addresstext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::FieldAddress {

namespace {

struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(Sluice::FieldAddress)
};

constexpr auto portPath = "streamingSource.connection.port"_L1;
constexpr auto databasePath = "streamingSource.connection.database"_L1;
constexpr auto usernamePath = "streamingSource.connection.username"_L1;

bool hasField(const QString &source, QLatin1StringView path)
{
    const TypeInfo *type = findSourceType(source);
    return type &&
           std::any_of(type->fields.begin(), type->fields.end(), [path](const Field &field) {
               return QLatin1StringView(field.path) == path;
           });
}

QString labelOf(const QString &source)
{
    const TypeInfo *type = findSourceType(source);
    return type ? QCoreApplication::translate("Form", type->label) : source;
}

QString fillIn(QStringList names)
{
    if (names.size() == 1)
        return Phrases::tr("Fill in the host");
    const QString last = names.takeLast();
    return Phrases::tr("Fill in %1 and %2", "host, port, database and username")
        .arg(names.join(Phrases::tr(", ", "between parts")), last);
}

FieldAdvice ofDatabase(const Field &field, const AddressText::Database &address,
                       const QString &source)
{
    if (!address.source.isEmpty() && !source.isEmpty() &&
        address.source.compare(source, Qt::CaseInsensitive) != 0)
        return {Phrases::tr("Enter the host alone. This is an address of %1, but the source is %2.")
                    .arg(labelOf(address.source), labelOf(source))};
    FieldAdvice advice;
    advice.fix.values.append({field.definitionPath(), address.host});
    const bool hasPort = address.port > 0;
    const bool hasDatabase = !address.database.isEmpty() && hasField(source, databasePath);
    const bool hasUser = !address.user.isEmpty() && hasField(source, usernamePath);
    QStringList parts{Phrases::tr("host %1").arg(address.host)};
    QStringList names{Phrases::tr("host")};
    QStringList leftOut = address.leftOut;
    if (hasPort) {
        parts.append(Phrases::tr("port %1").arg(address.port));
        names.append(Phrases::tr("port"));
        advice.fix.values.append({DefinitionPath::fromText(portPath), address.port});
    }
    if (hasDatabase) {
        parts.append(Phrases::tr("database %1").arg(address.database));
        names.append(Phrases::tr("database"));
        advice.fix.values.append({DefinitionPath::fromText(databasePath), address.database});
    } else if (!address.database.isEmpty()) {
        leftOut.append(Phrases::tr("the database %1").arg(address.database));
    }
    if (hasUser) {
        parts.append(Phrases::tr("user %1").arg(address.user));
        names.append(Phrases::tr("username"));
        advice.fix.values.append({DefinitionPath::fromText(usernamePath), address.user});
    } else if (!address.user.isEmpty()) {
        leftOut.append(Phrases::tr("the user %1").arg(address.user));
    }
    advice.text = Phrases::tr("Enter the host alone. This address names %1.")
                      .arg(parts.join(Phrases::tr(", ", "between parts")));
    if (!leftOut.isEmpty())
        advice.text +=
            u' ' +
            Phrases::tr("Not filled in: %1.").arg(leftOut.join(Phrases::tr(", ", "between parts")));
    advice.fix.label = fillIn(names);
    return advice;
}

FieldAdvice ofAccount(const Field &field, const AddressText::Account &account)
{
    FieldAdvice advice{
        Phrases::tr("Enter the account alone. In this address it is %1.").arg(account.name)};
    if (account.hasMore)
        advice.text +=
            u' ' + Phrases::tr("User, role, database and settings have their own fields.");
    advice.fix = {Phrases::tr("Fill in the account"), {{field.definitionPath(), account.name}}};
    return advice;
}

} // namespace

FieldAdvice advice(const Field &field, const QString &text, const QString &source)
{
    if (field.reads == Reads::DatabaseAddress) {
        const auto address = AddressText::readDatabase(text);
        return address ? ofDatabase(field, *address, source) : FieldAdvice();
    }
    if (field.reads == Reads::SnowflakeAccount) {
        const auto account = AddressText::readAccount(text);
        return account ? ofAccount(field, *account) : FieldAdvice();
    }
    return {};
}

FieldAdvice refusal(const Field &field, const QString &text, const QString &source)
{
    if (field.reads == Reads::Text || !AddressText::mayHoldPassword(text))
        return {};
    FieldAdvice refused = advice(field, text, source);
    refused.text = (Phrases::tr("There may be a password in this text, so it was not taken. A "
                                "definition holds no secrets, only references to them.") +
                    u' ' + refused.text)
                       .trimmed();
    return refused;
}

} // namespace Sluice::FieldAddress
