// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/definition/definitionpath.h"
#include "models/document/diff.h"
#include "models/exchange/files/importmodel.h"
#include "models/exchange/files/portable.h"
#include "models/json/jsontext.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/widgets/noteline.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLocalServer>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// A definition about which there is nothing to remark.
QJsonObject unlikeOthers()
{
    QJsonObject definition = guideRequest();
    const auto set = [&definition](const QString &path, const QString &text) {
        DefinitionPath::fromText(path).setAndPruneIn(definition, text);
    };
    set(u"agentId"_s, u"11111111-2222-4333-8444-555555555555"_s);
    set(u"streamingSource.connection.host"_s, u"nobody-elses.example.org"_s);
    set(u"streamingTarget.stagePrefix"_s, u"nobody-elses"_s);
    return definition;
}

} // namespace

// Definitions come into the main window: looked at, ticked, sent one after the other.
class TestImport : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndUpdates();
    void tellsOfDoubts();
    void tellsWhatTheWizardTells();
    void tellsWhatTheServerRefuses();
    void leavesAloneWhatMovedMeanwhile();
    void stopsWhenTheServerIsGone();
    void takesDropsAndTheClipboard();
    void takesTheProjectOfTheDrop();
    void projectsAreInOrder();
    void readsFoldersWithinOnRequest();
    void anImportKeepsItsRows();
    void tellsOfAPartOfAList();
    void columnsShareTheRoom();
    void columnsFollowTheProject();
    void saysWhenThereIsNothing();
    void refusesWhatMayNeverEnd_data();
    void refusesWhatMayNeverEnd();

protected:
    void prepare() override;

private:
    void write(const QString &fileName, const QJsonObject &definition);
    QDialog *dialog() const;
    QTableView *table() const;
    QString text(int row, ImportModel::Column column) const;
    int rowOf(const QString &name) const;
    bool isIdle() const;
    QJsonObject existing() const; // one of the project's pipelines

    std::unique_ptr<QTemporaryDir> m_folder;
    Project m_project;
};

void TestImport::prepare()
{
    m_project = account()->projects().first();
    m->tree()->setCurrentIndex(m->node(m_project.name));
    m_folder = std::make_unique<QTemporaryDir>();
    m->setChosenPaths({m_folder->path()});
}

void TestImport::write(const QString &fileName, const QJsonObject &definition)
{
    QFile file(m_folder->filePath(fileName));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(jsonText(definition));
}

QDialog *TestImport::dialog() const
{
    return m->find<QDialog>(u"importDialog"_s);
}

QTableView *TestImport::table() const
{
    return m->find<QTableView>(u"importTable"_s);
}

QString TestImport::text(int row, ImportModel::Column column) const
{
    return table()->model()->index(row, column).data().toString();
}

int TestImport::rowOf(const QString &name) const
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        if (text(row, ImportModel::NameColumn) == name)
            return row;
    }
    return -1;
}

bool TestImport::isIdle() const
{
    return m->find<QComboBox>(u"importProject"_s)->isEnabled();
}

QJsonObject TestImport::existing() const
{
    const QList<PipelineKey> keys = m->fleet()->pipelines()->keys(account()->id());
    for (const PipelineKey &key : keys) {
        if (key.project == m_project.id)
            return m->fleet()->pipelines()->definition(key);
    }
    return {};
}

