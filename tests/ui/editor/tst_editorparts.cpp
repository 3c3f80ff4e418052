// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/document/changesmodel.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/store/localstore.h"
#include "models/store/versions/versionsmodel.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "ui/editor/closequestion.h"
#include "ui/editor/definitiontab.h"
#include "ui/editor/historytab.h"
#include "ui/editor/servercopybanner.h"
#include "ui/form/view/formpage.h"
#include "ui/shared/jsonsides.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;

// The banner over a pipeline that is not on the server any more.
struct GonePipeline {
    ScriptedApi api;
    Fleet fleet{{50ms, 100ms, 400ms, 50ms}};
    PipelineDocument document{{u"acc"_s, u"p1"_s, u"old"_s}, guideDefinition()};
    ServerCopyBanner banner{&fleet, &document};

    // Signed in, and told that it is gone.
    bool isReady()
    {
        api.addProject(u"p1"_s, u"Orders"_s);
        const Account *account = fleet.addAccount(api.makeAccount());
        QObject::connect(&banner, &ServerCopyBanner::createWanted, &banner,
                         &ServerCopyBanner::createAgain);
        banner.showGone();
        return QTest::qWaitFor(
            [account] { return account->pipelinesState(u"p1"_s) == LoadState::Loaded; });
    }
};

// Parts of the editor by themselves, where the whole window would hide what they do.
class TestEditorParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletedIsCreatedOnceAfterALostAnswer();
    void whatDoesNotComeIsCreatedAgain();
    void twoVersionsAreComparedWithEachOther();
    void undoLastSaveKeepsWhatCameLater();
    void closingSaysWhatCannotBeSaved();
    void formFitsASmallWindow();

private:
    static void press(QWidget *in, const QString &button);
    // The names of the rows' buttons, top to bottom.
    static QStringList buttons(const QWidget *in);
};

void TestEditorParts::press(QWidget *in, const QString &button)
{
    auto *found = in->findChild<QPushButton *>(button);
    QVERIFY2(found && found->isEnabled(), qPrintable(button));
    found->click();
}

QStringList TestEditorParts::buttons(const QWidget *in)
{
    QStringList names;
    const auto all = in->findChildren<QPushButton *>();
    for (const QPushButton *button : all) {
        if (!button->isHidden())
            names.append(button->objectName());
    }
    return names;
}

void TestEditorParts::deletedIsCreatedOnceAfterALostAnswer()
{
    GonePipeline gone;
    QVERIFY(gone.isReady());
    ScriptedApi &api = gone.api;
    ServerCopyBanner &banner = gone.banner;
    QSignalSpy recreated(&banner, &ServerCopyBanner::recreated);
    api.ahead = [&api](const Seen &seen) -> std::optional<Act> {
        if (seen.method == "GET")
            return {};
        api.refusals["/streaming-pipelines"] = 403; // nothing can be read after it
        return Act::fault(Act::Kind::Close);
    };
    press(&banner, u"createAgain"_s);
    QTRY_VERIFY(banner.findChild<QPushButton *>(u"lookForIt"_s));
    QTRY_VERIFY(!buttons(&banner).contains(u"createAgain"_s));
    QCOMPARE(api.server.count("POST"), 1);
    banner.createAgain(); // whoever asks for it
    QCOMPARE(api.server.count("POST"), 1);

    api.ahead = {};
    api.refusals.clear();
    api.addPipeline(u"p1"_s, u"new"_s, u"my-streaming-pipeline"_s, u"r1"_s); // another definition
    press(&banner, u"lookForIt"_s);
    QTRY_VERIFY(buttons(&banner).contains(u"openFound"_s));
    press(&banner, u"openFound"_s);
    QCOMPARE(recreated.size(), 1);
    QCOMPARE(recreated[0][0].value<PipelineKey>().pipeline, u"new"_s);
    QCOMPARE(api.server.count("POST"), 1);
}

void TestEditorParts::whatDoesNotComeIsCreatedAgain()
{
    GonePipeline gone;
    QVERIFY(gone.isReady());
    ScriptedApi &api = gone.api;
    ServerCopyBanner &banner = gone.banner;
    api.writeAnswer = Act::fault(Act::Kind::Close);
    press(&banner, u"createAgain"_s);
    QTRY_VERIFY(!banner.isEnabled());
    QTRY_VERIFY(banner.isEnabled()); // it was looked for
    QCOMPARE(api.server.count("POST"), 1);
    press(&banner, u"createAgain"_s);
    QTRY_COMPARE(api.server.count("POST"), 2);
}

