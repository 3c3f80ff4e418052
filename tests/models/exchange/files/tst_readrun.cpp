// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/readrun.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Files of definitions are read beside the caller's thread, within a limit, and may be given up.
class TestReadRun : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static QList<ImportEntry> entriesOf(const QStringList &paths)
    {
        QList<ImportEntry> read;
        ReadRun run(paths);
        bool isOver = false;
        connect(&run, &ReadRun::finished, &run,
                [&](const ImportReading &reading, bool isCancelled) {
                    read = reading.entries;
                    isOver = !isCancelled;
                });
        run.start();
        return QTest::qWaitFor([&isOver] { return isOver; }, 30000) ? read : QList<ImportEntry>();
    }

private Q_SLOTS:

    void init()
    {
        write(u"one.json"_s, R"({"name": "one"})");
        write(u"two.json"_s, R"([{"name": "two"}, {"name": "three"}])");
        write(u"broken.json"_s, "{");
    }

    void readsAllInOrder()
    {
        const QList<ImportEntry> entries = entriesOf({m_folder.path()});
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries.at(1).name(), u"one"_s);
        QVERIFY(!entries.at(0).fault.isEmpty());
        QCOMPARE(entries.at(3).name(), u"three"_s);
    }

    void tellsWhichFileIsRead()
    {
        ReadRun run({m_folder.filePath(u"one.json"_s), m_folder.filePath(u"two.json"_s)});
        QSignalSpy progressed(&run, &ReadRun::progressed);
        QSignalSpy finished(&run, &ReadRun::finished);
        run.start();
        QVERIFY(finished.wait(30000));
        QVERIFY(!progressed.isEmpty()); // those that come quickly after another may be left out
        QCOMPARE(progressed.constFirst().at(0).toString(), m_folder.filePath(u"one.json"_s));
        QCOMPARE(progressed.constFirst().at(1).toLongLong(), 15);
    }

    void theLimitIsForAllTogether()
    {
        QByteArray text = R"({"name": "wide", "note": "@"})";
        text.replace('@', QByteArray(ReadRun::most / 2, 'x'));
        write(u"a.json"_s, text);
        write(u"b.json"_s, text);
        const QList<ImportEntry> entries =
            entriesOf({m_folder.filePath(u"a.json"_s), m_folder.filePath(u"b.json"_s),
                       m_folder.filePath(u"one.json"_s)});
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries.at(0).name(), u"wide"_s);
        QVERIFY2(entries.at(1).fault.contains(u"more than 32 MB"_s),
                 qPrintable(entries.at(1).fault));
        QCOMPARE(entries.at(2).name(), u"one"_s); // there is room for it
    }

    void mayBeGivenUp()
    {
        ReadRun run({m_folder.path()});
        QSignalSpy finished(&run, &ReadRun::finished);
        run.start();
        run.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).toBool(), true);
        run.cancel();
        QVERIFY(!entriesOf({m_folder.path()}).isEmpty()); // by then the other thread is done, too
        QCOMPARE(finished.size(), 1);
    }

    void mayBeDestroyedAtAnyTime()
    {
        for (int round = 0; round < 20; ++round) {
            auto run = std::make_unique<ReadRun>(QStringList{m_folder.path()});
            run->start();
            if (round % 2 == 0)
                QCoreApplication::processEvents();
            run.reset();
        }
        QCOMPARE(entriesOf({m_folder.filePath(u"one.json"_s)}).size(), 1);
    }
};

SLUICE_TEST(TestReadRun, Core)
#include "tst_readrun.moc"