void TestImport::createsAndUpdates()
{
    const QJsonObject before = existing();
    const QString name = before[u"name"_s].toString();
    QJsonObject changed = portableDefinition(before);
    changed[u"agentId"_s] = u"11111111-2222-4333-8444-555555555555"_s;
    QJsonObject added = guideRequest();
    added[u"name"_s] = u"brought in"_s;
    QJsonObject left = added;
    left[u"name"_s] = u"left out"_s;
    write(u"a.json"_s, changed);
    write(u"b.json"_s, added);
    write(u"c.json"_s, left);
    QFile broken(m_folder->filePath(u"d.json"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"name\": ");
    broken.close();

    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    const QAbstractItemModelTester tester(table()->model());
    QCOMPARE(m->find<QComboBox>(u"importProject"_s)->currentText(), m_project.name);
    QCOMPARE(table()->model()->rowCount(), 4);
    QVERIFY(text(rowOf(name), ImportModel::ActionColumn).startsWith(u"Update: 1"_s));
    table()->selectRow(rowOf(name));
    auto *changes = m->find<QTableView>(u"changesTable"_s);
    QVERIFY(changes && changes->isVisible());
    QCOMPARE(changes->model()->rowCount(), 1);
    table()->selectRow(3);
    QVERIFY(m->find<QPlainTextEdit>(u"importProblems"_s)->isVisible());
    auto *import = m->find<QPushButton>(u"importChosen"_s);
    QCOMPARE(import->text(), u"&Create 2, update 1"_s);
    table()->model()->setData(table()->model()->index(rowOf(u"left out"_s), 0), Qt::Unchecked,
                              Qt::CheckStateRole);
    QCOMPARE(import->text(), u"&Create 1, update 1"_s);
    QVERIFY(table()->isColumnHidden(ImportModel::ResultColumn));

    FormInput::click(dialog(), u"importChosen"_s);
    QTRY_VERIFY(isIdle());
    QCOMPARE(text(rowOf(name), ImportModel::ResultColumn), u"Updated."_s);
    QCOMPARE(text(rowOf(u"brought in"_s), ImportModel::ResultColumn), u"Created."_s);
    QCOMPARE(text(rowOf(u"left out"_s), ImportModel::ResultColumn), QString());
    QVERIFY(!import->isEnabled());
    QVERIFY(!table()->isColumnHidden(ImportModel::ResultColumn));
    QCOMPARE(m->find<QLabel>(u"importSummary"_s)->text(),
             m_project.name + u": 1 created, 1 updated."_s);
    const PipelineKey key{account()->id(), m_project.id,
                          before[u"streamingPipelineId"_s].toString()};
    QVERIFY(semanticDiff(changed, portableDefinition(readPipeline(account(), key))).isEmpty());
    FormInput::click(dialog(), u"closeImport"_s);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(m->row(u"brought in"_s).isValid());
    QVERIFY(!m->row(u"left out"_s).isValid());
}

// A row that can be imported and has something doubtful says what, in full.
void TestImport::tellsOfDoubts()
{
    QJsonObject doubtful = unlikeOthers();
    doubtful[u"name"_s] = u"a doubtful one"_s;
    QJsonObject source = doubtful[u"streamingSource"_s].toObject();
    QJsonObject connection = source[u"connection"_s].toObject();
    QJsonObject password = connection[u"password"_s].toObject();
    password[u"secretName"_s] =
        u"OrdersStackDbSecret5F2C7A91-Xk39QzLm2TpW8rVbN4yHc6JdG1sFaE0uRq7tYz"_s;
    connection[u"password"_s] = password;
    source[u"connection"_s] = connection;
    doubtful[u"streamingSource"_s] = source;
    write(u"a.json"_s, doubtful);
    QJsonObject good = unlikeOthers();
    good[u"name"_s] = u"b good one"_s;
    write(u"b.json"_s, good);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    const QString problem = text(0, ImportModel::ProblemsColumn);
    QVERIFY(!problem.isEmpty());
    auto *words = dialog()->findChild<QPlainTextEdit *>(u"importDoubts"_s);
    QVERIFY(words->isVisible());
    QCOMPARE(words->toPlainText(), problem);
    QCOMPARE(table()->model()->index(0, ImportModel::ProblemsColumn).data(Qt::ToolTipRole),
             problem);
    QCOMPARE(table()->textElideMode(), Qt::ElideRight);
    table()->selectRow(1);
    QVERIFY(!words->isVisible());
}

// A remark is no problem: what it is about is ticked all the same.
void TestImport::tellsWhatTheWizardTells()
{
    const QJsonObject theirs = existing();
    const QString name = theirs[u"name"_s].toString();
    QJsonObject copy = portableDefinition(theirs);
    copy[u"name"_s] = u"a copy"_s;
    QJsonObject changed = portableDefinition(theirs);
    changed[u"advancedProperties"_s] = QJsonObject{{u"max.batch.size"_s, u"4096"_s}};
    write(u"a.json"_s, copy);
    write(u"b.json"_s, changed);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    const QString remarks = text(rowOf(u"a copy"_s), ImportModel::ProblemsColumn);
    QVERIFY2(remarks.contains(u"agentId: "_s) && remarks.contains(u"streamingSource.tables: "_s) &&
                 remarks.contains(name),
             qPrintable(remarks));
    QCOMPARE(m->find<QPushButton>(u"importChosen"_s)->text(), u"&Create 1, update 1"_s);
    table()->selectRow(rowOf(u"a copy"_s));
    const auto *words = dialog()->findChild<QPlainTextEdit *>(u"importDoubts"_s);
    QCOMPARE(words->toPlainText().simplified(), remarks);
    // It is no other user of its own runner.
    QVERIFY(!text(rowOf(name), ImportModel::ProblemsColumn).contains(name));
}

void TestImport::tellsWhatTheServerRefuses()
{
    QJsonObject invalid = guideInvalidRequest();
    invalid[u"name"_s] = u"a refused one"_s;
    QJsonObject good = guideRequest();
    good[u"name"_s] = u"b good one"_s;
    write(u"a.json"_s, invalid);
    write(u"b.json"_s, good);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    // What will probably be refused is not ticked by itself.
    table()->model()->setData(table()->model()->index(rowOf(u"a refused one"_s), 0), Qt::Checked,
                              Qt::CheckStateRole);
    FormInput::click(dialog(), u"importChosen"_s);
    QTRY_VERIFY(isIdle());
    QVERIFY(
        text(rowOf(u"a refused one"_s), ImportModel::ResultColumn).contains(u"streamingTarget"_s));
    QCOMPARE(text(rowOf(u"b good one"_s), ImportModel::ResultColumn), u"Created."_s);
}

void TestImport::leavesAloneWhatMovedMeanwhile()
{
    const QJsonObject before = existing();
    QJsonObject mine = portableDefinition(before);
    mine[u"agentId"_s] = u"11111111-2222-4333-8444-555555555555"_s;
    write(u"a.json"_s, mine);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    QVERIFY(text(0, ImportModel::ActionColumn).startsWith(u"Update: 1"_s));

    Fleet other;
    Account *second = signIn(&other, sandbox());
    QVERIFY(second);
    QJsonObject theirs = portableDefinition(before);
    theirs[u"agentId"_s] = u"99999999-2222-4333-8444-555555555555"_s;
    const QString id = before[u"streamingPipelineId"_s].toString();
    const PipelineKey theirKey{second->id(), m_project.id, id};
    bool isSaved = false;
    Test::savePipeline(other, theirKey, jsonText(theirs), this,
                       [&isSaved](const Result<QJsonObject> &result) { isSaved = bool(result); });
    QTRY_VERIFY(isSaved);

    FormInput::click(dialog(), u"importChosen"_s);
    QTRY_VERIFY(isIdle());
    QVERIFY(text(0, ImportModel::ResultColumn).contains(u"changed meanwhile"_s));
    QVERIFY(semanticDiff(theirs, portableDefinition(
                                     readPipeline(account(), {account()->id(), m_project.id, id})))
                .isEmpty());
}

void TestImport::stopsWhenTheServerIsGone()
{
    for (int i = 0; i < 3; ++i) {
        QJsonObject one = guideRequest();
        one[u"name"_s] = u"lost %1"_s.arg(i);
        write(u"%1.json"_s.arg(i), one);
    }
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    QCOMPARE(m->find<QPushButton>(u"importChosen"_s)->text(), u"&Create 3"_s);
    sandbox().kill();
    FormInput::click(dialog(), u"importChosen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), 20'000);
    QVERIFY(!text(0, ImportModel::ResultColumn).isEmpty());
    QVERIFY(!text(0, ImportModel::ResultColumn).startsWith(u"Not started"_s));
    QVERIFY(text(1, ImportModel::ResultColumn).startsWith(u"Not started, as this"_s));
    QVERIFY(text(2, ImportModel::ResultColumn).startsWith(u"Not started, as this"_s));
    QCOMPARE(m->find<QPushButton>(u"importChosen"_s)->text(), u"&Create 2"_s);
}

void TestImport::takesDropsAndTheClipboard()
{
    QJsonObject one = guideRequest();
    one[u"name"_s] = u"dropped"_s;
    write(u"one.json"_s, one);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_folder->filePath(u"one.json"_s))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m->window(), &drop);
    QTRY_VERIFY(dialog());
    QCOMPARE(text(0, ImportModel::NameColumn), u"dropped"_s);
    FormInput::click(dialog(), u"closeImport"_s);
    QTRY_VERIFY(!dialog());

    QJsonObject two = one;
    two[u"name"_s] = u"copied"_s;
    qApp->clipboard()->setText(QString::fromUtf8(jsonText(QJsonArray{one, two})));
    QVERIFY(m->trigger(u"newFromClipboardAction"_s));
    QVERIFY(dialog());
    QCOMPARE(table()->model()->rowCount(), 2);
}

