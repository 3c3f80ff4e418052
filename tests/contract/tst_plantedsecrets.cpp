// SPDX-License-Identifier: Apache-2.0
// Secrets that are pasted by mistake are found nowhere afterwards: neither in a file that the
// program wrote, nor in what it printed, nor on the server. The program runs on a home of its own.
#include "models/fleet/fleet.h"
#include "tests/contract/crashstage.h"
#include "tests/contract/programhands.h"
#include "tests/support/forminput.h"
#include "tests/support/signedin.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/form/noteline.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString password = u"streamingSource.connection.password"_s;
// Typed where any text may stand: it must be found, or the search finds nothing at all.
const QString control = u"control-text-kept"_s;
const QString jsonControl = u"control-json-kept"_s;

// Each with a piece of it that is looked for.
struct Planted {
    QString text;
    QString piece;
};

const QList<Planted> &planted()
{
    static const QString line =
        u"gnV3Aq0ZkXl2pTfYh8sWbM1cRDuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjFtQ"_s;
    static const QList<Planted> all{
        {u"-----BEGIN PRIVATE KEY-----\nMIIEvQplantedPem0\n-----END PRIVATE KEY-----\n"_s,
         u"plantedPem0"_s},
        {u"%1\nplantedBody1%1\n"_s.arg(line), u"plantedBody1"_s},
        {u"jdbc:sqlserver://db:1433;user=sa;password=plantedJdbc2"_s, u"plantedJdbc2"_s},
        {u"postgres://sa:plantedAddress3@db.example.com/orders"_s, u"plantedAddress3"_s},
        {u"DefaultEndpointsProtocol=https;AccountName=x;AccountKey=plantedAccount4=="_s,
         u"plantedAccount4"_s},
        {u"{\"user\": \"sa\", \"password\": \"plantedJson5\"}"_s, u"plantedJson5"_s},
        {u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.plantedToken6"_s, u"plantedToken6"_s},
        {u"plantedRandom7"_s + line, u"plantedRandom7"_s},
        {u"AZURE_KEY_VAULT › vault › Password=plantedParts8"_s, u"plantedParts8"_s},
    };
    return all;
}

bool isRefused(QWidget *window)
{
    const QList<NoteLine *> notes = window->findChildren<NoteLine *>();
    return std::any_of(notes.begin(), notes.end(), [](const NoteLine *note) {
        return note->isVisible() && note->text().contains(u"a secret itself"_s);
    });
}

// Pastes each secret into each part of the password. False when one of them was not refused.
bool plantInParts(QWidget *window)
{
    if (auto *chips = FormInput::find(window, password + u".chips"_s);
        chips && !FormInput::find(window, password + u".secretName"_s))
        QTest::mouseClick(chips, Qt::LeftButton);
    for (const auto part : {".secretLocation"_L1, ".secretName"_L1, ".secretKey"_L1}) {
        for (const Planted &secret : planted()) {
            FormInput::type(window, password + part, u"name"_s);
            FormInput::paste(window, password + part, secret.text);
            auto *edit = FormInput::find<QLineEdit>(window, password + part);
            if (!isRefused(window) || edit->text() != u"name"_s)
                return false;
            edit->undo();
            edit->redo();
            QTest::keySequence(edit, QKeySequence::Undo);
            QTest::keySequence(edit, QKeySequence::Redo);
            if (edit->text().contains(secret.piece))
                return false;
        }
    }
    return true;
}

// Puts each secret where the password's name stands in the JSON, and goes elsewhere. The last one
// stays there.
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
    if (!plantInParts(editor))
        return 2;
    editor->flush();
    editor->undo();
    editor->redo();
    if (!save(hands))
        return 3;
    editor->showTab(PipelineEditor::TextTab);
    if (!plantInJson(hands))
        return 4;
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
    if (!wizard || !QTest::qWaitForWindowActive(wizard))
        return 1;
    FormInput::type(wizard, u"name"_s, control);
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.sqlserver"_s);
    wizard->showPage(WizardPages::SourceConnection);
    if (!plantInParts(wizard))
        return 2;
    QTest::keyClick(wizard, Qt::Key_Escape);
    FormInput::click(wizard->findChild<QWidget *>(u"leaveQuestion"_s), u"keepDraft"_s);
    say(u"done"_s);
    return 0;
}

int runProgram(const QString &role, const QStringList &words)
{
    const ProgramHands hands(words);
    return role == u"--wizard" ? fillWizard(hands) : edit(hands);
}

} // namespace

class TestPlantedSecrets : public QObject
{
    Q_OBJECT

private:
    // The names of the files below the folder that hold the text.
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

    // All that a second client reads of the pipelines.
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

        QVERIFY(!filesWith(m_stage->home(), control).isEmpty());
        QCOMPARE(!filesWith(m_stage->home(), jsonControl).isEmpty(), role == u"--edit");
        QCOMPARE(server.contains(control.toUtf8()), role == u"--edit");
        for (const Planted &secret : planted()) {
            QCOMPARE(filesWith(m_stage->home(), secret.piece), QStringList());
            QVERIFY2(!printed.contains(secret.piece), qPrintable(secret.piece));
            QVERIFY2(!server.contains(secret.piece.toUtf8()), qPrintable(secret.piece));
        }
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    const QStringList words = QApplication::arguments();
    if (words.size() > 1 && (words.at(1) == u"--edit" || words.at(1) == u"--wizard"))
        return runProgram(words.at(1), words.mid(2));
    TestPlantedSecrets test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plantedsecrets.moc"
