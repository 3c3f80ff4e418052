// SPDX-License-Identifier: Apache-2.0
#include "models/events/eventfilter.h"

#include <algorithm>

namespace Sluice {

QList<Event::Kind> EventFilter::kinds() const
{
    QList<Event::Kind> kinds = eventKinds();
    kinds.removeIf([this](Event::Kind kind) {
        Event event;
        event.kind = kind;
        return event.severity() < least ||
               (!categories.isEmpty() && !categories.contains(event.category()));
    });
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
    return !key.isValid() && key.account == pipeline.account;
}

bool EventFilter::passes(const Event &event) const
{
    if (!concerns(event.key) || (from.isValid() && event.at < from) ||
        !kinds().contains(event.kind))
        return false;
    const QString shown = event.searchText();
    const QStringList wanted = words();
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&shown](const QString &word) { return shown.contains(word); });
}

} // namespace Sluice
