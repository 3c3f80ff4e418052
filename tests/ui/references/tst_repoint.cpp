// SPDX-License-Identifier: Apache-2.0
#include "models/document/changesmodel.h"
#include "models/json/jsontext.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/repointstage.h"
#include "tests/support/testprogram.h"
#include "ui/widgets/noteline.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Fifty pipelines move to another secret, in the main window.
class TestRepoint : public RepointStage
{
    Q_OBJECT

private Q_SLOTS:
    void movesFifty();
    void goesOnAfterFailures();
    void stopsInTheMiddle();
    void endsWhenTheServerIsGone();
    void movesAVault();

private:
    QList<Version::Origin> versions(int number);
    QStringList captions() const; // of the new reference's parts
};

QStringList TestRepoint::captions() const
{
    QStringList texts;
    for (const QString &part : {u"Type"_s, u"Location"_s, u"Name"_s, u"Key"_s}) {
        const auto *edit = dialog()->findChild<QWidget *>(u"repointTo.secret"_s + part);
        const QList<QLabel *> labels = dialog()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() == edit)
                texts.append(label->text());
        }
    }
    return texts;
}

QList<Version::Origin> TestRepoint::versions(int number)
{
    QList<Version::Origin> origins;
    bool isRead = false;
    QObject context;
    m->store()->versions()->list(key(number), &context,
                                 [&](const StoreResult<QList<Version>> &all) {
                                     for (const Version &each : *all)
                                         origins.append(each.origin);
                                     isRead = true;
                                 });
    return QTest::qWaitFor([&isRead] { return isRead; }) ? origins : QList<Version::Origin>();
}

void TestRepoint::movesFifty()
{
    reviewAll();
    const auto *changes = dialog()->findChild<QTableView *>(u"changesTable"_s);
    QCOMPARE(changes->model()->rowCount(), 1);
    QVERIFY(changes->model()
                ->index(0, ChangesModel::WillColumn)
                .data()
                .toString()
                .contains(repointedName));
    go();
    QVERIFY(waitForEnd());
    QCOMPARE(text(u"repointHeadline"_s), u"50 re-pointed."_s);
    QVERIFY(!button(u"repointGo"_s)->isVisible() && !button(u"repointNext"_s)->isVisible());
    for (int number = 0; number < pipelineCount; ++number) {
        QCOMPARE(jsonText(onServer(number)), expected(before(number)));
        QCOMPARE(saves(number), 1);
    }
    QTRY_COMPARE(versions(7), (QList{Version::Origin::Saved, Version::Origin::BeforeSave}));
    QCOMPARE(m->fleet()->pipelines()->definition(key(7)), onServer(7));
}

void TestRepoint::goesOnAfterFailures()
{
    reviewAll();
    const QJsonObject theirs = with(before(20), "streamingSource/connection/password/secretName",
                                    u"sqlserver-password-theirs"_s);
    const QJsonObject renamed = with(before(30), "name", u"renamed elsewhere"_s);
    const QJsonObject doubled =
        with(before(40), "streamingTarget/connection/authentication/privateKey/secretName",
             u"sqlserver-password"_s);
    deleteElsewhere(10);
    saveElsewhere(20, theirs);
    saveElsewhere(30, renamed);
    saveElsewhere(40, doubled);
    go();
    QVERIFY(waitForEnd());
    QCOMPARE(text(u"repointHeadline"_s), u"47 re-pointed, 3 failed."_s);
    for (int number = 0; number < pipelineCount; ++number) {
        const bool isLeft = number == 10 || number == 20 || number == 40;
        QCOMPARE(saves(number), isLeft ? 0 : 1);
        if (!isLeft && number != 30)
            QCOMPARE(jsonText(onServer(number)), expected(before(number)));
    }
    QCOMPARE(jsonText(onServer(20)), jsonText(theirs));
    QCOMPARE(jsonText(onServer(30)), expected(renamed));
    QCOMPARE(jsonText(onServer(40)), jsonText(doubled));

    // Read and shown again before anything is sent.
    QCOMPARE(button(u"repointNext"_s)->text(), u"Retry 3 failed…"_s);
    click(u"repointNext"_s);
    QTRY_COMPARE(button(u"repointGo"_s)->text(), u"Re-point 1 pipeline"_s);
    QTRY_VERIFY(button(u"repointGo"_s)->isEnabled());
    QCOMPARE(saves(40), 0);
    QCOMPARE(results().size(), 2); // the one that is gone, and the one to send
    dialog()->findChild<QTableView *>(u"repointRows"_s)->selectRow(1);
    QCOMPARE(dialog()->findChild<QTableView *>(u"changesTable"_s)->model()->rowCount(), 2);
    go();
    QVERIFY(waitForEnd());
    QCOMPARE(jsonText(onServer(40)), expected(doubled));
    QCOMPARE(saves(40), 1);
    QCOMPARE(saves(20), 0);
}

