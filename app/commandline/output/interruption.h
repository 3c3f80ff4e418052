// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace Sluice {

// While one of these lives, a first Ctrl-C, and a first SIGTERM or SIGHUP, ends the program no
// longer by itself but is told here, so that an answer that is still missing can be named. A second
// one ends it at once. One at a time; on Windows it tells nothing.
class Interruption final : public QObject
{
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;
    Q_DISABLE_COPY_MOVE(Interruption)

    // While one of these lives, the first Ctrl-C ends the program at once again, and one that came
    // before does so now: a question stands there, and nothing is under way.
    class Deadly
    {
    public:
        Deadly();
        ~Deadly();
        Q_DISABLE_COPY_MOVE(Deadly)
    };

    bool hasHappened() const { return m_hasHappened; }

Q_SIGNALS:
    void happened();

private:
    void take();

    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_hasHappened = false;
};

} // namespace Sluice
