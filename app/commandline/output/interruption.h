// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace Sluice {

// While an object lives, a first Ctrl-C, SIGTERM or SIGHUP does not end the program but emits
// happened(), so that the program can say which answer is missing. A second one ends it at once.
// Only one object may live. On Windows it does nothing.
class Interruption final : public QObject
{
    Q_OBJECT

public:
    Interruption();
    ~Interruption() override;
    Q_DISABLE_COPY_MOVE(Interruption)

    // While an object lives, the first Ctrl-C ends the program at once again, also one that came
    // just before. For questions: nothing is being sent then.
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
