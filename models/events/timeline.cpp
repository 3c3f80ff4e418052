// SPDX-License-Identifier: Apache-2.0
#include "models/events/timeline.h"

#include "models/events/event.h"
#include "models/support/agetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

struct TimelineText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Timeline)
};

QDateTime momentOf(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time);
}

QString lengthText(qint64 length)
{
    return durationText(momentOf(0), momentOf(length));
}

} // namespace

Timeline::Timeline(const QList<ObservedSpan> &spans, qint64 from, qint64 to)
{
    qint64 end = from;
    for (auto span = spans.cbegin(); span != spans.cend(); ++span) {
        // What was seen last goes on until the next look, when that came soon enough.
        const auto next = std::next(span);
        const qint64 nextLook = next == spans.cend() ? to : next->began;
        const qint64 last =
            nextLook - span->ended <= longestPauseMs ? qMax(nextLook, span->began) : span->ended;
        const qint64 begin = qMax(span->began, end);
        if (last <= begin || begin >= to)
            continue;
        add(end, begin, PipelineState::NotChecked);
        end = qMin(last, to);
        add(begin, end, span->state);
    }
    add(end, to, PipelineState::NotChecked);
}

void Timeline::add(qint64 from, qint64 to, PipelineState state)
{
    if (from >= to)
        return;
    if (!m_parts.isEmpty() && m_parts.last().state == state)
        m_parts.last().to = to;
    else
        m_parts.append({from, to, state});
}

const TimelinePart *Timeline::partAt(qint64 time) const
{
    const auto part =
        std::upper_bound(m_parts.cbegin(), m_parts.cend(), time,
                         [](qint64 wanted, const TimelinePart &each) { return wanted < each.to; });
    return part != m_parts.cend() && part->from <= time ? &*part : nullptr;
}

qint64 Timeline::observed() const
{
    qint64 sum = 0;
    for (const TimelinePart &part : m_parts)
        sum += part.isObserved() ? part.length() : 0;
    return sum;
}

qint64 Timeline::spentIn(PipelineState state) const
{
    qint64 sum = 0;
    for (const TimelinePart &part : m_parts)
        sum += part.state == state ? part.length() : 0;
    return sum;
}

QString Timeline::text() const
{
    const qint64 all = observed();
    if (all == 0)
        return TimelineText::tr("Not observed");
    // Rounded down: 100 % stands for the whole time.
    const qint64 perMille = spentIn(PipelineState::Streaming) * 1000 / all;
    const double percent = double(perMille) / 10;
    return TimelineText::tr("%1 % streaming of %2 observed")
        .arg(QLocale().toString(percent, 'f', percent == 0 || percent == 100 ? 0 : 1),
             lengthText(all));
}

QString Timeline::partText(const TimelinePart &part)
{
    const QDateTime from = momentOf(part.from);
    const QDateTime to = momentOf(part.to);
    const bool isLong = part.length() > dayMs || from.date() != to.date();
    const QString format = isLong ? u"ddd d MMM HH:mm"_s : u"HH:mm:ss"_s;
    const QString what =
        part.isObserved() ? badgeWord(badgeOf(part.state)) : TimelineText::tr("Not observed");
    return TimelineText::tr("%1, %2 to %3 (%4)")
        .arg(what, QLocale().toString(from, format), QLocale().toString(to, format),
             lengthText(part.length()));
}

} // namespace Sluice
