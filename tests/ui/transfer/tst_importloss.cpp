// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importmodel.h"
#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "ui/transfer/importdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QJsonObject named(const QString &name)
{
    QJsonObject definition = guideRequest();
    definition[u"name"_s] = name;
    return definition;
}

QJsonObject withId(QJsonObject definition, const QString &id)
{
    definition[u"streamingPipelineId"_s] = id;
    return definition;
}

QList<ImportEntry> entriesOf(const QJsonArray &definitions)
{
    return readDefinitions(jsonText(definitions), u"all.json"_s);
}

// The import over a peer that loses answers when it is told to.
struct Stage {
    explicit Stage(const QList<ImportEntry> &entries)
    {
        api.addProject(guideProject, u"Test-project"_s);
        api.pipelines[guideProject].append(withId(named(u"there"_s), u"id-there"_s));
        account = fleet.addAccount(api.makeAccount());
        isReady = QTest::qWaitFor(
            [this] { return account->pipelinesState(guideProject) == LoadState::Loaded; });
        dialog = std::make_unique<ImportDialog>(&fleet, ImportReading{entries, {}, {}},
                                                ProjectPlace{account->id(), guideProject, {}});
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        isReady = isReady && QTest::qWaitForWindowActive(dialog.get());
    }

    QTableView *table() const { return dialog->findChild<QTableView *>(u"importTable"_s); }

    QString result(int row) const
    {
        return table()->model()->index(row, ImportModel::ResultColumn).data().toString();
    }

    QPushButton *button(const QString &name) const
    {
        return dialog->findChild<QPushButton *>(name);
    }

    // The answer to the first write tells nothing; the server does this with what it brings.
    void begin(const Act &act, const std::function<void(const QByteArray &json)> &perform)
    {
        api.ahead = [act, perform](const Seen &seen) -> std::optional<Act> {
            if (seen.method == "GET")
                return {};
            if (perform)
                perform(seen.body);
            return act;
        };
        FormInput::click(dialog.get(), u"importChosen"_s);
    }

    bool isSettled(int row)
    {
        return QTest::qWaitFor([this, row] { return !result(row).isEmpty(); }, 20'000);
    }

    // Nor can it be looked up; "Look for it" is then offered.
    bool loseAll(const std::function<void(const QByteArray &json)> &perform = {})
    {
        begin(Act::reply(503, "<html>"), [this, perform](const QByteArray &json) {
            if (perform)
                perform(json);
            api.refusals.insert("/streaming-pipelines", 403);
        });
        return QTest::qWaitFor([this] { return button(u"lookForIt"_s)->isVisible(); }, 20'000);
    }

    void create(const QByteArray &json, const QString &id)
    {
        api.pipelines[guideProject].append(withId(QJsonDocument::fromJson(json).object(), id));
    }

    bool look()
    {
        FormInput::click(dialog.get(), u"lookForIt"_s);
        return QTest::qWaitFor([this] { return !button(u"lookForIt"_s)->isVisible(); }, 20'000);
    }

    bool isTickable(int row) const
    {
        return table()->model()->index(row, 0).data(Qt::CheckStateRole).isValid();
    }

    ScriptedApi api;
    Fleet fleet;
    Account *account = nullptr;
    bool isReady = false;
    std::unique_ptr<ImportDialog> dialog;
};

} // namespace

// What an import does when answers do not come, and how it tells what the server said.
class TestImportLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksWhetherItWasCreated_data();
    void looksWhetherItWasCreated();
    void nothingIsSentBeforeItIsKnown();
    void aNamesakeIsNotMadeTwice();
    void looksWhetherItWasUpdated_data();
    void looksWhetherItWasUpdated();
    void showsLongAnswersInFull();
};

void TestImportLoss::looksWhetherItWasCreated_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("isThere");
    const auto row = [](const char *name, const Act &act) {
        QTest::addRow("%s, created", name) << act << true;
        QTest::addRow("%s, not created", name) << act << false;
    };
    row("500", Act::reply(500, "boom"));
    row("503 page", Act::reply(503, "<html>"));
    row("499", Act::reply(499, {}));
    row("200 page", Act::reply(200, "<html>Sign in</html>"));
    row("201 empty", Act::reply(201, {}));
    row("201 broken", Act::reply(201, "{\"name\":"));
    row("closed", Act::fault(Act::Kind::Close));
}

void TestImportLoss::looksWhetherItWasCreated()
{
    QFETCH(Act, act);
    QFETCH(bool, isThere);
    Stage stage(entriesOf({named(u"a"_s), named(u"b"_s)}));
    QVERIFY(stage.isReady);
    int writes = 0;
    stage.begin(act, [&stage, &writes, isThere](const QByteArray &json) {
        ++writes;
        if (isThere)
            stage.create(json, u"id-%1"_s.arg(writes));
    });
    QVERIFY(stage.isSettled(0));
    QVERIFY(stage.isSettled(1)); // what is known does not stop the rest
    for (const int row : {0, 1}) {
        const QString result = stage.result(row);
        QVERIFY2(result.contains(u"looked up"_s), qPrintable(result));
        QCOMPARE(result.startsWith(u"Created."_s), isThere);
        QCOMPARE(result.contains(u"not known"_s), !isThere);
        QCOMPARE(stage.isTickable(row), !isThere);
    }
    QCOMPARE(stage.api.server.count("POST"), 2);
}

