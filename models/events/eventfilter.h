// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"

#include <QSet>

namespace Sluice {

// Which events are asked for. What is empty or invalid restricts nothing. What concerns an account
// or a project concerns its pipelines, and what concerns the program concerns all.
struct EventFilter {
    QString account;
    PipelineKey pipeline;
    QSet<Event::Category> categories;
    Event::Severity least = Event::Severity::Information;
    QDateTime from; // events since then
    QString text;   // words; each occurs in what the row shows

    QStringList words() const;

    bool passes(Event::Kind kind) const;
    // The kinds that pass.
    QList<Event::Kind> kinds() const;
    bool concerns(const PipelineKey &key) const;
    bool passes(const Event &event) const;

    bool isEmpty() const { return *this == EventFilter(); }

    bool operator==(const EventFilter &) const = default;
};

} // namespace Sluice
