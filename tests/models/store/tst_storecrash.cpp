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
        QProcess writer;
        writer.start(QStringLiteral(SLUICE_BIN_DIR "/storewriter"), {fixture.path()});
        QList<int> kept;
        while (kept.size() < acknowledged) {
            QVERIFY(writer.canReadLine() || writer.waitForReadyRead(10000));
            while (writer.canReadLine())
                kept.append(writer.readLine().trimmed().toInt());
        }
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        while (writer.canReadLine())
            kept.append(writer.readLine().trimmed().toInt());

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
};

SLUICE_TEST(TestStoreCrash, Core)
#include "tst_storecrash.moc"