void TestRepoint::stopsInTheMiddle()
{
    reviewAll();
    int savesSeen = 0;
    connect(m->fleet(), &Fleet::pipelineSaved, dialog(), [this, &savesSeen] {
        if (++savesSeen == 7)
            click(u"repointClose"_s);
    });
    go();
    QCOMPARE(button(u"repointClose"_s)->text(), u"&Stop"_s);
    QVERIFY(waitForEnd());
    QVERIFY(dialog()->isVisible()); // it tells what came of it
    QCOMPARE(text(u"repointHeadline"_s), u"7 re-pointed, 43 not started."_s);
    int moved = 0;
    for (int number = 0; number < pipelineCount; ++number) {
        const QByteArray now = jsonText(onServer(number));
        const bool isMoved = now == expected(before(number));
        QVERIFY(isMoved || now == jsonText(before(number)));
        moved += int(isMoved);
    }
    QCOMPARE(moved, 7);

    QCOMPARE(button(u"repointNext"_s)->text(), u"Go on with 43…"_s);
    click(u"repointNext"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"repointGo"_s)->isEnabled(), 20'000);
    QCOMPARE(button(u"repointGo"_s)->text(), u"Re-point 43 pipelines"_s);
    go();
    QVERIFY(waitForEnd());
    for (int number = 0; number < pipelineCount; ++number) {
        QCOMPARE(jsonText(onServer(number)), expected(before(number)));
        QCOMPARE(saves(number), 1);
    }
}

void TestRepoint::endsWhenTheServerIsGone()
{
    reviewAll();
    int savesSeen = 0;
    connect(m->fleet(), &Fleet::pipelineSaved, dialog(), [this, &savesSeen] {
        if (++savesSeen == 5)
            sandbox().kill();
    });
    go();
    QVERIFY(waitForEnd());
    QCOMPARE(text(u"repointHeadline"_s), u"5 re-pointed, 1 failed, 44 not started."_s);
    int sent = 0;
    for (int number = 0; number < pipelineCount; ++number)
        sent += saves(number);
    QCOMPARE(sent, 5);

    // A look at what the server has now does not get through either, and says so once.
    click(u"repointNext"_s);
    QTRY_COMPARE_WITH_TIMEOUT(results().filter(u"Not read"_s).size(), 44, 30'000);
    QTRY_VERIFY(!button(u"repointGo"_s)->isEnabled());
    click(u"repointClose"_s);
    QTRY_VERIFY(!dialog());
}

void TestRepoint::movesAVault()
{
    openDialog({u"sqlserver-password"_s, u"snowflake-private-key"_s,
                u"snowflake-private-key-passphrase"_s});
    QCOMPARE(dialog()->windowTitle(), u"Re-point references"_s);
    QVERIFY(!button(u"repointNext"_s)->isEnabled());
    QCOMPARE(captions(),
             (QStringList{u"&Provider"_s, u"&Vault"_s, u"Secret na&me"_s, u"&Key (optional)"_s}));
    QCOMPARE(text(u"repointWords"_s), u"Enter a new vault or name."_s);
    FormInput::type(dialog(), u"repointTo.secretLocation"_s, u"streaming-key-vault"_s);
    QCOMPARE(text(u"repointWords"_s), u"Nothing changes yet. Enter a new vault or name."_s);
    FormInput::type(dialog(), u"repointTo.secretLocation"_s, u"new-vault"_s);
    click(u"repointSelectNone"_s);
    QCOMPARE(text(u"repointWords"_s), u"Select the pipelines to change."_s);
    click(u"repointSelectAll"_s);
    const auto *warning = dialog()->findChild<NoteLine *>(u"repointWarning"_s);
    QVERIFY2(warning->text().isEmpty(), qPrintable(warning->text()));
    FormInput::type(dialog(), u"repointTo.secretName"_s, u"one-for-all"_s);
    QVERIFY(warning->text().contains(u"one secret for several things"_s));
    FormInput::type(dialog(), u"repointTo.secretName"_s, QString());
    QVERIFY(warning->text().isEmpty());
    click(u"repointNext"_s);
    click(u"repointBack"_s);
    click(u"repointNext"_s);
    QCOMPARE(dialog()->findChild<QTableView *>(u"changesTable"_s)->model()->rowCount(), 3);
    go();
    QVERIFY(waitForEnd());
    for (int number = 0; number < pipelineCount; ++number) {
        QCOMPARE(jsonText(onServer(number)),
                 jsonText(before(number)).replace("\"streaming-key-vault\"", "\"new-vault\""));
        QCOMPARE(saves(number), 1);
    }
}

SLUICE_TEST(TestRepoint, Widgets)
#include "tst_repoint.moc"
