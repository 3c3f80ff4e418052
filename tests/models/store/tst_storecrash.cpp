// SPDX-License-Identifier: Apache-2.0
#include "tests/support/storefixture.h"
#include "tests/support/testprogram.h"

#include <QProcess>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// kill -9 in the middle of writes.
class TestStoreCrash : public QObject
{
    Q_OBJECT

    // What a writer says that is kept, until it is killed after so many. Empty when it could not be
    // killed in the middle.
    static QList<int> keptByWriter(const QStringList &words, int acknowledged)
    {
        QProcess writer;
        writer.start(QStringLiteral(SLUICE_BIN_DIR "/storewriter"), words);
        QList<int> kept;
        const auto readLines = [&] {
            while (writer.canReadLine())
                kept.append(writer.readLine().trimmed().toInt());
        };
        while (kept.size() < acknowledged) {
            if (!writer.canReadLine() && !writer.waitForReadyRead(10000))
                return {};
            readLines();
        }
        writer.kill();
        if (!writer.waitForFinished() || writer.exitStatus() != QProcess::CrashExit)
            return {};
        readLines();
        return kept;
    }

private Q_SLOTS:

    void nothingAcknowledgedIsLost_data()
    {
        QTest::addColumn<int>("acknowledged");
        for (const int count : {1, 20, 120})
            QTest::addRow("after %d", count) << count;
    }

    void nothingAcknowledgedIsLost()
    {
        QFETCH(int, acknowledged);
        StoreFixture fixture;
        fixture.store.reset();
        const QList<int> kept = keptByWriter({fixture.path()}, acknowledged);
        QVERIFY(kept.size() >= acknowledged);

        fixture.open();
        QCOMPARE(fixture.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        const auto drafts = answerTo<QList<Draft>>(
            [&](QObject *context, auto got) { fixture.store->drafts()->all(context, got); });
        QSet<QString> found;
        for (const Draft &draft : drafts) {
            QCOMPARE(draft.edited.value(u"name"_s), draft.id);
            found.insert(draft.id);
        }
        for (const int number : std::as_const(kept)) {
            const QString name = QString::number(number);
            QVERIFY2(found.contains(name), qPrintable(name));
            const auto versions = answerTo<QList<Version>>([&](QObject *context, auto got) {
                fixture.store->versions()->list({u"acc"_s, u"p"_s, name}, context, got);
            });
            QCOMPARE(versions.size(), 1);
        }
        QVERIFY(fixture.settle());
    }

    void eventsThatWaitAreLostWholeAndLast_data() { nothingAcknowledgedIsLost_data(); }

    // What was written stays. Of what waited, the newest is missing, and no write is there in part.
    void eventsThatWaitAreLostWholeAndLast()
    {
        QFETCH(int, acknowledged);
        constexpr int each = 100;
        constexpr int ahead = 200;
        StoreFixture fixture;
        fixture.store.reset();
        const QList<int> kept = keptByWriter(
            {fixture.path(), u"events"_s, QString::number(each), QString::number(ahead)},
            acknowledged);
        QVERIFY(kept.size() >= acknowledged);
        for (int place = 0; place < kept.size(); ++place)
            QCOMPARE(kept.at(place), place + 1);

        fixture.open();
        QCOMPARE(fixture.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        const int last = fixture.value(u"SELECT MAX(CAST(name AS INTEGER)) FROM event"_s).toInt();
        QVERIFY2(last >= kept.constLast(), qPrintable(QString::number(last)));
        QVERIFY2(last < kept.constLast() + ahead, "Nothing waited when it was killed.");
        QCOMPARE(fixture.value(u"SELECT COUNT(DISTINCT name) FROM event"_s).toInt(), last);
        const QString inPart = u"SELECT COUNT(*) FROM (SELECT name FROM event GROUP BY name "
                               "HAVING COUNT(*) <> %1)"_s;
        QCOMPARE(fixture.value(inPart.arg(each)).toInt(), 0);

        // The log goes on where it broke off.
        const Event next{.at = QDateTime::currentDateTimeUtc(), .name = u"next"_s};
        fixture.store->events()->put({next});
        const auto page = answerTo<EventStore::Page>([&](QObject *context, auto got) {
            fixture.store->events()->page({}, 0, 2, context, got);
        });
        QCOMPARE(page.all, qint64(last) * each + 1);
        QCOMPARE(page.events.size(), 2);
        QCOMPARE(page.events.at(0).name, next.name);
        QCOMPARE(page.events.at(1).name, QString::number(last));
        QVERIFY(fixture.settle());
    }
};

SLUICE_TEST(TestStoreCrash, Core)
#include "tst_storecrash.moc"
