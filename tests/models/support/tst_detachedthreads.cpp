// SPDX-License-Identifier: Apache-2.0
#include "models/support/detachedthreads.h"
#include "tests/support/testprogram.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <memory>

using namespace Sluice;
using namespace std::chrono_literals;

class TestDetachedThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // The program would end while they read what it destroys.
    void theEndWaitsForThem()
    {
        const auto ended = std::make_shared<std::atomic_int>(0);
        for (int i = 0; i < 20; ++i)
            DetachedThreads::start([ended] { ++*ended; });
        QVERIFY(DetachedThreads::wait(10s));
        QCOMPARE(ended->load(), 20);
    }

    void oneThatHangsIsLeft()
    {
        const auto goOn = std::make_shared<QSemaphore>();
        DetachedThreads::start([goOn] { goOn->acquire(); });
        QVERIFY(!DetachedThreads::wait(1ms));
        goOn->release();
        QVERIFY(DetachedThreads::wait(10s));
    }

    void nothingRunsThenNothingIsWaitedFor() { QVERIFY(DetachedThreads::wait(0ms)); }
};

SLUICE_TEST(TestDetachedThreads, Core)
#include "tst_detachedthreads.moc"
