// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"

namespace Sluice {

// What happened while nobody sat here, as far as it was observed: for the one who comes, and as
// text for the hand-over.
class ShiftReport
{
public:
    // One kind of thing that happened, with the names of the pipelines, each once, newest first.
    struct Line {
        QString what; // "Stopped unexpectedly", translated
        Badge badge = Badge::NotChecked;
        Event::Severity severity = Event::Severity::Information;
        QStringList names;
    };

    ShiftReport() = default;
    // events: newest first, those since then.
    ShiftReport(const QList<Event> &events, const QDateTime &since, const QDateTime &until);

    const QList<Line> &lines() const { return m_lines; }

    bool isEmpty() const { return m_lines.isEmpty(); }

    QDateTime since() const { return m_since; }

    // How long nobody looked, ms.
    qint64 notObserved() const { return m_notObserved; }

    // "2 stopped unexpectedly, 1 changed": one line, translated.
    QString summary() const;
    // Everything in lines of text.
    QString text() const;

private:
    QDateTime m_since;
    QDateTime m_until;
    QList<Line> m_lines;
    qint64 m_notObserved = 0;
};

} // namespace Sluice
