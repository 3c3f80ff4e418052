// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/shared/actions.h"

#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// Actions as the window has them, with menus in place of those that others make.
struct ActionsStage {
    ActionsStage()
    {
        for (const ActionRow &row : actionTable()) {
            if (row.kind == ActionKind::Submenu)
                actions.setMenu(row.id, submenus.addMenu(QString::fromLatin1(row.name)));
        }
    }

    bool isEnabled(ActionId id) const { return actions.action(id)->isEnabled(); }

    QString tip(ActionId id) const { return actions.action(id)->toolTip(); }

    QMenu submenus;
    Actions actions;
};

// All that actions can need.
ActionFacts everything()
{
    ActionFacts facts;
    facts.selected.all = 1;
    facts.selected.startable = 1;
    facts.selected.stoppable = 1;
    facts.hasStore = true;
    facts.hasAccounts = true;
    facts.hasProject = true;
    facts.account = u"PROD"_s;
    facts.unsaved = 1;
    facts.isEditing = true;
    facts.canUndo = true;
    facts.canRedo = true;
    facts.canSave = true;
    facts.hasProblems = true;
    facts.hasTextFocus = true;
    facts.isTextChosen = true;
    facts.isBehind = true;
    facts.isStartHidden = true;
    return facts;
}

} // namespace

// The table of actions, and what is made of it.
class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsInItsMenu();
    void eachHasItsWords();
    void noTwoShareAName();
    void noTwoShareAShortcut();
    void noTwoShareALetterInAMenu();
    void eachThatCannotBeDoneSaysWhy();
    void eachCanBeDoneWithWhatItNeeds();
    void saysTheFirstReason();
    void countsWhatIsSelected();
    void namesWhatItIsAbout();
    void tellsItsKeys();
    void worksOnTheSelectionOfTheMoment();
};

void TestActions::eachIsInItsMenu()
{
    const ActionsStage stage;
    QSet<QAction *> shown;
    for (const MenuRow &row : menuTable()) {
        QMenu menu;
        stage.actions.fill(&menu, row.id);
        QMenu context;
        stage.actions.fillContextMenu(&context, row.id);
        QVERIFY2(!menu.isEmpty(), row.name);
        for (const ActionRow &action : actionTable()) {
            QAction *made = stage.actions.action(action.id);
            const bool isIn = action.menu == row.id;
            QCOMPARE(menu.actions().contains(made), isIn || action.alsoIn == row.id);
            QCOMPARE(context.actions().contains(made), isIn);
            if (isIn)
                shown.insert(made);
        }
        QVERIFY(!menu.actions().constFirst()->isSeparator());
    }
    QCOMPARE(std::size_t(shown.size()), actionTable().size());
}

void TestActions::eachHasItsWords()
{
    const ActionsStage stage;
    for (const MenuRow &row : menuTable()) {
        QVERIFY2(QString::fromLatin1(row.title).contains(u'&'), row.name);
        QVERIFY(!Actions::menuTitle(row.id).contains(u'&'));
    }
    for (const ActionRow &row : actionTable()) {
        QCOMPARE(row.text == nullptr, row.kind == ActionKind::Submenu);
        if (!row.text)
            continue;
        const QAction *action = stage.actions.action(row.id);
        QCOMPARE(action->objectName(), QString::fromLatin1(row.name) + u"Action"_s);
        QVERIFY2(action->text().contains(u'&'), row.name);
        QVERIFY2(!action->toolTip().isEmpty(), row.name);
        QCOMPARE(action->icon().isNull(), row.icon == nullptr);
        QCOMPARE(action->isCheckable(), row.kind == ActionKind::Checkable);
    }
}

void TestActions::noTwoShareAName()
{
    QSet<QString> names;
    for (const ActionRow &row : actionTable())
        names.insert(QString::fromLatin1(row.name));
    QCOMPARE(std::size_t(names.size()), actionTable().size());
}

void TestActions::noTwoShareAShortcut()
{
    const ActionsStage stage;
    QHash<QKeySequence, const char *> taken;
    for (const ActionRow &row : actionTable()) {
        const QKeySequence keys = row.keys.sequence();
        if (keys.isEmpty())
            continue;
        QVERIFY2(!taken.contains(keys), row.name);
        QCOMPARE(stage.actions.action(row.id)->shortcut(), keys);
        taken.insert(keys, row.name);
    }
    QVERIFY(taken.size() > 10);
}

void TestActions::noTwoShareALetterInAMenu()
{
    for (const MenuRow &menu : menuTable()) {
        QSet<QChar> letters;
        for (const ActionRow &row : actionTable()) {
            if ((row.menu != menu.id && row.alsoIn != menu.id) || !row.text)
                continue;
            const QString text = QString::fromUtf8(row.text);
            const QChar letter = text.at(text.indexOf(u'&') + 1).toLower();
            QVERIFY2(!letters.contains(letter), row.name);
            letters.insert(letter);
        }
    }
}

