// SPDX-License-Identifier: Apache-2.0
#include "models/support/csvtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString csvCell(QString text)
{
    // A spreadsheet reads what begins so as a formula: also behind blanks, and in full width.
    static const QString formula = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212"_s;
    const QStringView begin = QStringView(text).trimmed();
    const bool isFormula = (!begin.isEmpty() && formula.contains(begin.front())) ||
                           text.startsWith(u'\t') || text.startsWith(u'\r');
    if (isFormula)
        text.prepend(u'\'');
    // ";" parts the cells where "," is the decimal sign; "\t" does when cells are pasted.
    static const QString parting = u",;\t\"\r\n"_s;
    const bool isQuoted =
        std::any_of(text.cbegin(), text.cend(), [](QChar each) { return parting.contains(each); });
    return isQuoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

QByteArray csvText(const QList<QStringList> &table)
{
    QString text;
    for (const QStringList &row : table) {
        QStringList written;
        for (const QString &cell : row)
            written.append(csvCell(cell));
        text += written.join(u',') + u"\r\n"_s;
    }
    return text.toUtf8();
}

} // namespace Sluice
