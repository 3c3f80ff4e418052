// SPDX-License-Identifier: Apache-2.0
// What is typed in the wizard survives when the program is killed, wherever it was typed. The
// wizard goes on where it was.
#include "models/json/jsontext.h"
#include "models/store/database/storefile.h"
#include "models/support/plurals.h"
#include "tests/contract/crashstage.h"
#include "tests/contract/programhands.h"
#include "tests/support/forminput.h"
#include "tests/support/guide.h"
#include "tests/support/guideform.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString host = u"streamingSource.connection.host"_s;
const QString port = u"streamingSource.connection.port"_s;

PipelineWizard *openWizard(const ProgramHands &hands)
{
    if (!hands.isSignedIn())
        return nullptr;
    auto *create = hands.window()->findChild<QAction *>(u"newPipelineAction"_s);
    if (!QTest::qWaitFor([create] { return create->isEnabled(); }, 20'000))
        return nullptr;
    create->trigger();
    auto *wizard = hands.find<PipelineWizard>();
    return wizard && ProgramHands::waitForFocus(wizard) ? wizard : nullptr;
}

// Project and environment are chosen, so that the draft keeps the place, too.
bool choosePlace(PipelineWizard *wizard)
{
    auto *environments = FormInput::find<QComboBox>(wizard, u"environment"_s);
    if (!QTest::qWaitFor([environments] { return environments->findText(guideEnvironment) > 0; },
                         20'000))
        return false;
    FormInput::choose(wizard, u"environment"_s, guideEnvironment);
    return QTest::qWaitFor(
        [wizard] { return wizard->form()->value(u"agentId"_s).toString() == guideRunner; });
}

// Types without a pause until it is killed. Says "kept" when the store has a part of it.
int typeOn(PipelineWizard *wizard, const QString &field)
{
    auto *widget = FormInput::find(wizard, field);
    widget->setFocus();
    QTimer keys;
    QElapsedTimer since;
    since.start();
    bool isSaid = false;
    QObject::connect(&keys, &QTimer::timeout, widget, [&] {
        QTest::keyClick(widget, Qt::Key_X);
        if (since.elapsed() > 4 * DraftStore::saveInterval.count() && !isSaid) {
            isSaid = true;
            say(u"kept"_s);
        }
    });
    keys.start(20);
    return QApplication::exec();
}

int typeName(const ProgramHands &hands)
{
    PipelineWizard *wizard = openWizard(hands);
    return wizard ? typeOn(wizard, u"name"_s) : 1;
}

// Types on a later page.
int typeHost(const ProgramHands &hands)
{
    PipelineWizard *wizard = openWizard(hands);
    if (!wizard || !choosePlace(wizard))
        return 1;
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::SourceType);
    FormInput::click(wizard, u"streamingSource.type.postgres"_s);
    wizard->showPage(WizardPages::SourceConnection);
    FormInput::type(wizard, port, u"54"_s);
    return typeOn(wizard, host);
}

// The test makes this file to say that the server no longer answers.
QString silencePath(const QString &home)
{
    return home + u"/silence"_s;
}

// True when a draft on the disk names a creation that was sent.
bool isSentOnDisk()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
    database.setDatabaseName(usualStorePath());
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    bool isSent = false;
    if (database.open()) {
        QSqlQuery query(u"SELECT sent FROM draft WHERE sent LIKE '%name%'"_s, database);
        isSent = query.next();
    }
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(u"look"_s);
    return isSent;
}

// Creates while the server does not answer. Says "sent" when the request may be on its way.
int create(const ProgramHands &hands)
{
    PipelineWizard *wizard = openWizard(hands);
    if (!wizard || !choosePlace(wizard))
        return 1;
    FormInput::type(wizard, u"name"_s, u"orders"_s);
    wizard->showPage(WizardPages::Review);
    say(u"ready"_s);
    if (!QTest::qWaitFor([] { return QFile::exists(silencePath(QDir::homePath())); }, 20'000))
        return 1;
    FormInput::click(wizard, u"create"_s);
    if (!QTest::qWaitFor(&isSentOnDisk, 20'000))
        return 1;
    say(u"sent"_s);
    return QApplication::exec();
}

// The next start: says what is offered, accepts it, and says what the wizard then shows by itself.
int lookForSent(const ProgramHands &hands)
{
    say(hands.offerText(u"nfinished new pipeline"_s));
    if (!hands.acceptOffer(u"nfinished new pipeline"_s))
        return 1;
    const auto told = [&hands] {
        const QWidget *banner = hands.find(u"creationBanner"_s);
        return banner ? banner->accessibleName() : QString();
    };
    if (!QTest::qWaitFor([&told] { return !told().isEmpty(); }, 20'000))
        return 1;
    say(told());
    return 0;
}

// The next start: accepts the offer, and says what the wizard then shows.
int look(const ProgramHands &hands)
{
    if (!hands.acceptOffer(u"nfinished new pipeline"_s)) {
        say(u"no offer"_s);
        return 0;
    }
    auto *wizard = hands.find<PipelineWizard>();
    if (!wizard)
        return 1;
    const int page = wizard->page();
    const QJsonObject definition = wizard->form()->definition();
    wizard->showPage(WizardPages::Basics);
    const auto *environments = FormInput::find<QComboBox>(wizard, u"environment"_s);
    if (!QTest::qWaitFor([environments] { return environments->count() > 1; }, 20'000))
        return 1;
    const QJsonObject shown{{u"page"_s, page},
                            {u"definition"_s, definition},
                            {u"environment"_s, environments->currentText()}};
    say(QString::fromUtf8(QJsonDocument(shown).toJson(QJsonDocument::Compact)));
    return 0;
}

int runProgram(const QString &role, const QStringList &words)
{
    const ProgramHands hands(words);
    if (role == u"--look")
        return look(hands);
    if (role == u"--create")
        return create(hands);
    if (role == u"--look-for-sent")
        return lookForSent(hands);
    return role == u"--name" ? typeName(hands) : typeHost(hands);
}

} // namespace

class TestWizardCrash : public QObject
{
    Q_OBJECT

private:
    // Kills the program while it types in that role, and starts it again.
    static QJsonObject shownAfterAKill(const QString &role)
    {
        const CrashStage stage({u"--seed"_s, u"guide"_s, u"--rate-limit"_s, u"0"_s});
        QProcess program;
        if (!stage.start(program, role) || CrashStage::nextLine(program) != u"kept"_s)
            return {};
        program.kill();
        program.waitForFinished();
        QProcess next;
        if (!stage.start(next, u"--look"_s))
            return {};
        const QString shown = CrashStage::nextLine(next);
        next.waitForFinished();
        return QJsonDocument::fromJson(shown.toUtf8()).object();
    }

private Q_SLOTS:

    void theFirstFieldIsOffered()
    {
        const QJsonObject shown = shownAfterAKill(u"--name"_s);
        const QString name = shown[u"definition"].toObject()[u"name"].toString();
        QVERIFY2(name.startsWith(u"xxxxxxxxxx"_s), qPrintable(name));
        QCOMPARE(shown[u"page"].toInt(), int(WizardPages::Basics));
    }

    void aLaterPageGoesOnWhereItWas()
    {
        const QJsonObject shown = shownAfterAKill(u"--host"_s);
        QCOMPARE(shown[u"page"].toInt(), int(WizardPages::SourceConnection));
        const QJsonObject definition = shown[u"definition"].toObject();
        QCOMPARE(definition[u"name"].toString(), u"orders"_s);
        QCOMPARE(definition[u"agentId"].toString(), guideRunner);
        QCOMPARE(shown[u"environment"].toString(), guideEnvironment);
        const QJsonObject source = definition[u"streamingSource"].toObject();
        QCOMPARE(source[u"type"].toString().toLower(), u"postgres"_s);
        QCOMPARE(source[u"connection"].toObject()[u"port"].toInt(), 54);
        const QString typed = source[u"connection"].toObject()[u"host"].toString();
        QVERIFY2(typed.startsWith(u"xxxxxxxxxx"_s), qPrintable(typed));
    }

    // The program is killed in the middle of a creation. It is not known whether the pipeline is on
    // the server, and the wizard does not claim it.
    void whatWasSentIsLookedFor()
    {
        CrashStage stage({u"--seed"_s, u"guide"_s, u"--rate-limit"_s, u"0"_s});
        QProcess program;
        QVERIFY(stage.start(program, u"--create"_s));
        QCOMPARE(CrashStage::nextLine(program), u"ready"_s);
        ::kill(pid_t(stage.sandbox().pid()), SIGSTOP);
        QFile silence(silencePath(stage.home() + u"/HOME"_s));
        const bool isSilent = silence.open(QIODevice::WriteOnly);
        const QString sent = CrashStage::nextLine(program);
        program.kill();
        program.waitForFinished();
        ::kill(pid_t(stage.sandbox().pid()), SIGCONT);
        QVERIFY(isSilent);
        QCOMPARE(sent, u"sent"_s);
        QProcess next;
        QVERIFY(stage.start(next, u"--look-for-sent"_s));
        const QString offer = CrashStage::nextLine(next);
        QVERIFY2(offer.contains(u"not known whether it was created"_s), qPrintable(offer));
        QVERIFY2(!offer.contains(u"Nothing of it"_s), qPrintable(offer));
        const QString told = CrashStage::nextLine(next);
        next.waitForFinished();
        QVERIFY2(told.contains(u"not known whether the pipeline was created"_s), qPrintable(told));
        QVERIFY2(told.contains(u"called orders"_s), qPrintable(told));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    const QStringList words = QApplication::arguments();
    const QStringList roles{u"--name"_s, u"--host"_s, u"--look"_s, u"--create"_s,
                            u"--look-for-sent"_s};
    if (roles.contains(words.value(1)))
        return runProgram(words.at(1), words.mid(2));
    TestWizardCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_wizardcrash.moc"
