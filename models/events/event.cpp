// SPDX-License-Identifier: Apache-2.0
#include "models/events/event.h"

#include "models/support/agetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Kind = Event::Kind;
using Category = Event::Category;
using Severity = Event::Severity;

struct EventText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Event)
};

struct KindFacts {
    Kind kind;
    const char *word;
    Category category;
    Severity severity;
};

constexpr std::array kindTable{
    KindFacts{Kind::StateChanged, "state-changed", Category::State, Severity::Information},
    KindFacts{Kind::StoppedUnexpectedly, "stopped-unexpectedly", Category::State,
              Severity::Problem},
    KindFacts{Kind::CommandSent, "command-sent", Category::Command, Severity::Information},
    KindFacts{Kind::ActionFailed, "action-failed", Category::Api, Severity::Warning},
    KindFacts{Kind::Created, "created", Category::Change, Severity::Information},
    KindFacts{Kind::Saved, "saved", Category::Change, Severity::Information},
    KindFacts{Kind::ChangedElsewhere, "changed-elsewhere", Category::Change, Severity::Warning},
    KindFacts{Kind::Deleted, "deleted", Category::Change, Severity::Information},
    KindFacts{Kind::GoneElsewhere, "gone-elsewhere", Category::Change, Severity::Warning},
    KindFacts{Kind::AccountTrouble, "account-trouble", Category::Api, Severity::Problem},
    KindFacts{Kind::AccountWell, "account-well", Category::Api, Severity::Information},
    KindFacts{Kind::NotObserved, "not-observed", Category::Gap, Severity::Information},
    KindFacts{Kind::Alerted, "alert", Category::Alert, Severity::Problem},
    KindFacts{Kind::AlertSettled, "alert-settled", Category::Alert, Severity::Information},
};

constexpr std::array gapTable{
    std::pair{Event::Gap::Closed, "closed"}, std::pair{Event::Gap::Asleep, "asleep"},
    std::pair{Event::Gap::Paused, "paused"}, std::pair{Event::Gap::Hidden, "hidden"},
    std::pair{Event::Gap::Budget, "budget"},
};

const KindFacts &factsOf(Kind kind)
{
    for (const KindFacts &facts : kindTable) {
        if (facts.kind == kind)
            return facts;
    }
    return kindTable.front();
}

QString statusText(const QString &status)
{
    return badgeWord(badgeOf(pipelineStateFrom(status)), status);
}

QString changeText(const Event &event)
{
    const QString change =
        EventText::tr("%1 → %2").arg(statusText(event.before), statusText(event.after));
    const bool isWide = event.began.isValid() && event.began.msecsTo(event.at) > longestPauseMs;
    return isWide ? EventText::tr("%1, at some time in the last %2")
                        .arg(change, durationText(event.began, event.at))
                  : change;
}

QString gapText(const Event &event)
{
    // Of an account: some of its pipelines, the longest time.
    const QString length = durationText(event.began, event.at);
    QString gap = event.key.account.isEmpty()
                      ? EventText::tr("Not observed for %1.").arg(length)
                      : EventText::tr("Not observed for up to %1.").arg(length);
    const auto with = [&gap](const QString &reason) { return gap + u' ' + reason; };
    if (event.before == gapWord(Event::Gap::Closed))
        return with(EventText::tr("Sluice was not running."));
    if (event.before == gapWord(Event::Gap::Asleep))
        return with(EventText::tr("This computer was asleep."));
    if (event.before == gapWord(Event::Gap::Paused))
        return with(EventText::tr("The window was hidden."));
    if (event.before == gapWord(Event::Gap::Hidden))
        return with(
            EventText::tr("The window was hidden. Pipelines that ran were checked all the same."));
    if (event.before == gapWord(Event::Gap::Budget))
        return with(EventText::tr("Checks waited for their turn."));
    return gap;
}

QString goneText(const Event &event)
{
    if (!event.detail.isEmpty())
        return event.detail;
    const QString gone = EventText::tr("Gone from the server, not deleted from here");
    return event.began.isValid() ? EventText::tr("%1, at some time in the last %2")
                                       .arg(gone, durationText(event.began, event.at))
                                 : gone;
}

QString withDetail(const QString &text, const QString &detail)
{
    return detail.isEmpty() ? text : EventText::tr("%1: %2").arg(text, detail);
}

} // namespace

Category Event::category() const
{
    return factsOf(kind).category;
}

Severity Event::severity() const
{
    return factsOf(kind).severity;
}

bool Event::isOwnDeed() const
{
    return kind == Kind::CommandSent || kind == Kind::Created || kind == Kind::Saved ||
           kind == Kind::Deleted;
}

QString Event::text() const
{
    switch (kind) {
    case Kind::StateChanged: return changeText(*this);
    case Kind::StoppedUnexpectedly:
        return EventText::tr("%1. No stop from here explains it.").arg(changeText(*this));
    case Kind::CommandSent:
        return after == "stop"_L1 ? EventText::tr("Stop sent and accepted")
                                  : EventText::tr("Start sent and accepted");
    case Kind::ActionFailed: return detail;
    case Kind::Created: return EventText::tr("Created from here");
    case Kind::Saved: return withDetail(EventText::tr("Saved from here"), detail);
    case Kind::ChangedElsewhere: return withDetail(EventText::tr("Changed, not from here"), detail);
    case Kind::Deleted: return EventText::tr("Deleted from here");
    case Kind::GoneElsewhere: return goneText(*this);
    case Kind::AccountTrouble: return detail;
    case Kind::AccountWell:
        return began.isValid()
                   ? EventText::tr("Over after %1: %2").arg(durationText(began, at), detail)
                   : EventText::tr("Over: %1").arg(detail);
    case Kind::Alerted: return EventText::tr("Alert: %1").arg(detail);
    case Kind::AlertSettled:
        return EventText::tr("Settled after %1: %2").arg(durationText(began, at), detail);
    case Kind::NotObserved:
        return detail.isEmpty() ? gapText(*this) : gapText(*this) + u' ' + detail;
    }
    return detail;
}

QString Event::searchText() const
{
    return QStringList{text(), name, projectName, accountName, categoryText(category())}
        .join(u'\n')
        .toLower();
}

QString eventWord(Kind kind)
{
    return QLatin1String(factsOf(kind).word);
}

std::optional<Kind> eventKind(const QString &word)
{
    for (const KindFacts &facts : kindTable) {
        if (word == QLatin1String(facts.word))
            return facts.kind;
    }
    return std::nullopt;
}

QString gapWord(Event::Gap gap)
{
    for (const auto &[each, word] : gapTable) {
        if (each == gap)
            return QLatin1String(word);
    }
    return {};
}

QList<Kind> eventKinds()
{
    QList<Kind> kinds;
    for (const KindFacts &facts : kindTable)
        kinds.append(facts.kind);
    return kinds;
}

QString categoryText(Category category)
{
    switch (category) {
    case Category::State: return EventText::tr("State");
    case Category::Command: return EventText::tr("Command");
    case Category::Change: return EventText::tr("Change");
    case Category::Api: return EventText::tr("API");
    case Category::Gap: return EventText::tr("Gap");
    case Category::Alert: return EventText::tr("Alert");
    }
    return {};
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Information: return u"information"_s;
    case Severity::Warning: return u"warning"_s;
    case Severity::Problem: return u"problem"_s;
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Information: return EventText::tr("Information");
    case Severity::Warning: return EventText::tr("Warning");
    case Severity::Problem: return EventText::tr("Problem");
    }
    return {};
}

} // namespace Sluice
