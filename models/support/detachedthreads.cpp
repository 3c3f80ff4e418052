// SPDX-License-Identifier: Apache-2.0
#include "models/support/detachedthreads.h"

#include <QDeadlineTimer>
#include <QList>
#include <QThread>

#include <algorithm>
#include <utility>

namespace Sluice::DetachedThreads {

namespace {

// Never destroyed, as threads may outlive all that is.
QList<QThread *> &running()
{
    static auto *const threads = new QList<QThread *>;
    return *threads;
}

} // namespace

void start(std::function<void()> work)
{
    QThread *const thread = QThread::create(std::move(work));
    running().append(thread);
    QObject::connect(thread, &QThread::finished, thread, [thread] {
        running().removeOne(thread);
        thread->deleteLater();
    });
    thread->start();
}

bool wait(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    return std::all_of(running().cbegin(), running().cend(),
                       [&deadline](QThread *thread) { return thread->wait(deadline); });
}

} // namespace Sluice::DetachedThreads
