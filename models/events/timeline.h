// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QList>
#include <QtGlobal>

namespace Sluice {

// A time in which a pipeline was seen in one state: at its begin, at its end, and in between never
// longer than longestPauseMs apart. Times in milliseconds since 1970, UTC.
struct ObservedSpan {
    qint64 began = 0;
    qint64 ended = 0;
    PipelineState state = PipelineState::NotChecked;

    bool operator==(const ObservedSpan &) const = default;
};

// A piece of a timeline. NotChecked: nobody looked.
struct TimelinePart {
    qint64 from = 0;
    qint64 to = 0;
    PipelineState state = PipelineState::NotChecked;

    qint64 length() const { return to - from; }

    bool isObserved() const { return state != PipelineState::NotChecked; }

    bool operator==(const TimelinePart &) const = default;
};

// What was seen of a pipeline in a period, without holes: a part ends where the next begins.
// Between two looks that are close enough the former state goes on; else there is a part that
// nobody saw.
class Timeline
{
public:
    Timeline() = default;
    // spans: sorted by begin.
    Timeline(const QList<ObservedSpan> &spans, qint64 from, qint64 to);

    const QList<TimelinePart> &parts() const { return m_parts; }

    // The part in which this time lies; nullptr: before or after the period.
    const TimelinePart *partAt(qint64 time) const;

    qint64 observed() const;                   // ms
    qint64 spentIn(PipelineState state) const; // ms

    // "97.2 % streaming of 21 h observed", translated.
    QString text() const;
    // "Streaming, 09:41 to 14:02 (4 h 21 min)", in local time.
    static QString partText(const TimelinePart &part);

private:
    void add(qint64 from, qint64 to, PipelineState state);

    QList<TimelinePart> m_parts;
};

} // namespace Sluice
