// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/texthits.h"

#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace Sluice {

namespace {

// The letters of the text that belong to a hit.
QList<QTextLayout::FormatRange> hitRuns(const QString &text, const QStringList &words)
{
    QList<QTextLayout::FormatRange> runs;
    for (const QString &word : words) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            runs.append({int(at), int(word.size()), {}});
    }
    return runs;
}

} // namespace

void paintHits(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
               Qt::LayoutDirection direction, const TextHits &hits)
{
    const QList<QTextLayout::FormatRange> runs = hitRuns(text, hits.words);
    if (runs.isEmpty() || rect.width() <= 0)
        return;
    QTextOption option;
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    const Tokens &tokens = tokensFor(hits.palette);
    const int height = QFontMetrics(font).height();
    const int top = rect.top() + (rect.height() - height) / 2;
    for (const QTextLayout::FormatRange &run : runs) {
        const qreal from = line.cursorToX(run.start);
        const qreal to = line.cursorToX(run.start + run.length);
        const int left = rect.left() + qRound(std::min(from, to));
        const QRect ground(left, top, rect.left() + qRound(std::max(from, to)) - left, height);
        painter->fillRect(ground.intersected(rect), tokens.hit);
        painter->fillRect(
            QRect(ground.left(), ground.bottom(), ground.width(), 1).intersected(rect),
            tokens.warning);
    }
}

} // namespace Sluice