void TestImport::takesTheProjectOfTheDrop()
{
    QJsonObject one = guideRequest();
    one[u"name"_s] = u"dropped"_s;
    write(u"one.json"_s, one);
    const QList<Project> &projects = account()->projects();
    QVERIFY(projects.size() > 1);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_folder->filePath(u"one.json"_s))});
    const Project &other = projects.at(1);
    QVERIFY(m->tree()->currentIndex() != m->node(other.name));
    m->tree()->scrollTo(m->node(other.name));
    const QPoint there = m->tree()->visualRect(m->node(other.name)).center();
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m->window(), &enter);
    QDropEvent drop(m->tree()->viewport()->mapTo(m->window(), there), Qt::CopyAction, &data,
                    Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m->window(), &drop);
    QTRY_VERIFY(dialog());
    QCOMPARE(m->find<QComboBox>(u"importProject"_s)->currentText(), other.name);
}

void TestImport::projectsAreInOrder()
{
    write(u"one.json"_s, guideRequest());
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    const auto *projects = m->find<QComboBox>(u"importProject"_s);
    QStringList names;
    for (int at = 0; at < projects->count(); ++at)
        names += projects->itemText(at);
    QVERIFY(names.size() > 1);
    QVERIFY(std::is_sorted(names.begin(), names.end(), [](const QString &a, const QString &b) {
        return a.localeAwareCompare(b) < 0;
    }));
}

