// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/exportrun.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QList<QJsonObject> pipelines(int count)
{
    QList<QJsonObject> many;
    for (int i = 0; i < count; ++i)
        many.append(
            QJsonObject{{u"name"_s, u"pipeline %1"_s.arg(i)}, {u"x"_s, QString(5000, u'x')}});
    return many;
}

} // namespace

// An export beside the thread of the window.
class TestExportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writesAll();
    void tellsWhatItWouldReplace();
    void canBeGivenUp();
    void endsWithItsObject();

private:
    // The names of the folder's files; fails when one of them is not whole.
    QStringList wholeFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

QStringList TestExportRun::wholeFiles() const
{
    const QDir folder(m_folder->path());
    QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : std::as_const(names)) {
        QFile file(folder.filePath(name));
        if (!name.endsWith(u".json"_s) || !file.open(QIODevice::ReadOnly) ||
            !file.readAll().endsWith("}\n"))
            QTest::qFail(qPrintable(name + u" is not whole"_s), __FILE__, __LINE__);
    }
    return names;
}

void TestExportRun::writesAll()
{
    ExportRun run(pipelines(50), m_folder->path());
    QSignalSpy prepared(&run, &ExportRun::prepared);
    run.prepare();
    QVERIFY(prepared.wait());
    QCOMPARE(prepared.first().first().toStringList(), QStringList());

    const QSignalSpy progressed(&run, &ExportRun::progressed);
    ExportPlan::Outcome outcome;
    const QThread *thread = nullptr;
    connect(&run, &ExportRun::finished, this, [&](const ExportPlan::Outcome &got) {
        outcome = got;
        thread = QThread::currentThread();
    });
    run.write();
    QTRY_COMPARE(outcome.written.size(), 50);
    QCOMPARE(outcome.left, 0);
    QCOMPARE(thread, QCoreApplication::instance()->thread());
    QCOMPARE(progressed.size(), 50);
    QCOMPARE(progressed.last().first().toInt(), 50);
    QCOMPARE(wholeFiles().size(), 50);
}

void TestExportRun::tellsWhatItWouldReplace()
{
    QFile mine(m_folder->filePath(u"pipeline 1.json"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();
    ExportRun run(pipelines(3), m_folder->path());
    QSignalSpy prepared(&run, &ExportRun::prepared);
    run.prepare();
    QVERIFY(prepared.wait());
    QCOMPARE(prepared.first().first().toStringList(), QStringList{mine.fileName()});
}

void TestExportRun::canBeGivenUp()
{
    ExportRun run(pipelines(500), m_folder->path());
    QSignalSpy prepared(&run, &ExportRun::prepared);
    run.prepare();
    QVERIFY(prepared.wait());
    ExportPlan::Outcome outcome;
    bool isFinished = false;
    connect(&run, &ExportRun::finished, this, [&](const ExportPlan::Outcome &got) {
        outcome = got;
        isFinished = true;
    });
    run.write();
    run.cancel();
    QTRY_VERIFY(isFinished);
    QVERIFY(outcome.left > 0);
    QCOMPARE(outcome.written.size() + outcome.left, 500);
    QCOMPARE(wholeFiles().size(), outcome.written.size());
}

void TestExportRun::endsWithItsObject()
{
    auto run = std::make_unique<ExportRun>(pipelines(500), m_folder->path());
    QSignalSpy prepared(run.get(), &ExportRun::prepared);
    run->prepare();
    QVERIFY(prepared.wait());
    run->write();
    run.reset();
    const qsizetype count = wholeFiles().size();
    QVERIFY(count < 500);
    QCoreApplication::processEvents();
    QCOMPARE(wholeFiles().size(), count);
}

SLUICE_TEST(TestExportRun, Core)
#include "tst_exportrun.moc"
