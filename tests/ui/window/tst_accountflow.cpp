// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "ui/shared/bannerarea.h"
#include "ui/start/startpage.h"
#include "ui/widgets/questionbox.h"
#include "ui/window/accountflow.h"
#include "ui/window/pagestack.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

using Page = PageStack::Page;

namespace {

Profile profileOf(const QString &id)
{
    Profile profile;
    profile.id = id;
    profile.name = id.toUpper();
    return profile;
}

// The flow with what it works on, without the window around it.
struct FlowStage {
    FlowStage()
        : banners(&window)
        , start(new StartPage(&secrets, {}))
    {
        pages.setPage(Page::Start, start);
        pages.setPage(Page::Dashboard, new QWidget);
        pages.open(Page::Dashboard);
    }

    QuestionBox *question() const { return window.findChild<QuestionBox *>(); }

    ScriptedApi api;
    MemorySecretStore secrets;
    Fleet fleet;
    QWidget window;
    BannerArea banners;
    PageStack pages{&window};
    StartPage *start;
    AccountFlow flow{{&fleet, nullptr, &pages, start, &banners}, &window};
};

} // namespace

// How accounts come and go, without the window.
class TestAccountFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheSecretsThatAreMissing();
    void tellsThatItWaits();
    void forgetsAMissingAccountWhenItIsTold();
    void disconnectsWhenItIsTold();
};

void TestAccountFlow::asksForTheSecretsThatAreMissing()
{
    FlowStage stage;
    QSignalSpy arrived(&stage.flow, &AccountFlow::allArrived);
    QVERIFY(!stage.flow.missing());
    stage.flow.askForSecret(profileOf(u"acc"_s), u"locked"_s);
    stage.flow.askForSecret(profileOf(u"other"_s), {});
    QVERIFY(stage.pages.isShown(Page::Start));
    QCOMPARE(stage.banners.count(), 2);
    QVERIFY(stage.flow.missing());
    QCOMPARE(stage.flow.missing()->id, u"acc"_s); // one after the other
    stage.fleet.addAccount(stage.api.makeAccount(u"acc"_s));
    QCOMPARE(stage.banners.count(), 1);
    QVERIFY(arrived.isEmpty());
    QCOMPARE(stage.flow.missing()->id, u"other"_s);
    stage.pages.open(Page::Dashboard);
    QVERIFY(!stage.flow.missing()); // nobody is asked
    stage.fleet.addAccount(stage.api.makeAccount(u"other"_s));
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(stage.banners.count(), 0);
}

void TestAccountFlow::tellsThatItWaits()
{
    FlowStage stage;
    QSignalSpy waiting(&stage.flow, &AccountFlow::waitingChanged);
    stage.flow.waitForSecrets({profileOf(u"acc"_s), profileOf(u"other"_s)});
    QCOMPARE(waiting.size(), 1);
    QTRY_COMPARE(stage.banners.count(), 1);
    stage.flow.askForSecret(profileOf(u"other"_s), {});
    QCOMPARE(stage.banners.count(), 2); // the other one is still waited for
    stage.fleet.addAccount(stage.api.makeAccount(u"acc"_s));
    QCOMPARE(stage.banners.count(), 1);
    QCOMPARE(waiting.size(), 3);
    QVERIFY(waiting.last().first().value<QList<Profile>>().isEmpty());
}

void TestAccountFlow::forgetsAMissingAccountWhenItIsTold()
{
    FlowStage stage;
    QSignalSpy disconnected(&stage.flow, &AccountFlow::disconnectRequested);
    QSignalSpy forgotten(&stage.flow, &AccountFlow::forgotten);
    stage.flow.askForSecret(profileOf(u"acc"_s), {});
    stage.flow.askToDisconnect({});
    QVERIFY(stage.question());
    QVERIFY(stage.question()->question().contains(u"ACC"_s));
    stage.question()->cancelButton()->click();
    QTRY_VERIFY(!stage.question());
    QVERIFY(stage.flow.missing());
    stage.flow.askToDisconnect({});
    stage.question()->confirmButton()->click();
    QCOMPARE(disconnected.size(), 1);
    QCOMPARE(forgotten.size(), 1);
    QVERIFY(!stage.flow.missing());
    QCOMPARE(stage.banners.count(), 0);
}

void TestAccountFlow::disconnectsWhenItIsTold()
{
    FlowStage stage;
    QSignalSpy disconnected(&stage.flow, &AccountFlow::disconnectRequested);
    stage.flow.askToDisconnect(u"acc"_s); // it is not there
    QVERIFY(!stage.question());
    stage.fleet.addAccount(stage.api.makeAccount(u"acc"_s));
    stage.flow.askToDisconnect(u"acc"_s);
    QVERIFY(stage.question());
    QVERIFY(disconnected.isEmpty());
    stage.question()->confirmButton()->click();
    QCOMPARE(disconnected.size(), 1);
    QCOMPARE(disconnected.first().first().toString(), u"acc"_s);
}

SLUICE_TEST(TestAccountFlow, Widgets)
#include "tst_accountflow.moc"
