// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/window/pagestack.h"

#include <QTest>

using namespace Sluice;

using Page = PageStack::Page;

namespace {

// A stack of empty pages.
struct PagesStage {
    PagesStage()
    {
        for (int page = 0; page < int(Page::Count); ++page)
            pages.setPage(Page(page), new QWidget);
    }

    PageStack pages;
};

} // namespace

// Which page is shown, where Back leads, and when the window may close.
class TestPageStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOnePage();
    void leadsBackToWhereTheEditorsWereOpened();
    void knowsTheWayBackWhenItTells();
    void closesWithoutEdits();
    void asksBeforeItCloses();
};

void TestPageStack::showsOnePage()
{
    PagesStage stage;
    QVERIFY(stage.pages.isShown(Page::Start));
    stage.pages.open(Page::References);
    QVERIFY(stage.pages.isShown(Page::References));
    QVERIFY(!stage.pages.isShown(Page::Start));
    QVERIFY(!PageStack().isShown(Page::Start)); // it has none
}

void TestPageStack::leadsBackToWhereTheEditorsWereOpened()
{
    PagesStage stage;
    stage.pages.open(Page::References);
    stage.pages.open(Page::Editors);
    QCOMPARE(stage.pages.back(), Page::References);
    stage.pages.open(Page::Editors); // another pipeline
    QCOMPARE(stage.pages.back(), Page::References);
    QCOMPARE(stage.pages.origin(), Page::References);
    stage.pages.open(Page::Dashboard);
    QCOMPARE(stage.pages.origin(), Page::Dashboard);
    stage.pages.open(Page::Editors);
    QCOMPARE(stage.pages.back(), Page::Dashboard);
    stage.pages.open(Page::Start);
    stage.pages.open(Page::Editors);
    QCOMPARE(stage.pages.back(), Page::Dashboard);
}

void TestPageStack::knowsTheWayBackWhenItTells()
{
    PagesStage stage;
    QList<Page> told;
    connect(&stage.pages, &QStackedWidget::currentChanged, this,
            [&] { told += stage.pages.origin(); });
    stage.pages.open(Page::References);
    stage.pages.open(Page::Editors);
    stage.pages.open(Page::Dashboard);
    QCOMPARE(told, QList<Page>({Page::References, Page::References, Page::Dashboard}));
}

void TestPageStack::closesWithoutEdits()
{
    PagesStage stage;
    QVERIFY(stage.pages.mayClose([] { QFAIL("There was nothing to ask"); }));
    stage.pages.setEdits({[] { return false; }, [](const auto &) { QFAIL("Nothing to ask"); }});
    QVERIFY(stage.pages.mayClose([] { QFAIL("There was nothing to ask"); }));
    QVERIFY(stage.pages.isShown(Page::Start));
}

void TestPageStack::asksBeforeItCloses()
{
    PagesStage stage;
    std::function<void()> answer;
    stage.pages.setEdits({[] { return true; }, [&](const auto &answered) { answer = answered; }});
    QList<bool> allowed;
    const auto close = [&] { allowed += stage.pages.mayClose([] { QFAIL("Asked again"); }); };
    QVERIFY(!stage.pages.mayClose(close));
    QVERIFY(stage.pages.isShown(Page::Editors));
    QVERIFY(allowed.isEmpty());
    answer();
    QCOMPARE(allowed, QList<bool>({true})); // kept edits are no reason to ask again
    QVERIFY(!stage.pages.mayClose(close));  // next time they are
}

SLUICE_TEST(TestPageStack, Widgets)
#include "tst_pagestack.moc"