void TestEditorParts::twoVersionsAreComparedWithEachOther()
{
    const QTemporaryDir dir;
    LocalStore store(dir.filePath(u"store.sqlite"_s));
    const PipelineKey key{u"acc"_s, u"p"_s, u"x"_s};
    const QJsonObject first = with(guideDefinition(), "name", u"first"_s);
    const QJsonObject second = with(guideDefinition(), "name", u"second"_s);
    store.versions()->record(key, first, Version::Origin::Read);
    store.versions()->record(key, second, Version::Origin::Saved);
    PipelineDocument document(key, guideDefinition());
    HistoryTab tab(&store, &document);
    tab.resize(900, 500);
    tab.show();
    auto *table = tab.findChild<QTableView *>(u"versionsTable"_s);
    auto *changes = tab.findChild<ChangesModel *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < VersionsModel::ColumnCount; ++column)
        QVERIFY(header->sectionSize(column) <= header->sectionSize(VersionsModel::NameColumn));
    QTRY_COMPARE(header->length(), table->viewport()->width());
    table->selectRow(0);
    QTRY_COMPARE(changes->rowCount(), 1);
    QTRY_VERIFY(tab.findChild<QPushButton *>(u"restoreVersion"_s)->isEnabled());

    table->selectAll();
    const auto cell = [changes](int column) { return changes->index(0, column).data().toString(); };
    QTRY_COMPARE(cell(ChangesModel::WasColumn), u"first"_s);
    QCOMPARE(cell(ChangesModel::WillColumn), u"second"_s);
    QVERIFY(!tab.findChild<QPushButton *>(u"restoreVersion"_s)->isEnabled());
    const auto *sides = tab.findChild<JsonSides *>();
    QVERIFY(!sides->isVisible());
    press(&tab, u"sidesButton"_s);
    QVERIFY(sides->isVisible());
}

// A colleague's later change, and an edit that is not saved yet, have nothing to do with it.
void TestEditorParts::undoLastSaveKeepsWhatCameLater()
{
    const QTemporaryDir dir;
    LocalStore store(dir.filePath(u"store.sqlite"_s));
    const PipelineKey key{u"acc"_s, u"p"_s, u"x"_s};
    const QJsonObject before = guideDefinition();
    const QJsonObject after = with(before, "name", u"saved"_s);
    store.versions()->record(key, before, Version::Origin::BeforeSave);
    store.versions()->record(key, after, Version::Origin::Saved);
    const QJsonObject theirs = with(after, "streamingTarget/warehouse", u"LARGE"_s);
    PipelineDocument document(key, theirs);
    document.setMine(with(theirs, "streamingSource/connection/host", u"edited"_s));
    HistoryTab tab(&store, &document);
    tab.show();
    QSignalSpy restored(&tab, &HistoryTab::restored);
    QTRY_VERIFY(tab.findChild<QPushButton *>(u"undoLastSave"_s)->isEnabled());
    press(&tab, u"undoLastSave"_s);
    QTRY_COMPARE(restored.size(), 1);
    const QJsonObject expected = with(with(before, "streamingTarget/warehouse", u"LARGE"_s),
                                      "streamingSource/connection/host", u"edited"_s);
    QCOMPARE(document.mine(), expected);
}

void TestEditorParts::closingSaysWhatCannotBeSaved()
{
    CloseQuestion question(u"orders"_s, {.canSave = false, .canKeep = true}, nullptr);
    question.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *save = question.findChild<QPushButton *>(u"saveEdits"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->toolTip().isEmpty());
    QVERIFY(question.findChild<QPushButton *>(u"keepDraft"_s)->isDefault());
}

// 1024 pixels less the navigation: the list of sections folds, and no field is cut off.
void TestEditorParts::formFitsASmallWindow()
{
    PipelineDocument document({}, guideDefinition());
    document.form()->setValue(u"streamingSource.connection.host"_s, u"changed"_s);
    DefinitionTab tab(&document, {});
    tab.resize(784, 500);
    tab.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tab));
    const auto *page = tab.findChild<FormPage *>();
    QTRY_COMPARE(page->horizontalScrollBar()->maximum(), 0);
    auto *pick = tab.findChild<QComboBox *>(u"sectionPick"_s);
    const auto *list = tab.findChild<QListView *>(u"sectionList"_s);
    QVERIFY(pick->isVisible());
    QVERIFY(!list->isVisible());
    pick->setCurrentIndex(pick->count() - 1);
    Q_EMIT pick->activated(pick->currentIndex());
    QTRY_VERIFY(page->verticalScrollBar()->value() > 0);

    tab.resize(1000, 500);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(!pick->isVisible());
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
    const auto *host = tab.findChild<QLineEdit *>(u"streamingSource.connection.host"_s);
    QCOMPARE(host->width(), 440);
}

SLUICE_TEST(TestEditorParts, Widgets)
#include "tst_editorparts.moc"
