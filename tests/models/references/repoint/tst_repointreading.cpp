// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointreading.h"
#include "tests/support/repointfixture.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Reads pipelines again, one after the other.
class TestRepointReading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsOneAfterTheOther();
    void endsAtOnceWithNothingToRead();
    void passesOverTheProjectThatIsForbidden();
    void goesOnAfterWhatIsGone();
    void saysNothingOfARoundThatWasStopped();

private:
    QStringList answeredIds(const QSignalSpy &answered) const;

    std::unique_ptr<RepointFixture> m;
    std::unique_ptr<RepointReading> m_reading;
    const QList<PipelineKey> m_keys{RepointFixture::key(u"a"_s), RepointFixture::key(u"b"_s),
                                    RepointFixture::key(u"c"_s)};
};

void TestRepointReading::init()
{
    m = std::make_unique<RepointFixture>(QStringList{u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(m->isReady());
    m_reading = std::make_unique<RepointReading>(&m->fleet);
}

void TestRepointReading::cleanup()
{
    m_reading.reset();
    m.reset();
}

QStringList TestRepointReading::answeredIds(const QSignalSpy &answered) const
{
    QStringList ids;
    for (const QList<QVariant> &signal : answered)
        ids.append(signal.constFirst().value<PipelineKey>().pipeline);
    return ids;
}

void TestRepointReading::readsOneAfterTheOther()
{
    QSignalSpy reading(m_reading.get(), &RepointReading::reading);
    QSignalSpy answered(m_reading.get(), &RepointReading::answered);
    QSignalSpy finished(m_reading.get(), &RepointReading::finished);
    m_reading->start(m_keys);
    QCOMPARE(reading.size(), 1);
    QVERIFY(m_reading->isRunning());
    QVERIFY(finished.wait());
    QCOMPARE(answeredIds(answered), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(reading.size(), 3);
    QVERIFY(!m_reading->isRunning());
}

void TestRepointReading::endsAtOnceWithNothingToRead()
{
    QSignalSpy finished(m_reading.get(), &RepointReading::finished);
    m_reading->start({});
    QCOMPARE(finished.size(), 1);
}

void TestRepointReading::passesOverTheProjectThatIsForbidden()
{
    m->api.refusals.insert("streaming-pipelines/a", 403);
    QSignalSpy answered(m_reading.get(), &RepointReading::answered);
    QSignalSpy passedOver(m_reading.get(), &RepointReading::passedOver);
    QSignalSpy finished(m_reading.get(), &RepointReading::finished);
    m_reading->start(m_keys);
    QVERIFY(finished.wait());
    QCOMPARE(answeredIds(answered), QStringList{u"a"_s});
    QCOMPARE(passedOver.size(), 1);
    QCOMPARE(passedOver.constFirst().constFirst().value<QList<PipelineKey>>(), m_keys.mid(1));
}

void TestRepointReading::goesOnAfterWhatIsGone()
{
    m->api.refusals.insert("streaming-pipelines/a", 404);
    QSignalSpy answered(m_reading.get(), &RepointReading::answered);
    QSignalSpy passedOver(m_reading.get(), &RepointReading::passedOver);
    QSignalSpy finished(m_reading.get(), &RepointReading::finished);
    m_reading->start(m_keys);
    QVERIFY(finished.wait());
    QCOMPARE(answered.size(), 3);
    QVERIFY(passedOver.isEmpty());
}

// The same pipeline is read by the next round at once: the answer to the first call is not its own.
void TestRepointReading::saysNothingOfARoundThatWasStopped()
{
    QSignalSpy answered(m_reading.get(), &RepointReading::answered);
    QSignalSpy finished(m_reading.get(), &RepointReading::finished);
    m_reading->start(m_keys);
    m_reading->stop();
    QVERIFY(!m_reading->isRunning());
    m_reading->start({m_keys.constFirst()});
    QVERIFY(finished.wait());
    QCOMPARE(answeredIds(answered), QStringList{u"a"_s});
}

SLUICE_TEST(TestRepointReading, Core)
#include "tst_repointreading.moc"
