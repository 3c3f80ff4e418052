// SPDX-License-Identifier: Apache-2.0
// Editing one pipeline in the real window: form, JSON, changes and one undo for all of them.
#include "models/form/sectionsmodel.h"
#include "models/json/jsontext.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditor : public EditorTest
{
    Q_OBJECT

private:
    bool sectionIsChanged(Section section)
    {
        const auto *list = m_stage->editor()->findChild<QListView *>(u"sectionList"_s);
        return list->model()
            ->index(SectionsModel::rowOf(section), 0)
            .data(SectionsModel::ChangedRole)
            .toBool();
    }

    // Selects a word of the JSON and types another over it.
    void replaceInJson(const QString &word, const QString &by)
    {
        QPlainTextEdit *json = m_stage->json();
        QVERIFY(json);
        json->moveCursor(QTextCursor::Start);
        QVERIFY2(json->find(word), qPrintable(word));
        json->setFocus();
        QTest::keyClicks(json, by);
    }

private Q_SLOTS:

    void anEditIsShownEverywhere()
    {
        const QString revert = u"revert/"_s + hostPath;
        QCOMPARE(m_stage->footer(), u"No changes"_s);
        QCOMPARE(m_stage->find<QListView>(u"sectionList"_s)->currentIndex().row(), 0);
        QVERIFY(!m_stage->find(revert));
        QVERIFY(!m_stage->find(u"reviewAndSave"_s)->isEnabled());
        m_stage->type(hostPath, u"db2.example.com"_s);
        QVERIFY(m_stage->find(revert));
        QVERIFY(sectionIsChanged(Section::SourceConnection));
        QVERIFY(!sectionIsChanged(Section::Basics));
        QCOMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes (1)"_s);
        QVERIFY(m_stage->footer().startsWith(u"1 change"_s));
        QTRY_VERIFY(m_stage->footer().contains(u"draft kept"_s));
        QVERIFY(m_stage->find(u"reviewAndSave"_s)->isEnabled());
        const auto *tabs = m_stage->find<QTabBar>(u"openPipelines"_s);
        QVERIFY(tabs->tabText(tabs->currentIndex()).contains(u'•'));

        FormInput::click(m_stage->editor(), revert);
        QCOMPARE(m_stage->text(hostPath), u"sqlserver.my-org.com"_s);
        QVERIFY(!m_stage->find(revert));
        QVERIFY(!sectionIsChanged(Section::SourceConnection));
        QCOMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes"_s);
        QCOMPARE(m_stage->footer(), u"No changes"_s);
        QVERIFY(!tabs->tabText(tabs->currentIndex()).contains(u'•'));
    }

    void changingTheNameSendsTheNameAlone()
    {
        QJsonObject strange =
            with(guideDefinition(), "futureKey", QJsonArray{1, u"1"_s, QJsonValue()});
        strange =
            with(strange, "streamingSource/connection/futureOption", QJsonObject{{u"a"_s, 1.5}});
        strange = with(strange, "streamingTarget/nothing", QJsonValue::Null);
        const PipelineKey key = m_stage->create(u"strange"_s, strange);
        QVERIFY(key.isValid());
        m_stage->open(key);
        const QJsonObject before = m_stage->onServer(key);
        QVERIFY(before.contains(u"futureKey"_s));
        QVERIFY(before.value(u"streamingTarget"_s).toObject().contains(u"nothing"_s));
        m_stage->type(u"name"_s, u"renamed"_s);
        m_stage->save();
        QJsonObject expected = before;
        expected.insert(u"name"_s, u"renamed"_s);
        QCOMPARE(m_stage->onServer(key), expected);
        QVERIFY2(m_stage->footer().startsWith(u"No changes, saved"_s),
                 qPrintable(m_stage->footer()));
    }

    void unknownTypesOpenAsJsonAndAreSavedUnharmed()
    {
        QFile file(QStringLiteral(SLUICE_TEST_DATA "/definitions/unknown-types.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject unknown = QJsonDocument::fromJson(file.readAll()).object();
        unknown.insert(u"streamingPipelineId"_s, u"a"_s);
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.pipelines[u"p1"_s] = QJsonArray{unknown};
        m_stage->f.fleet()->addAccount(api.makeAccount());
        const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
        QTRY_VERIFY(m_stage->f.fleet()->pipelines()->find(key));
        QTRY_VERIFY(m_stage->f.row(u"from-the-future"_s).isValid());
        QVERIFY(m_stage->f.select({u"from-the-future"_s}));
        QVERIFY(m_stage->f.trigger(u"openAction"_s));
        QVERIFY(m_stage->json()); // the tab that is shown
        m_stage->showTab(PipelineEditor::FormTab);
        QVERIFY(!m_stage->banner(u"unknownTypeBanner"_s).isEmpty());
        m_stage->type(u"name"_s, u"renamed"_s);
        m_stage->review();
        QTRY_VERIFY(m_stage->find(u"reviewSave"_s)->isEnabled());
        QJsonObject renamed = unknown;
        renamed.insert(u"name"_s, u"renamed"_s);
        api.writeAnswer = Act::reply(200, jsonText(renamed));
        m_stage->click(u"reviewSave"_s);
        QTRY_COMPARE(api.server.count("PUT"), 1);
        const auto put = std::find_if(api.server.seen().begin(), api.server.seen().end(),
                                      [](const Seen &seen) { return seen.method == "PUT"; });
        unknown.insert(u"name"_s, u"renamed"_s);
        QCOMPARE(QJsonDocument::fromJson(put->body).object(), unknown);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
    }

    void undoCrossesFormAndJson()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->type(databasePath, u"sales"_s);
        m_stage->showTab(PipelineEditor::TextTab);
        replaceInJson(u"1433"_s, u"1434"_s);
        QTRY_COMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes (3)"_s);

        m_stage->press(QKeySequence::Undo);
        QCOMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes (2)"_s);
        QVERIFY(m_stage->json()->toPlainText().contains(u"1433"_s));
        m_stage->showTab(PipelineEditor::FormTab);
        FormInput::click(m_stage->editor(), hostPath);
        m_stage->press(QKeySequence::Undo); // in a line edit: still the document's
        QCOMPARE(m_stage->text(databasePath), u"my_database"_s);
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(m_stage->text(hostPath), u"sqlserver.my-org.com"_s);
        QVERIFY(!m_stage->f.action(u"undoAction"_s)->isEnabled());
        m_stage->press(QKeySequence::Redo);
        m_stage->press(u"Ctrl+Y"_s); // on each platform
        m_stage->press(u"Ctrl+Shift+Z"_s);
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
        QCOMPARE(m_stage->text(portPath), u"1434"_s);
        QVERIFY(!m_stage->f.action(u"redoAction"_s)->isEnabled());
    }

    void jsonFollowsTheFormAndBack()
    {
        m_stage->type(hostPath, u"from-form"_s);
        m_stage->showTab(PipelineEditor::TextTab);
        QVERIFY(m_stage->json()->toPlainText().contains(u"\"from-form\""_s));
        replaceInJson(u"from-form"_s, u"from-json"_s);
        QTRY_COMPARE(m_stage->editor()->document()->form()->value(hostPath).toString(),
                     u"from-json"_s);
        m_stage->showTab(PipelineEditor::FormTab);
        QCOMPARE(m_stage->text(hostPath), u"from-json"_s);
    }

    void whatWasJustTypedIsNotLost()
    {
        m_stage->showTab(PipelineEditor::TextTab);
        replaceInJson(u"sqlserver.my-org.com"_s, u"typed-now"_s);
        QVERIFY(m_stage->editor()->hasEdits()); // before the pause is over
        m_stage->showTab(PipelineEditor::FormTab);
        QCOMPARE(m_stage->text(hostPath), u"typed-now"_s);
    }

    void aFaultIsMarkedAndKeepsTheForm()
    {
        m_stage->type(hostPath, u"good"_s);
        m_stage->showTab(PipelineEditor::TextTab);
        replaceInJson(u"\"sqlserver\""_s, u"sqlserver"_s);
        const auto *state = m_stage->find<QLabel>(u"jsonState"_s);
        QTRY_VERIFY2(state->text().startsWith(u"Line "_s), qPrintable(state->text()));
        QVERIFY(state->text().contains(u"column"_s));
        QCOMPARE(m_stage->json()->extraSelections().size(), 2);
        QVERIFY(!m_stage->find(u"reviewAndSave"_s)->isEnabled());
        QVERIFY(m_stage->footer().contains(u"fault"_s));
        m_stage->showTab(PipelineEditor::FormTab);
        QCOMPARE(m_stage->text(hostPath), u"good"_s);
        m_stage->showTab(PipelineEditor::TextTab);
        m_stage->json()->setFocus();
        m_stage->press(QKeySequence::Undo); // in the text: the document never had it
        for (int step = 0;
             step < 20 && !m_stage->json()->toPlainText().contains(u"\"sqlserver\""_s); ++step)
            m_stage->press(QKeySequence::Undo);
        QTRY_VERIFY(m_stage->find(u"reviewAndSave"_s)->isEnabled());
        QVERIFY(m_stage->json()->extraSelections().isEmpty());
        QCOMPARE(m_stage->editor()->document()->form()->value(hostPath).toString(), u"good"_s);
    }

    void formatsAndFinds()
    {
        m_stage->showTab(PipelineEditor::TextTab);
        QPlainTextEdit *json = m_stage->json();
        const QString canonical = json->toPlainText();
        json->setFocus();
        json->selectAll();
        QApplication::clipboard()->setText(QString::fromUtf8(
            QJsonDocument::fromJson(canonical.toUtf8()).toJson(QJsonDocument::Compact)));
        m_stage->press(QKeySequence::Paste);
        m_stage->click(u"jsonFormat"_s);
        QCOMPARE(json->toPlainText(), canonical);
        QCOMPARE(m_stage->footer(), u"No changes"_s);

        json->setFocus();
        m_stage->press(QKeySequence::Find);
        QTRY_VERIFY(m_stage->find(u"findWords"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"warehouse"_s);
        QCOMPARE(json->textCursor().selectedText(), u"warehouse"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_stage->find<QLabel>(u"findNote"_s)->text(), u"Went on from the start"_s);
        json->setFocus(); // Esc closes the bar from here too, and does not leave the pipeline
        QTest::keyClick(json, Qt::Key_Escape);
        QVERIFY(!m_stage->find(u"findWords"_s));
        QVERIFY(json->isVisible());
        QTest::keyClick(json, Qt::Key_Escape); // then leaves the text
        QVERIFY(json->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!json->isVisible());
        QVERIFY(m_stage->f.table()->isVisible());
    }

    void oneChangeIsReverted()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->type(databasePath, u"sales"_s);
        m_stage->showTab(PipelineEditor::ChangesTab);
        auto *table = m_stage->find<QTableView>(u"changesTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        table->setFocus();
        table->selectRow(0);
        QCOMPARE(table->currentIndex().data(ChangesModel::PathRole).toString(), hostPath);
        m_stage->click(u"revertChange"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(m_stage->editor()->document()->form()->value(hostPath).toString(),
                 u"sqlserver.my-org.com"_s);
        QCOMPARE(m_stage->editor()->document()->form()->value(databasePath).toString(), u"sales"_s);
        m_stage->click(u"revertAll"_s);
        QCOMPARE(m_stage->footer(), u"No changes"_s);
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes (1)"_s);
    }

    void theServersWordIsFollowedWithoutEdits()
    {
        m_stage->changeElsewhere(m_key, "streamingSource/connection/host", u"moved"_s);
        m_stage->f.fleet()->refreshAll();
        QTRY_COMPARE(m_stage->text(hostPath), u"moved"_s);
        QVERIFY(m_stage->banner(u"editorBanner"_s).isEmpty());
        QCOMPARE(m_stage->footer(), u"No changes"_s);
    }

    void aMovedServerIsToldOnce()
    {
        m_stage->type(databasePath, u"sales"_s);
        m_stage->changeElsewhere(m_key, "streamingSource/connection/host", u"moved"_s);
        m_stage->f.fleet()->refreshAll();
        QTRY_VERIFY(m_stage->banner(u"editorBanner"_s).contains(u"changed while"_s));
        QCOMPARE(m_stage->text(hostPath), u"sqlserver.my-org.com"_s);
        QTest::mouseClick(m_stage->find(u"editorBanner"_s)->findChild<QWidget *>(u"bannerClose"_s),
                          Qt::LeftButton);
        m_stage->startElsewhere(m_key); // its row changes
        QVERIFY(m_stage->banner(u"editorBanner"_s).isEmpty());
        m_stage->click(u"revertAll"_s);
        QCOMPARE(m_stage->text(hostPath), u"moved"_s);
    }
};

SLUICE_TEST(TestEditor, Widgets)
#include "tst_editor.moc"