void TestImport::readsFoldersWithinOnRequest()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"finance"_s));
    QJsonObject one = guideRequest();
    one[u"name"_s] = u"below"_s;
    write(u"finance/below.json"_s, one);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY2(m->question()->detail().contains(u"finance"_s), qPrintable(m->question()->detail()));
    QVERIFY(m->answer(true));
    QTRY_VERIFY(dialog());
    QCOMPARE(text(0, ImportModel::NameColumn), u"below"_s);
    FormInput::click(dialog(), u"closeImport"_s);
    QTRY_VERIFY(!dialog());

    one[u"name"_s] = u"top"_s;
    write(u"top.json"_s, one);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    QCOMPARE(table()->model()->rowCount(), 1);
    const auto *notes = dialog()->findChild<NoteLine *>(u"importNotes"_s);
    QVERIFY2(notes->text().contains(u"finance"_s), qPrintable(notes->text()));
    notes->findChild<QAbstractButton *>(u"noteAction"_s)->click();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(!notes->isVisible());
}

// The folders within are still being read when the import begins.
void TestImport::anImportKeepsItsRows()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"finance"_s));
    QJsonObject one = guideRequest();
    one[u"name"_s] = u"a below"_s;
    write(u"finance/a.json"_s, one);
    one[u"name"_s] = u"z top"_s;
    write(u"z.json"_s, one);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    const auto *notes = dialog()->findChild<NoteLine *>(u"importNotes"_s);
    QTRY_VERIFY(m->find<QPushButton>(u"importChosen"_s)->isEnabled());
    notes->findChild<QAbstractButton *>(u"noteAction"_s)->click();
    FormInput::click(dialog(), u"importChosen"_s);
    QVERIFY(!isIdle());
    QTRY_VERIFY(isIdle());
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(text(0, ImportModel::NameColumn), u"z top"_s);
    QCOMPARE(text(0, ImportModel::ResultColumn), u"Created."_s);
}

void TestImport::tellsOfAPartOfAList()
{
    write(u"all.json"_s, {{u"results"_s, QJsonArray{guideRequest()}}, {u"total"_s, 500}});
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    const auto *notes = dialog()->findChild<NoteLine *>(u"importNotes"_s);
    QVERIFY(notes->isVisible());
    QVERIFY2(notes->text().contains(u"500"_s), qPrintable(notes->text()));
}

