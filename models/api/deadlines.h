// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <chrono>

namespace Sluice {

// One timer for the deadlines of many calls. Emits due() at the earliest deadline that was added.
// The listener then looks which calls are late, and adds the next deadline.
class Deadlines final : public QObject
{
    Q_OBJECT

public:
    using TimePoint = std::chrono::steady_clock::time_point;

    Deadlines();

    void add(TimePoint deadline);

Q_SIGNALS:
    void due();

private:
    QTimer m_timer;
    TimePoint m_earliest{};
};

} // namespace Sluice
