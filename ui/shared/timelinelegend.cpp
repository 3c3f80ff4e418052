// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/timelinelegend.h"

#include "models/definition/pipelinestate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/timelinepainter.h"

#include <QPainter>
#include <QStyle>

#include <array>

namespace Sluice {

namespace {

constexpr int sampleWidth = 12;
constexpr int sampleHeight = 12;
constexpr int distance = 12;

constexpr std::array legendStates{PipelineState::Streaming, PipelineState::Snapshotting,
                                  PipelineState::Starting,  PipelineState::NotRunning,
                                  PipelineState::Unknown,   PipelineState::NotChecked};

QString wordOf(PipelineState state)
{
    switch (state) {
    case PipelineState::Starting: return TimelineLegend::tr("Changing");
    case PipelineState::NotChecked: return TimelineLegend::tr("Not observed");
    default: return badgeWord(badgeOf(state));
    }
}

} // namespace

TimelineLegend::TimelineLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize TimelineLegend::sizeHint() const
{
    const QFontMetrics metrics(smallFont());
    int width = 0;
    for (const PipelineState state : legendStates)
        width += sampleWidth + Size::IconText + metrics.horizontalAdvance(wordOf(state)) + distance;
    return {width, qMax(sampleHeight, metrics.height())};
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(smallFont());
    const QFontMetrics metrics(smallFont());
    int x = 0;
    for (const PipelineState state : legendStates) {
        const QRect sample(x, (height() - sampleHeight) / 2, sampleWidth, sampleHeight);
        paintTimelineSample(&painter, QStyle::visualRect(layoutDirection(), rect(), sample), state,
                            palette());
        x += sampleWidth + Size::IconText;
        const QString word = wordOf(state);
        const int width = metrics.horizontalAdvance(word);
        painter.setPen(tokensFor(palette()).textSecondary);
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width + 1, height())),
            Qt::AlignVCenter | Qt::AlignLeft, word);
        x += width + distance;
    }
}

} // namespace Sluice
