// SPDX-License-Identifier: Apache-2.0
// Secrets that are pasted by mistake are found nowhere afterwards: not in a file that the program
// wrote, not in its output, and not on the server. The program has its own home.
#include "models/fleet/fleet.h"
#include "models/support/plurals.h"
#include "tests/contract/crashstage.h"
#include "tests/contract/programhands.h"
#include "tests/contract/secretplanting.h"
#include "tests/support/forminput.h"
#include "tests/support/signedin.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDirIterator>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString password = u"streamingSource.connection.password"_s;
// Typed where any text is allowed. It must be found: else the search itself does not work.
const QString control = u"control-text-kept"_s;
const QString jsonControl = u"control-json-kept"_s;

// Puts each secret in place of the password's name in the JSON, then leaves the editor. The last
// one stays there.
bool plantInJson(const ProgramHands &hands)
{
    auto *json = hands.find<QPlainTextEdit>(u"jsonEditor"_s);
    for (const Planted &secret : planted()) {
        json->moveCursor(QTextCursor::Start);
        json->find(u"\"secretName\": \""_s);
        QTextCursor cursor = json->textCursor();
        cursor.setPosition(cursor.selectionEnd());
        cursor.movePosition(QTextCursor::EndOfLine, QTextCursor::KeepAnchor);
        QString text = secret.text;
        text.replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
        cursor.insertText(text + u"\", \"x-note\": \""_s + jsonControl + u"\","_s);
        if (!json->toPlainText().contains(secret.piece))
            return false;
        hands.editor()->flush();
        hands.editor()->showTab(PipelineEditor::FormTab);
        hands.editor()->showTab(PipelineEditor::TextTab);
        if (secret.piece != planted().constLast().piece)
            QTest::keySequence(json, QKeySequence::Undo);
    }
    return true;
}

// Plants secrets that a draft keeps although no field of the form shows them.
bool plantAroundTheForm(const ProgramHands &hands)
{
    auto *json = hands.find<QPlainTextEdit>(u"jsonEditor"_s);
    const auto keep = [&hands] {
        hands.editor()->flush();
        hands.editor()->showTab(PipelineEditor::FormTab);
        hands.editor()->showTab(PipelineEditor::TextTab);
    };
    QTest::keySequence(json, QKeySequence::Undo);
    json->moveCursor(QTextCursor::Start);
    json->find(u"{"_s);
    QTextCursor cursor = json->textCursor();
    cursor.setPosition(cursor.selectionEnd());
    cursor.insertText(plantedInProperties().text);
    keep();
    for (const Planted &secret : plantedInBrokenJson()) {
        json->selectAll();
        json->insertPlainText(
            u"{ \"x-note\": \"%1\",\n  %2\n  \"port\": 1"_s.arg(jsonControl, secret.text));
        if (!json->toPlainText().contains(secret.piece))
            return false;
        keep();
    }
    return true;
}

