// SPDX-License-Identifier: Apache-2.0
#include "models/events/newssieve.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestNewsSieve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sievesWhatTheUserDid_data();
    void sievesWhatTheUserDid();
    void keepsPipelinesApart();

private:
    static Event command(const QString &word, const QString &pipeline = u"a"_s)
    {
        Event event;
        event.kind = Event::Kind::CommandSent;
        event.key = {u"acc"_s, u"p"_s, pipeline};
        event.after = word;
        return event;
    }

    static Event state(const QString &status, const QString &pipeline = u"a"_s)
    {
        Event event = command(status, pipeline);
        event.kind = Event::Kind::StateChanged;
        return event;
    }
};

void TestNewsSieve::sievesWhatTheUserDid_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("states");
    QTest::addColumn<QStringList>("news");
    QTest::newRow("start") << u"start"_s << QStringList{u"STARTING"_s, u"STREAMING"_s}
                           << QStringList();
    QTest::newRow("end of the snapshot")
        << u"start"_s << QStringList{u"starting"_s, u"SNAPSHOTTING"_s, u"STREAMING"_s}
        << QStringList{u"STREAMING"_s};
    QTest::newRow("start that fails") << u"start"_s << QStringList{u"STARTING"_s, u"NOT_RUNNING"_s}
                                      << QStringList{u"NOT_RUNNING"_s};
    QTest::newRow("stop") << u"stop"_s << QStringList{u"STOPPING"_s, u"NOT_RUNNING"_s}
                          << QStringList();
    QTest::newRow("started again")
        << u"stop"_s << QStringList{u"NOT_RUNNING"_s, u"STARTING"_s} << QStringList{u"STARTING"_s};
    QTest::newRow("a stop that has no effect")
        << u"stop"_s << QStringList{u"STOPPING"_s, u"STREAMING"_s} << QStringList{u"STREAMING"_s};
    QTest::newRow("no command") << QString() << QStringList{u"STOPPING"_s}
                                << QStringList{u"STOPPING"_s};
}

void TestNewsSieve::sievesWhatTheUserDid()
{
    QFETCH(const QString, word);
    QFETCH(const QStringList, states);
    NewsSieve sieve;
    if (!word.isEmpty())
        QVERIFY(!sieve.isNews(command(word)));
    QStringList news;
    for (const QString &status : states) {
        if (sieve.isNews(state(status)))
            news.append(status);
    }
    QTEST(news, "news");
}

void TestNewsSieve::keepsPipelinesApart()
{
    NewsSieve sieve;
    QVERIFY(!sieve.isNews(command(u"stop"_s)));
    QVERIFY(sieve.isNews(state(u"STOPPING"_s, u"b"_s)));
    Event stopped = state(u"NOT_RUNNING"_s);
    stopped.kind = Event::Kind::StoppedUnexpectedly;
    QVERIFY(sieve.isNews(stopped));
}

SLUICE_TEST(TestNewsSieve, Core)
#include "tst_newssieve.moc"
