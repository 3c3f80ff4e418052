// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowfixture.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/shared/actions.h"
#include "ui/theme/themesetting.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/turning.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Which actions are there when, the details, and the window without a mouse.
class TestWindowActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void actionStates_data();
    void actionStates();
    void statesAreWorkedOutOnceATurn();
    void disabledActionsSayWhy();
    void eachActionIsHandled();
    void menusHaveNamesAndMnemonics();
    void noControlIsUnnamed();
    void paneShowsTheCurrentPipeline();
    void definitionIsTheServersJson();
    void openAndBackByKeyboard();
    void deletedPipelineClosesItsPage();
    void contextMenuOpens();
    void shortcutsAreShown();
    void disconnectAsksAndGoesBackToStart();
    void severalAreCountedInTheirActions();
    void reducedMotionIsKept();
    void statusBarTells();
    void wizardOpensAtTheTreesPlace();
    void windowKeepsItsSize();

private:
    static QStringList enabled(const WindowFixture &f);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<WindowFixture> m;
};

void TestWindowActions::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s, u"--speed"_s, u"0.01"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
}

void TestWindowActions::init()
{
    m = std::make_unique<WindowFixture>(m_theme.get());
    m->acceptAccounts();
    m->signIn(*m_sandbox);
}

void TestWindowActions::cleanup()
{
    m.reset();
}

QStringList TestWindowActions::enabled(const WindowFixture &f)
{
    QStringList names;
    for (const auto &name :
         {u"newPipelineAction"_s, u"openAction"_s, u"startAction"_s, u"stopAction"_s,
          u"refreshAction"_s, u"copyIdAction"_s, u"deleteAction"_s, u"disconnectAction"_s}) {
        if (f.action(name)->isEnabled())
            names += name.chopped(6);
    }
    return names;
}

void TestWindowActions::actionStates_data()
{
    QTest::addColumn<QList<Badge>>("selected");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("nothing") << QList<Badge>{} << u"newPipeline refresh disconnect"_s;
    QTest::newRow("stopped") << QList<Badge>{Badge::Stopped}
                             << u"newPipeline open start refresh copyId delete disconnect"_s;
    QTest::newRow("streaming") << QList<Badge>{Badge::Streaming}
                               << u"newPipeline open stop refresh copyId delete disconnect"_s;
    QTest::newRow("both") << QList<Badge>{Badge::Streaming, Badge::Stopped}
                          << u"newPipeline start stop refresh copyId delete disconnect"_s;
}

void TestWindowActions::actionStates()
{
    QFETCH(QList<Badge>, selected);
    QFETCH(QString, wanted);
    QStringList names;
    for (const Badge badge : std::as_const(selected))
        names += m->nameWith(badge);
    QVERIFY(!names.contains(QString()));
    m->table()->clearSelection();
    QVERIFY(m->select(names));
    QCOMPARE(enabled(*m).join(u' '), wanted);
}

// However often the selection changes; what counts is how it ended.
void TestWindowActions::statesAreWorkedOutOnceATurn()
{
    QSignalSpy updated(m->find<ActionStates>({}), &ActionStates::updated);
    const auto *open = m->find<QAction>(u"openAction"_s);
    m->table()->selectAll();
    m->table()->clearSelection();
    m->table()->selectRow(0);
    QVERIFY(updated.isEmpty());
    QVERIFY(!open->isEnabled());
    QTRY_VERIFY(!updated.isEmpty());
    QVERIFY(open->isEnabled());
}

void TestWindowActions::disabledActionsSayWhy()
{
    m->table()->clearSelection();
    const auto actions = m->window()->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->isEnabled() || action->objectName().isEmpty() ||
            !action->objectName().endsWith(u"Action"_s))
            continue;
        QVERIFY2(action->toolTip().endsWith(u'.'), qPrintable(action->objectName()));
    }
    QCOMPARE(m->action(u"startAction"_s)->toolTip(), u"Select a pipeline first."_s);
    QVERIFY(m->select({m->nameWith(Badge::Streaming)}));
    QCOMPARE(m->action(u"startAction"_s)->toolTip(), u"This pipeline is not stopped."_s);
}

// Plain actions only: an action with a tick is followed by toggled() or in a group, and a submenu
// has actions of its own.
void TestWindowActions::eachActionIsHandled()
{
    const auto *actions = m->find<Actions>({});
    for (const ActionRow &row : actionTable()) {
        if (row.kind == ActionKind::Plain)
            QVERIFY2(actions->isHandled(row.id), row.name);
    }
}