void TestActions::eachThatCannotBeDoneSaysWhy()
{
    ActionsStage stage;
    ActionFacts facts;
    facts.placeObstacle = u"The place is out of reach."_s;
    facts.selectedObstacle = u"The account is out of reach."_s;
    stage.actions.update(facts);
    for (const ActionRow &row : actionTable()) {
        if (row.kind == ActionKind::Submenu)
            continue;
        QCOMPARE(stage.isEnabled(row.id), !row.needs);
        QCOMPARE(stage.tip(row.id).endsWith(u'.'), bool(row.needs));
    }
}

void TestActions::eachCanBeDoneWithWhatItNeeds()
{
    ActionsStage stage;
    ActionFacts facts = everything();
    stage.actions.update(facts);
    for (const ActionRow &row : actionTable()) {
        const bool wantsTwo = row.needs.testFlag(Need::Two);
        QVERIFY2(stage.isEnabled(row.id) != wantsTwo, row.name);
    }
    facts.selected.all = 2;
    stage.actions.update(facts);
    for (const ActionRow &row : actionTable()) {
        const bool wantsOne = row.needs.testFlag(Need::One);
        QVERIFY2(stage.isEnabled(row.id) != wantsOne, row.name);
    }
}

void TestActions::saysTheFirstReason()
{
    ActionsStage stage;
    ActionFacts facts = everything();
    facts.selectedObstacle = u"Out of reach."_s;
    facts.selected.startable = 0;
    stage.actions.update(facts);
    QCOMPARE(stage.tip(ActionId::Start), u"Out of reach."_s);
    facts.selectedObstacle.clear();
    stage.actions.update(facts);
    QCOMPARE(stage.tip(ActionId::Start), u"This pipeline is not stopped."_s);
    facts.selected.all = 2;
    stage.actions.update(facts);
    QCOMPARE(stage.tip(ActionId::Start), u"None of the selected pipelines is stopped."_s);
    QCOMPARE(stage.tip(ActionId::Open), u"Select one pipeline only."_s);
    facts.selected = {};
    stage.actions.update(facts);
    QCOMPARE(stage.tip(ActionId::Start), u"Select a pipeline first."_s);
    QCOMPARE(stage.tip(ActionId::Open), u"Select a pipeline first."_s);
    facts.hasAccounts = false;
    stage.actions.update(facts);
    QCOMPARE(stage.tip(ActionId::Start), u"Connect to an account first."_s);
}

void TestActions::countsWhatIsSelected()
{
    ActionsStage stage;
    ActionFacts facts = everything();
    facts.selected.all = 3;
    facts.selected.startable = 2;
    stage.actions.update(facts);
    QCOMPARE(stage.actions.action(ActionId::Start)->text(), u"&Start 2…"_s);
    QCOMPARE(stage.actions.action(ActionId::Stop)->text(), u"S&top 1…"_s);
    QCOMPARE(stage.actions.action(ActionId::Delete)->text(), u"&Delete 3…"_s);
    facts.selected.all = 1;
    stage.actions.update(facts);
    QCOMPARE(stage.actions.action(ActionId::Start)->text(), u"&Start"_s);
    QCOMPARE(stage.actions.action(ActionId::Delete)->text(), u"&Delete…"_s);
}

void TestActions::namesWhatItIsAbout()
{
    ActionsStage stage;
    ActionFacts facts = everything();
    facts.undoText = u"Port"_s;
    stage.actions.update(facts);
    QCOMPARE(stage.actions.action(ActionId::Undo)->text(), u"&Undo: Port"_s);
    QCOMPARE(stage.actions.action(ActionId::Redo)->text(), u"&Redo"_s);
    QCOMPARE(stage.actions.action(ActionId::Disconnect)->text(), u"&Disconnect PROD…"_s);
    QCOMPARE(stage.tip(ActionId::Disconnect), u"Sign out of PROD and forget its secret"_s);
}

void TestActions::tellsItsKeys()
{
    ActionsStage stage;
    stage.actions.update(everything());
    QCOMPARE(stage.tip(ActionId::CopyId), u"Copy the id (Ctrl+Shift+C)"_s);
    QCOMPARE(stage.tip(ActionId::CopyDefinition), u"Copy the definition as JSON"_s);
}

void TestActions::worksOnTheSelectionOfTheMoment()
{
    ActionsStage stage;
    Selection selected;
    stage.actions.setSources([&selected] { return selected; },
                             [] {
                                 return ProjectPlace{u"a"_s, u"p"_s, {}};
                             });
    qsizetype worked = 0;
    stage.actions.on(ActionId::CopyId, this, [&] { worked += stage.actions.selection().size(); });
    stage.actions.action(ActionId::CopyId)->trigger();
    QCOMPARE(worked, 0); // disabled
    stage.actions.update(everything());
    selected.resize(2);
    stage.actions.action(ActionId::CopyId)->trigger();
    QCOMPARE(worked, 2);
    QCOMPARE(stage.actions.place().project, u"p"_s);
}

SLUICE_TEST(TestActions, Widgets)
#include "tst_actions.moc"
