// SPDX-License-Identifier: Apache-2.0
#include "models/events/eventfilter.h"

#include <algorithm>

namespace Sluice {

namespace {

constexpr qsizetype mostWords = 20; // more do not help, and a database has its limits

} // namespace

QStringList EventFilter::words() const
{
    QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words.mid(0, mostWords);
}

bool EventFilter::passes(Event::Kind kind) const
{
    Event event;
    event.kind = kind;
    return event.severity() >= least &&
           (categories.isEmpty() || categories.contains(event.category()));
}

QList<Event::Kind> EventFilter::kinds() const
{
    QList<Event::Kind> kinds = eventKinds();
    kinds.removeIf([this](Event::Kind kind) { return !passes(kind); });
    return kinds;
}

bool EventFilter::concerns(const PipelineKey &key) const
{
    if (key.account.isEmpty())
        return true;
    if (!account.isEmpty() && key.account != account)
        return false;
    if (!pipeline.isValid() || key == pipeline)
        return true;
    const bool isOfItsPlace = key.project.isEmpty() || key.project == pipeline.project;
    return !key.isValid() && key.account == pipeline.account && isOfItsPlace;
}

bool EventFilter::passes(const Event &event) const
{
    if (!concerns(event.key) || (from.isValid() && event.at < from) || !passes(event.kind))
        return false;
    const QStringList wanted = words();
    if (wanted.isEmpty())
        return true;
    const QString shown = event.searchText();
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&shown](const QString &word) { return shown.contains(word); });
}

} // namespace Sluice