void TestWindowActions::menusHaveNamesAndMnemonics()
{
    const auto menus = m->window()->findChildren<QMenu *>();
    QVERIFY(menus.size() >= 6);
    for (const QMenu *menu : menus) {
        if (menu->objectName().isEmpty() || !menu->objectName().endsWith(u"Menu"_s))
            continue;
        QSet<QChar> used;
        const auto actions = menu->actions();
        for (const QAction *action : actions) {
            if (action->isSeparator())
                continue;
            const qsizetype at = action->text().indexOf(u'&');
            QVERIFY2(at >= 0, qPrintable(action->text()));
            const QChar key = action->text().at(at + 1).toLower();
            QVERIFY2(!used.contains(key), qPrintable(menu->objectName() + action->text()));
            used.insert(key);
        }
    }
}

void TestWindowActions::noControlIsUnnamed()
{
    QVERIFY(m->select({m->shownNames().first()}));
    QVERIFY(m->trigger(u"openAction"_s));
    const auto widgets = m->window()->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool interactive =
            widget->focusPolicy() != Qt::NoFocus && !widget->isHidden() &&
            widget->window() == m->window() && // a popup's list is named by its combo box
            (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
             qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) ||
             qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QTabBar *>(widget));
        if (!interactive)
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName()));
    }
}

void TestWindowActions::paneShowsTheCurrentPipeline()
{
    const QString name = m->nameWith(Badge::Streaming);
    QVERIFY(m->select({name}));
    auto *badge = m->find<QWidget>(u"dashboardPage"_s)->findChild<BadgeLabel *>(u"overviewBadge"_s);
    QTRY_VERIFY(badge->isVisible()); // a second click might have come
    QCOMPARE(badge->look().badge, Badge::Streaming);
    QVERIFY(m->trigger(u"showDetailsAction"_s));
    QVERIFY(!badge->isVisible());
    QVERIFY(m->trigger(u"showDetailsAction"_s));
    QVERIFY(badge->isVisible());
}

void TestWindowActions::definitionIsTheServersJson()
{
    QVERIFY(m->select({m->shownNames().first()}));
    QVERIFY(m->trigger(u"openAction"_s));
    m->find<EditorPage>(u"pipelinePage"_s)->current()->showTab(PipelineEditor::TextTab);
    const auto *json = m->find<QPlainTextEdit>(u"jsonEditor"_s);
    QVERIFY(json);
    QCOMPARE(QJsonDocument::fromJson(json->toPlainText().toUtf8()).object(),
             m->fleet()->pipelines()->definition(m->table()->selection().first().key));
}