bool save(const ProgramHands &hands)
{
    if (!hands.review())
        return false;
    hands.find<QAbstractButton>(u"reviewSave"_s)->click();
    return QTest::qWaitFor([&hands] { return !hands.find(u"reviewDialog"_s); }, 20'000);
}

int edit(const ProgramHands &hands)
{
    if (!hands.openFirst())
        return 1;
    PipelineEditor *editor = hands.editor();
    editor->showTab(PipelineEditor::FormTab);
    FormInput::type(editor, u"streamingSource.connection.host"_s, control);
    if (!plantInParts(editor, password))
        return 2;
    editor->flush();
    editor->undo();
    editor->redo();
    if (!save(hands))
        return 3;
    editor->showTab(PipelineEditor::TextTab);
    if (!plantInJson(hands))
        return 4;
    editor->flush();
    if (!plantAroundTheForm(hands))
        return 5;
    editor->showTab(PipelineEditor::VersionsTab);
    editor->flush();
    say(u"done"_s);
    return 0;
}

int fillWizard(const ProgramHands &hands)
{
    if (!hands.isSignedIn())
        return 1;
    auto *create = hands.window()->findChild<QAction *>(u"newPipelineAction"_s);
    if (!QTest::qWaitFor([create] { return create->isEnabled(); }, 20'000))
        return 1;
    create->trigger();
    auto *wizard = hands.find<PipelineWizard>();
    if (!wizard || !ProgramHands::waitForFocus(wizard))
        return 1;
    FormInput::type(wizard, u"name"_s, control);
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    wizard->showPage(WizardPages::SourceConnection);
    if (!plantInParts(wizard, password))
        return 2;
    QTest::keyClick(wizard, Qt::Key_Escape);
    FormInput::click(wizard->findChild<QWidget *>(u"leaveQuestion"_s), u"keepDraft"_s);
    say(u"done"_s);
    return 0;
}

// Plants secrets in the dialog that moves pipelines to another reference.
int repoint(const ProgramHands &hands)
{
    if (!hands.isSignedIn())
        return 1;
    auto *secrets = hands.window()->findChild<QAction *>(u"secretsAction"_s);
    if (!QTest::qWaitFor([secrets] { return secrets->isEnabled(); }, 20'000))
        return 1;
    secrets->trigger();
    const auto *table = hands.find<QTableView>(u"secretsTable"_s);
    if (!table || !QTest::qWaitFor([table] { return table->model()->rowCount() > 0; }, 20'000))
        return 1;
    hands.find<QTableView>(u"secretsTable"_s)->selectRow(0);
    FormInput::click(hands.window(), u"repointButton"_s);
    auto *dialog = hands.find<QDialog>(u"repointDialog"_s);
    if (!dialog ||
        !QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }, 20'000))
        return 1;
    if (!plantInParts(dialog, u"repointTo"_s))
        return 2;
    FormInput::type(dialog, u"repointTo.secretName"_s, control);
    dialog->reject();
    say(u"done"_s);
    return 0;
}

int runProgram(const QString &role, const QStringList &words)
{
    const ProgramHands hands(words);
    if (role == u"--repoint")
        return repoint(hands);
    return role == u"--wizard" ? fillWizard(hands) : edit(hands);
}

} // namespace

class TestPlantedSecrets : public QObject
{
    Q_OBJECT

private:
    // The names of the files below the folder that contain the text.
    static QStringList filesWith(const QString &folder, const QString &text)
    {
        QStringList found;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QByteArray bytes = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
            const auto *const wide = reinterpret_cast<const char *>(text.utf16());
            if (bytes.contains(text.toUtf8()) ||
                bytes.contains(QByteArray::fromRawData(wide, 2 * text.size())))
                found.append(file.fileName());
        }
        return found;
    }

    // Everything that a second client reads of the pipelines.
    QByteArray onServer()
    {
        Fleet other;
        Account *account = signIn(&other, m_stage->sandbox());
        const auto keys = [&] { return other.pipelines()->keys(account->id()); };
        if (!QTest::qWaitFor([&] { return !keys().isEmpty(); }, 20'000))
            return {};
        QByteArray all;
        const QList<PipelineKey> found = keys();
        for (const PipelineKey &key : found)
            all += QJsonDocument(readPipeline(account, key)).toJson();
        return all;
    }

    std::unique_ptr<CrashStage> m_stage;

private Q_SLOTS:

    void leaveNoTrace_data()
    {
        QTest::addColumn<QString>("role");
        QTest::newRow("editor") << u"--edit"_s;
        QTest::newRow("wizard") << u"--wizard"_s;
        QTest::newRow("re-point") << u"--repoint"_s;
    }

    void leaveNoTrace()
    {
        QFETCH(const QString, role);
        m_stage = std::make_unique<CrashStage>(
            QStringList{u"--seed"_s, u"1"_s, u"--rate-limit"_s, u"0"_s});
        QVERIFY2(m_stage->sandbox().isReady(), qPrintable(m_stage->sandbox().errorOutput()));
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        QVERIFY(m_stage->start(program, role));
        QString printed;
        QString line;
        do {
            line = CrashStage::nextLine(program);
            printed += line + u'\n';
        } while (!line.isEmpty() && line != u"done"_s);
        QVERIFY2(line == u"done"_s, qPrintable(printed));
        QVERIFY(QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; },
                                30'000));
        QCOMPARE(program.exitCode(), 0);
        printed += QString::fromUtf8(program.readAll());
        const QByteArray server = onServer();

        // A re-pointing that was not carried out need not leave anything behind.
        if (role != u"--repoint")
            QVERIFY(!filesWith(m_stage->home(), control).isEmpty());
        QCOMPARE(!filesWith(m_stage->home(), jsonControl).isEmpty(), role == u"--edit");
        QCOMPARE(server.contains(control.toUtf8()), role == u"--edit");
        for (const Planted &secret :
             planted() + plantedInBrokenJson() + QList<Planted>{plantedInProperties()}) {
            QCOMPARE(filesWith(m_stage->home(), secret.piece), QStringList());
            QVERIFY2(!printed.contains(secret.piece), qPrintable(secret.piece));
            QVERIFY2(!server.contains(secret.piece.toUtf8()), qPrintable(secret.piece));
        }
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    const QStringList words = QApplication::arguments();
    if (words.size() > 1 &&
        QStringList{u"--edit"_s, u"--wizard"_s, u"--repoint"_s}.contains(words.at(1)))
        return runProgram(words.at(1), words.mid(2));
    TestPlantedSecrets test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plantedsecrets.moc"