// Nothing is cut while there is room.
void TestImport::columnsShareTheRoom()
{
    const QString name = u"orders of the warehouse in the north, every line"_s;
    QJsonObject one = unlikeOthers();
    one[u"name"_s] = name;
    write(u"a file with a name that is as long as one may be.json"_s, one);
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    QCoreApplication::processEvents();
    const QAbstractItemView *view = table();
    int total = 0;
    for (const int column : {ImportModel::NameColumn, ImportModel::PlaceColumn,
                             ImportModel::ActionColumn, ImportModel::ProblemsColumn}) {
        QVERIFY(table()->columnWidth(column) >= view->sizeHintForColumn(column));
        total += table()->columnWidth(column);
    }
    QCOMPARE(total, table()->viewport()->width());
}

// Each project has other words in the column of actions.
void TestImport::columnsFollowTheProject()
{
    QJsonObject changed = portableDefinition(existing());
    changed[u"advancedProperties"_s] = QJsonObject{{u"max.batch.size"_s, u"4096"_s}};
    write(u"a.json"_s, changed);
    m->tree()->setCurrentIndex(m->node(account()->projects().at(1).name));
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(dialog());
    auto *projects = m->find<QComboBox>(u"importProject"_s);
    const int own = projects->findText(m_project.name);
    QVERIFY(own >= 0 && own != projects->currentIndex());
    QCOMPARE(text(0, ImportModel::ActionColumn), u"Create"_s);
    projects->setCurrentIndex(own);
    QVERIFY(text(0, ImportModel::ActionColumn).startsWith(u"Update: "_s));
    const QAbstractItemView *view = table();
    QVERIFY(table()->columnWidth(ImportModel::ActionColumn) >=
            view->sizeHintForColumn(ImportModel::ActionColumn));
}

void TestImport::saysWhenThereIsNothing()
{
    QVERIFY(m->trigger(u"importFolderAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(!dialog());
    QVERIFY(m->answer(true));
}

// Whatever is dropped or chosen: the window goes on, and says what it could not read.
void TestImport::refusesWhatMayNeverEnd_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("a pipe") << u"pipe.json"_s << u"pipe or a device"_s;
    QTest::newRow("a link to a pipe") << u"linked.json"_s << u"pipe or a device"_s;
    QTest::newRow("an endless device") << u"zeros.json"_s << u"pipe or a device"_s;
    QTest::newRow("a socket") << u"socket.json"_s << u"pipe or a device"_s;
    QTest::newRow("a link that leads nowhere") << u"nowhere.json"_s << u""_s;
    QTest::newRow("a link to itself") << u"round.json"_s << u""_s;
    QTest::newRow("a file beyond the limit") << u"large.json"_s << u"larger than 32 MB"_s;
}

void TestImport::refusesWhatMayNeverEnd()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    const auto path = [this](const QString &file) {
        return QFile::encodeName(m_folder->filePath(file));
    };
    QCOMPARE(::mkfifo(path(u"pipe.json"_s).constData(), 0600), 0);
    QVERIFY(QFile::link(u"pipe.json"_s, m_folder->filePath(u"linked.json"_s)));
    QVERIFY(QFile::link(u"/dev/zero"_s, m_folder->filePath(u"zeros.json"_s)));
    QVERIFY(QFile::link(u"missing"_s, m_folder->filePath(u"nowhere.json"_s)));
    QVERIFY(QFile::link(u"round.json"_s, m_folder->filePath(u"round.json"_s)));
    QLocalServer server;
    QVERIFY(server.listen(m_folder->filePath(u"socket.json"_s)));
    QFile large(m_folder->filePath(u"large.json"_s)); // sparse: takes no room on the disk
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64(60) * 1024 * 1024));
    large.close();

    m->setChosenPaths({m_folder->filePath(name)});
    QVERIFY(m->trigger(u"importFilesAction"_s));
    QTRY_VERIFY(dialog());
    QCOMPARE(table()->model()->rowCount(), 1);
    QStringList cells;
    for (int column = 0; column < table()->model()->columnCount(); ++column)
        cells += text(0, ImportModel::Column(column));
    QVERIFY2(cells.join(u'|').contains(said), qPrintable(cells.join(u'|')));
    FormInput::click(dialog(), u"closeImport"_s);
    QTRY_VERIFY(!dialog());

    // As the start of a new pipeline.
    QVERIFY(m->trigger(u"newFromFileAction"_s));
    QTRY_VERIFY(m->question());
    QVERIFY2(m->question()->detail().contains(said), qPrintable(m->question()->detail()));
    QVERIFY(m->answer(true));
}

SLUICE_TEST(TestImport, Widgets)
#include "tst_import.moc"
