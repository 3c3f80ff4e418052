// SPDX-License-Identifier: Apache-2.0
// Edits survive when the program is killed, while the user types in the form or in the JSON, and
// while a save is under way. The program has its own home.
#include "models/definition/definitionpath.h"
#include "models/document/changesmodel.h"
#include "models/fleet/fleet.h"
#include "models/support/plurals.h"
#include "tests/contract/crashstage.h"
#include "tests/contract/programhands.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/signedin.h"
#include "ui/editor/jsontab.h"
#include "ui/editor/pipelineeditor.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString host = u"streamingSource.connection.host"_s;

// Types without a pause until it is killed. Says "kept" when the store has a part of it.
int typeOn(const ProgramHands &hands, bool inJson)
{
    if (!hands.openFirst())
        return 1;
    hands.editor()->showTab(inJson ? PipelineEditor::TextTab : PipelineEditor::FormTab);
    QWidget *field = nullptr;
    if (inJson) {
        auto *json = hands.find<QPlainTextEdit>(u"jsonEditor"_s);
        json->moveCursor(QTextCursor::Start);
        json->find(u"\"host\": \""_s);
        QTextCursor cursor = json->textCursor();
        cursor.setPosition(cursor.selectionEnd());
        json->setTextCursor(cursor);
        field = json;
    } else {
        field = hands.find<QLineEdit>(host);
    }
    field->setFocus();
    QTimer keys;
    QElapsedTimer since;
    since.start();
    bool isSaid = false;
    QObject::connect(&keys, &QTimer::timeout, field, [&] {
        QTest::keyClick(field, Qt::Key_X);
        if (since.elapsed() > 2 * JsonTab::pause + 600 && !isSaid) {
            isSaid = true;
            say(u"kept"_s);
        }
    });
    keys.start(20);
    return QApplication::exec();
}

// Saves an edit to a slow server. Says "saving" when the request is on its way.
int save(const ProgramHands &hands)
{
    if (!hands.openFirst())
        return 1;
    hands.editor()->showTab(PipelineEditor::FormTab);
    QTest::keyClicks(hands.find<QLineEdit>(host), u"saved"_s);
    if (!hands.review())
        return 1;
    hands.find<QAbstractButton>(u"reviewSave"_s)->click();
    say(u"saving"_s);
    return QApplication::exec();
}

// The next start: accepts the offer, and says what the field shows then.
int look(const ProgramHands &hands)
{
    const bool isOffered = hands.acceptOffer();
    say(isOffered ? hands.editor()->document()->form()->value(host).toString() : u"no offer"_s);
    return 0;
}

// The next start, after the server's copy changed: opens the review, and says what the three sides
// have.
int merge(const ProgramHands &hands)
{
    if (!hands.acceptOffer() || !hands.review())
        return 1;
    const auto *table =
        hands.find(u"reviewDialog"_s)->findChild<QAbstractItemView *>(u"changesTable"_s);
    const QModelIndex first = table->model()->index(0, 0);
    say(QStringList{first.data(ChangesModel::PathRole).toString(),
                    first.data(ChangesModel::BaseRole).toString(),
                    first.data(ChangesModel::TheirsRole).toString(),
                    first.data(ChangesModel::MineRole).toString()}
            .join(u'|'));
    return 0;
}

int runProgram(const QString &role, const QStringList &words)
{
    const ProgramHands hands(words);
    if (role == u"--look")
        return look(hands);
    if (role == u"--merge")
        return merge(hands);
    return role == u"--save" ? save(hands) : typeOn(hands, role == u"--type-json");
}

} // namespace