void TestWindowActions::openAndBackByKeyboard()
{
    m->table()->setFocus();
    QTest::keyClick(m->table(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(m->table(), Qt::Key_Down);
    const QString name = m->table()->selection().first().name;
    QTest::keyClick(m->table(), Qt::Key_Return);
    QVERIFY(m->find<QWidget>(u"pipelinePage"_s)->isVisible());
    QCOMPARE(m->find<QLabel>(u"pipelinePageName"_s)->text(), name);
    QTest::keyClick(m->window()->focusWidget(), Qt::Key_Escape);
    QVERIFY(m->table()->isVisible());
    QVERIFY(m->table()->hasFocus());
    QCOMPARE(m->table()->selection().first().name, name);
}

void TestWindowActions::deletedPipelineClosesItsPage()
{
    const SandboxProcess guide({u"--seed"_s, u"demo"_s, u"--rate-limit"_s, u"0"_s});
    WindowFixture f(m_theme.get());
    f.signIn(guide);
    QVERIFY(f.select({f.nameWith(Badge::Stopped)}));
    QVERIFY(f.trigger(u"openAction"_s));
    QVERIFY(f.trigger(u"deleteAction"_s));
    QVERIFY(f.answer(true));
    QTRY_VERIFY(f.table()->isVisible());
}

void TestWindowActions::contextMenuOpens()
{
    QVERIFY(m->select({m->shownNames().first()}));
    Q_EMIT m->table()->customContextMenuRequested({20, 20});
    auto *menu = m->find<QMenu>(u"pipelineContextMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(m->action(u"copyIdAction"_s)));
    menu->close();
}

void TestWindowActions::shortcutsAreShown()
{
    QVERIFY(m->trigger(u"shortcutsAction"_s));
    auto *dialog = m->find<QDialog>(u"shortcutsDialog"_s);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Return); // Close
    QTRY_VERIFY(!m->find<QDialog>(u"shortcutsDialog"_s));
}

void TestWindowActions::disconnectAsksAndGoesBackToStart()
{
    QVERIFY(m->trigger(u"disconnectAction"_s));
    QVERIFY(m->question());
    QVERIFY(m->answer(true));
    QTRY_VERIFY(m->find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(m->find<QLabel>(u"countsLabel"_s)->text(), u"Not connected"_s);
    QVERIFY(!m->action(u"newPipelineAction"_s)->isEnabled());
}

void TestWindowActions::severalAreCountedInTheirActions()
{
    const auto places = [this] {
        QList<QRect> found;
        for (const QString &name : {u"startButton"_s, u"stopButton"_s, u"refreshButton"_s})
            found += m->find<QWidget>(name)->geometry();
        return found;
    };
    const QList<QRect> before = places();
    QVERIFY(m->select({m->nameWith(Badge::Streaming), m->nameWith(Badge::Stopped)}));
    QCOMPARE(m->action(u"stopAction"_s)->text(), u"S&top 1…"_s);
    QCoreApplication::processEvents(); // the layout of the bar
    QCOMPARE(places(), before);        // no button moves for a count
    QCOMPARE(m->action(u"deleteAction"_s)->text(), u"&Delete 2…"_s);
    QVERIFY(m->select({m->nameWith(Badge::Stopped)}));
    QCOMPARE(m->action(u"deleteAction"_s)->text(), u"&Delete…"_s);
}

void TestWindowActions::reducedMotionIsKept()
{
    const auto still = [this] { return Turning::angle(m->window()) == 0.0; };
    QTRY_VERIFY(!still());
    QVERIFY(m->trigger(u"reduceMotionAction"_s));
    QVERIFY(still());
    m->reopen();
    QVERIFY(m->action(u"reduceMotionAction"_s)->isChecked());
    QVERIFY(still());
    QVERIFY(m->trigger(u"reduceMotionAction"_s));
    QTRY_VERIFY(!still());
}

void TestWindowActions::statusBarTells()
{
    m->table()->clearSelection();
    QVERIFY(m->find<QLabel>(u"countsLabel"_s)
                ->text()
                .startsWith(QString::number(m->shownNames().size())));
    QTRY_VERIFY(m->find<QLabel>(u"budgetLabel"_s)->text().contains(u"per min"_s));
    QTRY_VERIFY(m->find<QLabel>(u"lastRefreshLabel"_s)->text().contains(u':'));
    QVERIFY(m->find<QLabel>(u"accountLabel"_s)->text().startsWith(u"Sandbox"_s));
    QVERIFY(m->find<QLabel>(u"accountLabel"_s)->text().contains(u"until Sluice ends"_s));
    const int all = m->fleet()->pipelines()->rowCount();
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s), m->shownNames().first());
    QTRY_COMPARE(m->find<QLabel>(u"countsLabel"_s)->text(),
                 u"%1 of %2 pipelines"_s.arg(m->shownNames().size()).arg(all));
}

void TestWindowActions::wizardOpensAtTheTreesPlace()
{
    const QModelIndex project =
        m->node(m->row(m->shownNames().first()).data(PipelineModel::ProjectNameRole).toString());
    m->tree()->setCurrentIndex(project);
    QVERIFY(m->trigger(u"newPipelineAction"_s));
    auto *wizard = m->window()->findChild<PipelineWizard *>();
    QVERIFY(wizard);
    QTRY_VERIFY(wizard->isVisible());
    const auto choices = wizard->findChildren<QComboBox *>();
    QTRY_VERIFY(std::any_of(choices.cbegin(), choices.cend(), [&project](const QComboBox *box) {
        return box->currentText().contains(project.data().toString());
    }));
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void TestWindowActions::windowKeepsItsSize()
{
    m->window()->resize(780, 560);
    QTRY_COMPARE(m->window()->size(), QSize(780, 560));
    m->reopen();
    QTRY_COMPARE(m->window()->size(), QSize(780, 560));
}

SLUICE_TEST(TestWindowActions, Widgets)
#include "tst_windowactions.moc"
