// SPDX-License-Identifier: Apache-2.0
#include "models/events/shiftreport.h"

#include "models/support/agetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct ShiftText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ShiftReport)
};

// The lines of a report in their order: the worst first.
struct LineRule {
    const char *what;
    Badge badge;
    bool (*matches)(const Event &event);
};

bool isChangeTo(const Event &event, PipelineState state)
{
    return event.kind == Event::Kind::StateChanged && pipelineStateFrom(event.after) == state;
}

constexpr std::array rules{
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Stopped unexpectedly, or by someone else"),
             Badge::StoppedUnexpectedly,
             [](const Event &event) { return event.kind == Event::Kind::StoppedUnexpectedly; }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Became unknown"), Badge::Unknown,
             [](const Event &event) { return isChangeTo(event, PipelineState::Unknown); }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Stopped"), Badge::Stopped,
             [](const Event &event) { return isChangeTo(event, PipelineState::NotRunning); }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Snapshot finished"), Badge::Snapshotting,
             [](const Event &event) {
                 return isChangeTo(event, PipelineState::Streaming) &&
                        pipelineStateFrom(event.before) == PipelineState::Snapshotting;
             }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Started"), Badge::Streaming,
             [](const Event &event) {
                 const PipelineState before = pipelineStateFrom(event.before);
                 return isChangeTo(event, PipelineState::Streaming) &&
                        before != PipelineState::Snapshotting && before != PipelineState::Unknown;
             }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Changed, not from here"), Badge::NotChecked,
             [](const Event &event) { return event.kind == Event::Kind::ChangedElsewhere; }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Gone, not deleted from here"),
             Badge::NotChecked,
             [](const Event &event) { return event.kind == Event::Kind::GoneElsewhere; }},
    LineRule{QT_TRANSLATE_NOOP("Sluice::ShiftReport", "Could not be read"), Badge::NotChecked,
             [](const Event &event) { return event.kind == Event::Kind::AccountTrouble; }},
};

// A gap of one account's checks is none of the program, and while the window was hidden those that
// ran were checked. Gaps may overlap.
qint64 notObservedIn(const QList<Event> &events, const QDateTime &since)
{
    QList<std::pair<QDateTime, QDateTime>> gaps;
    for (const Event &event : events) {
        if (event.kind == Event::Kind::NotObserved && event.key.account.isEmpty() &&
            event.before != gapWord(Event::Gap::Hidden))
            gaps.append({std::max(event.began, since), event.at});
    }
    std::sort(gaps.begin(), gaps.end());
    qint64 sum = 0;
    QDateTime end = since;
    for (const auto &[began, ended] : std::as_const(gaps)) {
        const QDateTime from = std::max(began, end);
        if (ended <= from)
            continue;
        sum += from.msecsTo(ended);
        end = ended;
    }
    return sum;
}

QString clock(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), u"ddd d MMM HH:mm"_s);
}

} // namespace

ShiftReport::ShiftReport(const QList<Event> &events, const QDateTime &since, const QDateTime &until)
    : m_since(since)
    , m_until(until)
{
    for (const LineRule &rule : rules) {
        Line line;
        QSet<PipelineKey> keys;
        line.what = ShiftText::tr(rule.what);
        line.badge = rule.badge;
        for (const Event &event : events) {
            if (!rule.matches(event))
                continue;
            line.severity = std::max(line.severity, event.severity());
            if (keys.contains(event.key))
                continue;
            keys.insert(event.key);
            const QString name = event.key.isValid() ? event.name : event.accountName;
            // Two projects may have pipelines of one name.
            line.names.append(line.names.contains(name)
                                  ? ShiftText::tr("%1 (%2)").arg(name, event.projectName)
                                  : name);
        }
        if (!line.names.isEmpty())
            m_lines.append(line);
    }
    m_notObserved = notObservedIn(events, since);
}

QString ShiftReport::summary() const
{
    QStringList parts;
    for (const Line &line : m_lines)
        parts.append(ShiftText::tr("%1: %L2").arg(line.what).arg(line.names.size()));
    return parts.join(u", "_s);
}

QString ShiftReport::text() const
{
    QStringList lines{ShiftText::tr("Sluice, %1 to %2").arg(clock(m_since), clock(m_until))};
    for (const Line &line : m_lines)
        lines.append(ShiftText::tr("%1 (%L2): %3")
                         .arg(line.what)
                         .arg(line.names.size())
                         .arg(line.names.join(u", "_s)));
    if (m_lines.isEmpty())
        lines.append(ShiftText::tr("Nothing happened, as far as it was observed."));
    if (m_notObserved > 0)
        lines.append(ShiftText::tr("Not observed: %1")
                         .arg(durationText(QDateTime::fromMSecsSinceEpoch(0),
                                           QDateTime::fromMSecsSinceEpoch(m_notObserved))));
    return lines.join(u'\n') + u'\n';
}

} // namespace Sluice