class TestDraftCrash : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CrashStage> m_stage;

    static void kill(QProcess &program)
    {
        program.kill();
        QVERIFY(program.waitForFinished());
    }

    // Starts the program again. Returns what it says, if it also ends well.
    QString wordOfNextStart(const QString &role)
    {
        QProcess next;
        if (!m_stage->start(next, role))
            return {};
        const QString word = CrashStage::nextLine(next);
        const bool ended =
            QTest::qWaitFor([&next] { return next.state() == QProcess::NotRunning; }, 30'000);
        return ended && next.exitCode() == 0 ? word : u"it did not end well: "_s + word;
    }

    // A second client changes the host of the only pipeline. Returns the former host.
    QString changeElsewhere(const QString &to)
    {
        Fleet other;
        Account *account = signIn(&other, m_stage->sandbox());
        const auto keys = [&] { return other.pipelines()->keys(account->id()); };
        if (!QTest::qWaitFor([&] { return keys().size() == 1; }, 20'000))
            return {};
        const PipelineKey key = keys().constFirst();
        QJsonObject definition = readPipeline(account, key);
        const QString former = DefinitionPath::fromText(host).valueIn(definition).toString();
        DefinitionPath::fromText(host).setIn(definition, to);
        std::optional<bool> isSaved;
        Test::savePipeline(other, key, QJsonDocument(definition).toJson(), this,
                           [&](const Result<QJsonObject> &saved) { isSaved = bool(saved); });
        return QTest::qWaitFor([&] { return isSaved.has_value(); }) && *isSaved ? former
                                                                                : QString();
    }

    void begin(const QStringList &options = {})
    {
        m_stage = std::make_unique<CrashStage>(
            QStringList{u"--seed"_s, u"1"_s, u"--rate-limit"_s, u"0"_s} + options);
        QVERIFY2(m_stage->sandbox().isReady(), qPrintable(m_stage->sandbox().errorOutput()));
    }

private Q_SLOTS:

    void typingIsOfferedAfterAKill_data()
    {
        QTest::addColumn<QString>("role");
        QTest::newRow("form") << u"--type"_s;
        QTest::newRow("json")
            << u"--type-json"_s; // typed without a pause, so it is not valid JSON yet
    }

    void typingIsOfferedAfterAKill()
    {
        QFETCH(const QString, role);
        begin();
        QProcess program;
        QVERIFY(m_stage->start(program, role));
        QCOMPARE(CrashStage::nextLine(program), u"kept"_s);
        kill(program);
        const QString found = wordOfNextStart(u"--look"_s);
        QVERIFY2(found.contains(u"xxxxxxxxxx"_s), qPrintable(found));
    }

    // The review shows both sides, and the value before.
    void theServerMovedBeforeTheNextStart()
    {
        begin();
        QProcess program;
        QVERIFY(m_stage->start(program, u"--type"_s));
        QCOMPARE(CrashStage::nextLine(program), u"kept"_s);
        kill(program);
        const QString former = changeElsewhere(u"theirs.example.com"_s);
        QVERIFY(!former.isEmpty());

        const QString found = wordOfNextStart(u"--merge"_s);
        const QStringList sides = found.split(u'|');
        QCOMPARE(sides.size(), 4);
        QCOMPARE(sides.at(0), host);
        QCOMPARE(sides.at(1), former);
        QCOMPARE(sides.at(2), u"theirs.example.com"_s);
        QVERIFY2(sides.at(3).contains(u"xxxxxxxxxx"_s), qPrintable(found));
    }

    // It is not known whether the save arrived, so the edit is still there.
    void aSaveThatWasKilledIsOffered()
    {
        begin({u"--latency"_s, u"400"_s});
        QProcess program;
        QVERIFY(m_stage->start(program, u"--save"_s));
        QCOMPARE(CrashStage::nextLine(program), u"saving"_s);
        kill(program);
        const QString found = wordOfNextStart(u"--look"_s);
        QVERIFY2(found.contains(u"saved"_s), qPrintable(found));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    const QStringList words = QApplication::arguments();
    const QStringList roles{u"--type"_s, u"--type-json"_s, u"--save"_s, u"--look"_s, u"--merge"_s};
    if (roles.contains(words.value(1)))
        return runProgram(words.at(1), words.mid(2));
    TestDraftCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draftcrash.moc"
