// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sluice::TableWords {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sluice::TableWords)
};

// The first few texts, shortened when they are long.
QString some(const QStringList &texts)
{
    QStringList shown = texts.mid(0, 3);
    for (QString &text : shown)
        text = u"“%1”"_s.arg(text.size() > 40 ? text.left(40) + u'…' : text);
    if (texts.size() > shown.size())
        shown.append(u"…"_s);
    return shown.join(u", "_s);
}

} // namespace

QString added(int count)
{
    return Text::tr("%n table(s) added.", nullptr, count);
}

QString removed(int count)
{
    return Text::tr("%n table(s) removed.", nullptr, count);
}

QString refused(const TablesModel::Replaced &replaced)
{
    if (!replaced.repeated.isEmpty())
        return Text::tr("Nothing was replaced: %1 would be in the list more than once.")
            .arg(some(replaced.repeated));
    if (!replaced.emptied.isEmpty())
        return Text::tr("Nothing was replaced: of %1 no schema or no table would be left.")
            .arg(some(replaced.emptied));
    return {};
}

QString thinned(const TablesModel::Thinned &thinned)
{
    QString words = Text::tr("%n repeated table(s) removed.", nullptr, thinned.removed);
    if (thinned.left > 0)
        words += u' ' + Text::tr("Kept, because they differ in other properties, which the JSON "
                                 "shows: %1.")
                            .arg(thinned.left);
    return words;
}

QString repeats(int count)
{
    return count == 0 ? QString()
                      : Text::tr("%n row(s) repeat a table above them.", nullptr, count);
}

} // namespace Sluice::TableWords
