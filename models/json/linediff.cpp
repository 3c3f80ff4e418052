// SPDX-License-Identifier: Apache-2.0
#include "models/json/linediff.h"

#include <dtl/dtl.hpp>

#include <QHash>
#include <QStringList>

#include <vector>

namespace Sluice {

namespace {

using Lines = std::vector<int>; // each different line is a number: comparing is cheap

class Numbers
{
public:
    Lines of(const QStringList &lines)
    {
        Lines numbers;
        numbers.reserve(std::size_t(lines.size()));
        for (const QString &line : lines) {
            const auto known = m_numbers.constFind(line);
            const int number = known == m_numbers.constEnd() ? int(m_numbers.size()) : *known;
            if (known == m_numbers.constEnd())
                m_numbers.insert(line, number);
            numbers.push_back(number);
        }
        return numbers;
    }

private:
    QHash<QString, int> m_numbers;
};

// Collects removed and added lines until a common one comes, then sets them beside each other.
class Rows
{
public:
    void remove(int number, const QString &line) { m_removed.append({number, line}); }

    void add(int number, const QString &line) { m_added.append({number, line}); }

    void keep(int left, int right, const QString &line)
    {
        close();
        m_rows.append({LinePair::Kind::Same, left, right, line, line});
    }

    QList<LinePair> take()
    {
        close();
        return m_rows;
    }

private:
    struct Line {
        int number = 0;
        QString text;
    };

    void close()
    {
        for (qsizetype row = 0; row < qMax(m_removed.size(), m_added.size()); ++row) {
            const Line left = m_removed.value(row);
            const Line right = m_added.value(row);
            const LinePair::Kind kind = left.number == 0    ? LinePair::Kind::Added
                                        : right.number == 0 ? LinePair::Kind::Removed
                                                            : LinePair::Kind::Changed;
            m_rows.append({kind, left.number, right.number, left.text, right.text});
        }
        m_removed.clear();
        m_added.clear();
    }

    QList<Line> m_removed;
    QList<Line> m_added;
    QList<LinePair> m_rows;
};

} // namespace

QList<LinePair> lineDiff(const QString &left, const QString &right)
{
    const QStringList leftLines = left.split(u'\n');
    const QStringList rightLines = right.split(u'\n');
    Numbers numbers;
    const Lines one = numbers.of(leftLines);
    const Lines other = numbers.of(rightLines);
    dtl::Diff<int, Lines> diff(one, other);
    diff.onHuge();
    diff.compose();
    Rows rows;
    const auto script = diff.getSes().getSequence();
    for (const auto &[line, info] : script) {
        const int leftNumber = int(info.beforeIdx);
        const int rightNumber = int(info.afterIdx);
        switch (info.type) {
        case dtl::SES_DELETE: rows.remove(leftNumber, leftLines.at(leftNumber - 1)); break;
        case dtl::SES_ADD: rows.add(rightNumber, rightLines.at(rightNumber - 1)); break;
        default: rows.keep(leftNumber, rightNumber, leftLines.at(leftNumber - 1)); break;
        }
    }
    return rows.take();
}

QList<LinePair> folded(const QList<LinePair> &lines, int context)
{
    QList<bool> isShown(lines.size(), false);
    for (qsizetype row = 0; row < lines.size(); ++row) {
        if (lines.at(row).kind == LinePair::Kind::Same)
            continue;
        const qsizetype last = qMin(lines.size() - 1, row + context);
        for (qsizetype near = qMax(qsizetype(0), row - context); near <= last; ++near)
            isShown[near] = true;
    }
    QList<LinePair> shown;
    for (qsizetype row = 0; row < lines.size(); ++row) {
        if (isShown.at(row))
            shown.append(lines.at(row));
        else if (shown.isEmpty() || shown.constLast().kind != LinePair::Kind::Fold)
            shown.append({LinePair::Kind::Fold});
    }
    return shown;
}

} // namespace Sluice
