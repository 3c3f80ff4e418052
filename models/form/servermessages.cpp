// SPDX-License-Identifier: Apache-2.0
#include "models/form/servermessages.h"

#include "models/definition/definitionpath.h"
#include "models/form/fieldcheck.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::ServerMessages {

namespace {

struct ServerText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ServerMessages)
};

// More messages would push their field out of sight.
constexpr qsizetype mostMessages = 3;

// The guide's words, and the others that mean that the value is missing or is none of those
// allowed.
bool isExplainedByHint(const QString &message)
{
    static constexpr std::array known{"must not be null"_L1, "must not be empty"_L1,
                                      "must not be blank"_L1, "must be between"_L1,
                                      "must be one of"_L1};
    return std::any_of(known.begin(), known.end(), [&message](QLatin1String words) {
        return message.startsWith(words, Qt::CaseInsensitive);
    });
}

QString hintFor(const Field &field, const QString &place, const QString &message)
{
    if (!isExplainedByHint(message))
        return {};
    return place.isEmpty() ? FieldCheck::hint(field) : FieldCheck::partHint(field, place);
}

} // namespace

QString placeIn(const Field &field, const QString &path)
{
    const qsizetype above = field.definitionPath().size();
    const QStringList keys = DefinitionPath::fromText(path).keys().mid(above);
    QString place;
    for (const QString &key : keys) {
        bool isIndex = false;
        key.toUInt(&isIndex);
        if (isIndex && field.kind == FieldKind::Tables)
            place += u'[' + key + u']';
        else
            place += place.isEmpty() ? key : u'.' + key;
    }
    return place;
}

QString text(const Field &field, const QString &problem, const QList<Violation> &violations)
{
    QStringList sentences;
    if (!problem.isEmpty())
        sentences.append(problem);
    for (const Violation &violation : violations.first(qMin(violations.size(), mostMessages))) {
        const QString place = placeIn(field, violation.field);
        const QString hint = hintFor(field, place, violation.message);
        // The client check says already what to do about this value. Once is enough.
        const bool isSaid =
            hint.isEmpty() || sentences.contains(hint) || (place.isEmpty() && !problem.isEmpty());
        if (!isSaid)
            sentences.append(hint);
        if (place.isEmpty() || !hint.isEmpty())
            sentences.append(ServerText::tr("The server says: \"%1\".").arg(violation.message));
        else
            sentences.append(
                ServerText::tr("The server says of %1: \"%2\".").arg(place, violation.message));
    }
    if (violations.size() > mostMessages)
        sentences.append(
            ServerText::tr("Further messages: %1.").arg(violations.size() - mostMessages));
    return sentences.join(u' ');
}

QString clipped(const QString &message)
{
    constexpr qsizetype mostShown = 400; // characters
    return message.size() <= mostShown ? message : message.left(mostShown) + u'…';
}

} // namespace Sluice::ServerMessages