void TestImportLoss::nothingIsSentBeforeItIsKnown()
{
    Stage stage(entriesOf({named(u"a"_s), named(u"b"_s)}));
    QVERIFY(stage.isReady);
    QVERIFY(stage.loseAll([&stage](const QByteArray &json) { stage.create(json, u"id-a"_s); }));
    QCOMPARE(stage.table()->currentIndex().row(), 0);
    QVERIFY(stage.result(0).contains(u"not known whether the pipeline was created"_s));
    QVERIFY(stage.result(1).startsWith(u"Not started"_s));
    QVERIFY(!stage.button(u"importChosen"_s)->isEnabled());
    QVERIFY(stage.dialog->findChild<QLabel *>(u"importObstacle"_s)
                ->text()
                .contains(u"Look for a first"_s));
    FormInput::click(stage.dialog.get(), u"lookForIt"_s); // fails once more
    QTRY_VERIFY(stage.button(u"lookForIt"_s)->isEnabled());
    QVERIFY(stage.button(u"lookForIt"_s)->isVisible());
    stage.api.refusals.clear();
    QVERIFY(stage.look());
    QVERIFY(stage.result(0).startsWith(u"Created."_s));
    QVERIFY(stage.button(u"importChosen"_s)->isEnabled());
    QCOMPARE(stage.api.server.count("POST"), 1);
}

// Somebody else made one of this name since the list was read.
void TestImportLoss::aNamesakeIsNotMadeTwice()
{
    Stage stage(entriesOf({named(u"a"_s)}));
    QVERIFY(stage.isReady);
    stage.api.pipelines[guideProject].append(withId(named(u"a"_s), u"id-theirs"_s));
    FormInput::click(stage.dialog.get(), u"importChosen"_s);
    QVERIFY(stage.isSettled(0));
    QVERIFY2(stage.result(0).contains(u"has a pipeline called a by now"_s),
             qPrintable(stage.result(0)));
    QCOMPARE(stage.api.server.count("POST"), 0);
}

void TestImportLoss::looksWhetherItWasUpdated_data()
{
    QTest::addColumn<QString>("runner"); // on the server after the answer was lost
    QTest::addColumn<QString>("result");
    const QString mine = u"11111111-2222-4333-8444-555555555555"_s;
    QTest::newRow("updated") << mine << u"Updated."_s;
    QTest::newRow("not updated") << guideRunner << u"is as it was before"_s;
    QTest::newRow("somebody else's")
        << u"99999999-2222-4333-8444-555555555555"_s << u"not known whether the change was saved"_s;
}

void TestImportLoss::looksWhetherItWasUpdated()
{
    QFETCH(QString, runner);
    QFETCH(QString, result);
    QJsonObject mine = named(u"there"_s);
    mine[u"agentId"_s] = u"11111111-2222-4333-8444-555555555555"_s;
    Stage stage(entriesOf({mine}));
    QVERIFY(stage.isReady);
    stage.begin(Act::fault(Act::Kind::Close), [&stage, runner](const QByteArray &) {
        QJsonObject onServer = withId(named(u"there"_s), u"id-there"_s);
        onServer[u"agentId"_s] = runner;
        stage.api.pipelines[guideProject] = {onServer};
    });
    QVERIFY(stage.isSettled(0));
    QVERIFY2(stage.result(0).contains(result), qPrintable(stage.result(0)));
    QCOMPARE(stage.api.server.count("PUT"), 1);
}

void TestImportLoss::showsLongAnswersInFull()
{
    Stage stage(entriesOf({named(u"a"_s)}));
    QVERIFY(stage.isReady);
    QJsonArray violations;
    for (int i = 0; i < 60; ++i) {
        violations.append(QJsonObject{{u"field"_s, u"streamingSource.tables[%1].schema"_s.arg(i)},
                                      {u"message"_s, u"must not be empty"_s}});
    }
    const QJsonObject problem{{u"title"_s, u"Bad Request"_s}, {u"validation-errors"_s, violations}};
    stage.api.writeAnswer = Act::reply(400, jsonText(problem));
    FormInput::click(stage.dialog.get(), u"importChosen"_s);
    QTRY_VERIFY(!stage.result(0).isEmpty());
    QVERIFY2(stage.result(0).size() < 500, "the cell shows the beginning");
    const QModelIndex cell = stage.table()->model()->index(0, ImportModel::ResultColumn);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().size() < 500);
    auto *text = FormInput::find<QPlainTextEdit>(stage.dialog.get(), u"importResult"_s);
    QVERIFY(text && text->isVisible());
    QVERIFY(text->toPlainText().endsWith(u"tables[59].schema: must not be empty"_s));
    QVERIFY2(text->height() < stage.dialog->height() / 3, "it scrolls");

    FormInput::click(stage.dialog.get(), u"copyReport"_s);
    const QStringList lines = qApp->clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3); // titles, the row, the last line's end
    QCOMPARE(lines.at(0), u"Name\tFrom\tAction\tProblems and remarks\tResult"_s);
    const QStringList cells = lines.at(1).split(u'\t');
    QCOMPARE(cells.size(), 5);
    QCOMPARE(cells.at(0), u"a"_s);
    QVERIFY(cells.at(4).endsWith(u"tables[59].schema: must not be empty"_s));
}

SLUICE_TEST(TestImportLoss, Widgets)
#include "tst_importloss.moc"
