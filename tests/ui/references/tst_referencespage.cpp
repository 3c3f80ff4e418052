// SPDX-License-Identifier: Apache-2.0
#include "models/account/account.h"
#include "models/definition/secret/secrettext.h"
#include "models/json/jsontext.h"
#include "models/references/referencefindingsmodel.h"
#include "models/references/referencesmodel.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/navigation/navigationbutton.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The page of references, in the window on a small company's pipelines.
class TestReferencesPage : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryReference();
    void cutsNoNames();
    void isReachedAndLeftByTheKeyboard();
    void filters();
    void showsWhoUsesIt();
    void showsWhatMayBeWrong();
    void silencesARule();
    void silencesEverywhere();
    void silencesWhatWasAskedAbout();
    void selectsAVault();
    void followsTheServer();

protected:
    void prepare() override;

private:
    QTableView *table() const { return m->find<QTableView>(u"secretsTable"_s); }

    QTableView *users() const { return m->find<QTableView>(u"secretUsers"_s); }

    QTableView *findings() const { return m->find<QTableView>(u"referenceFindings"_s); }

    QStringList names() const;
    void choose(const QString &name, const QString &location = {});
    bool statusSays(const QString &text) const;

    bool isShown() const { return table()->isVisible(); }
};

void TestReferencesPage::prepare()
{
    QVERIFY(m->trigger(u"secretsAction"_s));
    QTRY_VERIFY(isShown());
    QTRY_COMPARE(table()->model()->rowCount(), 33);
}

QStringList TestReferencesPage::names() const
{
    QStringList all;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        all.append(table()->model()->index(row, ReferencesModel::NameColumn).data().toString());
    return all;
}

void TestReferencesPage::choose(const QString &name, const QString &location)
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        const auto reference = table()
                                   ->model()
                                   ->index(row, 0)
                                   .data(ReferencesModel::ReferenceRole)
                                   .value<SecretReference>();
        if (reference.name == name && (location.isEmpty() || reference.location == location)) {
            table()->selectRow(row);
            return;
        }
    }
    QFAIL(qPrintable(u"no reference to "_s + name));
}

bool TestReferencesPage::statusSays(const QString &text) const
{
    const QList<QLabel *> labels = m->window()->statusBar()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&text](const QLabel *label) { return label->text() == text; });
}

void TestReferencesPage::listsEveryReference()
{
    QCOMPARE(names().count(u"snowflake-private-key"_s), 4); // of four places
    QVERIFY(statusSays(u"33 references, 6 with findings"_s));
    auto *button = m->find<NavigationButton>(u"secretsButton"_s);
    QCOMPARE(button->count(), 6);
    QCOMPARE(button->accessibleDescription(), u"6 references with findings"_s);
    QVERIFY(button->isChecked());
    QVERIFY(!m->find<QToolButton>(u"fleetButton"_s)->isChecked());
}

// While another column has room that it does not need.
void TestReferencesPage::cutsNoNames()
{
    m->window()->resize(1366, 768);
    const QAbstractItemView *view = table(); // where it is public
    const int wanted = view->sizeHintForColumn(ReferencesModel::NameColumn);
    QTRY_VERIFY(table()->columnWidth(ReferencesModel::NameColumn) >= wanted);
    QVERIFY(table()->columnWidth(ReferencesModel::ChecksColumn) >=
            view->sizeHintForColumn(ReferencesModel::ChecksColumn));
}

void TestReferencesPage::isReachedAndLeftByTheKeyboard()
{
    QCOMPARE(QApplication::focusWidget(), table());
    QVERIFY(m->click(u"fleetButton"_s));
    QVERIFY(!isShown());
    QVERIFY(m->find<QToolButton>(u"fleetButton"_s)->isChecked());
    auto *button = m->find<QToolButton>(u"secretsButton"_s);
    QVERIFY(!button->isChecked());
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(isShown());
    QTest::keyClick(button, Qt::Key_Space); // once more changes nothing
    QVERIFY(isShown() && button->isChecked());
    QVERIFY(m->trigger(u"findAction"_s));
    QVERIFY(isShown());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"secretFilterEdit"_s);

    m->tree()->setCurrentIndex(m->node(u"Finance"_s));
    QVERIFY(m->table()->isVisible());
    QVERIFY(m->trigger(u"secretsAction"_s));
    QVERIFY(isShown());
    m->tree()->setCurrentIndex(m->node(u"Finance"_s)); // the same place again leads back
    QVERIFY(m->table()->isVisible());
}

void TestReferencesPage::filters()
{
    m->type(u"secretFilterEdit"_s, u"kv-streaming PRIVATE-KEY"_s);
    QCOMPARE(names(),
             (QStringList{u"snowflake-private-key"_s, u"snowflake-private-key-passphrase"_s}));
    // No row is chosen just because it is the only one left, and the details stay closed.
    QVERIFY(!users()->isVisible());
    QVERIFY(!m->find<QPushButton>(u"repointButton"_s)->isEnabled());
    m->type(u"secretFilterEdit"_s, u"catalog-to-s3"_s); // a pipeline
    QCOMPARE(names(), QStringList{u"catalog-my-password"_s});
    m->type(u"secretFilterEdit"_s, u"nowhere"_s);
    QVERIFY(names().isEmpty());
    QVERIFY(statusSays(u"0 of 33 references, 6 with findings"_s));
    FormInput::click(m->window(), u"clearSecretFilters"_s);
    QCOMPARE(names().size(), 33);

    FormInput::choose(m->window(), u"secretProvider"_s, u"Google Secret Manager"_s);
    QVERIFY(!names().isEmpty() && names().size() < 33);
    FormInput::choose(m->window(), u"secretProvider"_s, u"Provider: all"_s);
    QVERIFY(!m->find<QWidget>(u"secretAccount"_s)->isVisible()); // there is one only
    auto *findings = m->find<QPushButton>(u"secretsWithFindings"_s);
    QCOMPARE(findings->text(), u"With findin&gs (6)"_s);
    FormInput::click(m->window(), u"secretsWithFindings"_s);
    QCOMPARE(names().size(), 6);
}

void TestReferencesPage::showsWhoUsesIt()
{
    choose(u"snowflake-private-key"_s, u"kv-streaming-prod"_s);
    const auto *title = m->find<QLabel>(u"secretTitle"_s);
    QCOMPARE(title->text(), u"Azure Key Vault › kv-streaming-prod › snowflake-private-key"_s);
    QCOMPARE(title->toolTip(), u"AZURE_KEY_VAULT › kv-streaming-prod › snowflake-private-key"_s);
    QCOMPARE(users()->model()->rowCount(), 3);
    FormInput::click(m->window(), u"copySecretButton"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"AZURE_KEY_VAULT › kv-streaming-prod › snowflake-private-key"_s);

    choose(u"crm-sql-password"_s); // with a key, and no location before it
    FormInput::click(m->window(), u"copySecretButton"_s);
    const std::optional<SecretText> copied = readSecretText(QGuiApplication::clipboard()->text());
    QVERIFY(copied.has_value());
    QCOMPARE(copied->reference.key, u"password"_s);
    QCOMPARE(copied->reference.name, u"crm-sql-password"_s);

    const QString name = users()->model()->index(0, 1).data().toString();
    users()->setFocus();
    users()->selectRow(0);
    QTest::keyClick(users(), Qt::Key_Return);
    QVERIFY(!isShown());
    QTRY_VERIFY(m->find<QWidget>(u"pipelineEditor"_s));
    QVERIFY(m->find<QWidget>(u"pipelineEditor"_s)->isVisible());
    QCOMPARE(m->table()->currentIndex().data(PipelineModel::NameRole).toString(), name);
    QVERIFY(m->find<QToolButton>(u"secretsButton"_s)->isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // back to where it was opened
    QVERIFY(isShown());
    QCOMPARE(users()->model()->index(0, 1).data().toString(), name);
}

void TestReferencesPage::showsWhatMayBeWrong()
{
    choose(u"catalog-my-password"_s);
    auto *tabs = m->find<QTabBar>(u"secretTabs"_s);
    QCOMPARE(tabs->tabText(1), u"Fi&ndings 0"_s);
    choose(u"snowflake-private-key"_s, u"streaming-key-vault"_s);
    QCOMPARE(tabs->tabText(1), u"Fi&ndings 1"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QVERIFY(findings()->isVisible());
    const QAbstractItemModel *model = findings()->model();
    QVERIFY(model->index(0, 2).data().toString().contains(u"kv-streaming-prod"_s));
    QVERIFY(!model->index(0, 3).data().toString().isEmpty());
}

void TestReferencesPage::silencesARule()
{
    choose(u"snowflake-private-key"_s, u"streaming-key-vault"_s);
    auto *tabs = m->find<QTabBar>(u"secretTabs"_s);
    auto *silence = m->find<QPushButton>(u"silenceButton"_s);
    QVERIFY(!silence->isVisible());
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QVERIFY(silence->isVisible() && !silence->isEnabled());
    findings()->selectRow(0);
    const QModelIndex state = findings()->model()->index(0, ReferenceFindingsModel::StateColumn);
    QVERIFY(state.data().toString().isEmpty());
    FormInput::click(m->window(), u"silenceButton"_s);
    auto *reason = m->find<QLineEdit>(u"silenceReason"_s);
    QTRY_COMPARE(QApplication::focusWidget(), reason);
    QVERIFY(m->find<QLabel>(u"silenceScope"_s)->isVisible());
    QTest::keyClicks(reason, u"test data"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_COMPARE(state.data().toString(), u"Silenced: test data"_s);
    QCOMPARE(tabs->tabText(1), u"Fi&ndings 0"_s);
    QCOMPARE(silence->text(), u"&Report again…"_s);
    // Its passphrase was reported by the same rule.
    QTRY_COMPARE(m->find<NavigationButton>(u"secretsButton"_s)->count(), 4);
    FormInput::click(m->window(), u"silenceButton"_s);
    QTRY_VERIFY(m->find<QPushButton>(u"silenceConfirm"_s));
    QVERIFY(!m->find<QLineEdit>(u"silenceReason"_s)->isVisible());
    FormInput::click(m->window(), u"silenceConfirm"_s);
    QTRY_COMPARE(m->find<NavigationButton>(u"secretsButton"_s)->count(), 6);
    QVERIFY(state.data().toString().isEmpty());
}

// One rule for all pipelines that it is about, and no secret among the words for it.
void TestReferencesPage::silencesEverywhere()
{
    const auto count = [this] { return m->find<NavigationButton>(u"secretsButton"_s)->count(); };
    choose(u"snowflake-private-key"_s, u"streaming-key-vault"_s);
    auto *tabs = m->find<QTabBar>(u"secretTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    findings()->selectAll();
    const int before = count();
    FormInput::click(m->window(), u"silenceButton"_s);
    auto *reason = m->find<QLineEdit>(u"silenceReason"_s);
    QTRY_VERIFY(reason->isVisible());
    reason->setText(u"-----BEGIN RSA PRIVATE KEY-----"_s);
    QVERIFY(!m->find<QPushButton>(u"silenceConfirm"_s)->isEnabled());
    // Nor what only looks like one.
    for (const QString &text : {u"password=hunter2"_s, u"AKIAIOSFODNN7EXAMPLE"_s}) {
        reason->setText(text);
        QVERIFY2(!m->find<QPushButton>(u"silenceConfirm"_s)->isEnabled(), qPrintable(text));
    }
    reason->setText(u"moves in June"_s);
    QVERIFY(m->find<QPushButton>(u"silenceConfirm"_s)->isEnabled());
    auto *everywhere = m->find<QRadioButton>(u"silenceEverywhere"_s);
    QVERIFY(everywhere->isVisible());
    everywhere->click();
    FormInput::click(m->window(), u"silenceConfirm"_s);
    QTRY_VERIFY(count() < before - 2); // more than the one pipeline that was selected
    choose(u"snowflake-private-key"_s, u"kv-streaming-prod"_s);
    const QModelIndex state = findings()->model()->index(0, ReferenceFindingsModel::StateColumn);
    QCOMPARE(state.data().toString(), u"Silenced: moves in June"_s);
    findings()->selectAll();
    FormInput::click(m->window(), u"silenceButton"_s);
    QTRY_VERIFY(m->find<QRadioButton>(u"silenceEverywhere"_s)->isVisible());
    m->find<QRadioButton>(u"silenceEverywhere"_s)->click();
    FormInput::click(m->window(), u"silenceConfirm"_s);
    QTRY_COMPARE(count(), before);
}

// The list may move on while the question is open.
void TestReferencesPage::silencesWhatWasAskedAbout()
{
    choose(u"snowflake-private-key"_s, u"streaming-key-vault"_s);
    auto *tabs = m->find<QTabBar>(u"secretTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    findings()->selectRow(0);
    FormInput::click(m->window(), u"silenceButton"_s);
    QTRY_VERIFY(m->find<QLineEdit>(u"silenceReason"_s));
    m->find<QLineEdit>(u"silenceReason"_s)->setText(u"agreed"_s);
    choose(u"catalog-my-password"_s);
    FormInput::click(m->window(), u"silenceConfirm"_s);
    choose(u"snowflake-private-key"_s, u"streaming-key-vault"_s);
    QTRY_COMPARE(
        findings()->model()->index(0, ReferenceFindingsModel::StateColumn).data().toString(),
        u"Silenced: agreed"_s);
    findings()->selectRow(0);
    FormInput::click(m->window(), u"silenceButton"_s);
    QTRY_VERIFY(m->find<QPushButton>(u"silenceConfirm"_s));
    FormInput::click(m->window(), u"silenceConfirm"_s);
}

void TestReferencesPage::selectsAVault()
{
    // While none is selected, the pane has the ground of the tables that come in its place.
    table()->selectionModel()->clear();
    auto *pane = m->find<QWidget>(u"secretDetails"_s);
    QTRY_VERIFY(pane->findChild<EmptyState *>()->isVisible());
    QCOMPARE(pane->grab().toImage().pixelColor(4, 4), pane->palette().color(QPalette::Base));
    choose(u"snowflake-private-key"_s, u"kv-streaming-prod"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(table()->viewport(), &event);
    auto *menu = m->find<QMenu>(u"secretMenu"_s);
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    QVERIFY(actions.at(1)->text().contains(u"kv-streaming-prod"_s));
    actions.at(1)->trigger();
    menu->close();
    const QModelIndexList rows = table()->selectionModel()->selectedRows();
    QVERIFY(rows.size() > 3);
    QVERIFY(statusSays(u"33 references, 6 with findings, %1 selected"_s.arg(rows.size())));
    for (const QModelIndex &row : rows)
        QCOMPARE(row.data(ReferencesModel::ReferenceRole).value<SecretReference>().location,
                 u"kv-streaming-prod"_s);
}

void TestReferencesPage::followsTheServer()
{
    choose(u"catalog-my-password"_s);
    const QPersistentModelIndex chosen = table()->currentIndex();
    const QString pipeline = users()->model()->index(0, 1).data().toString();
    const PipelineKey key = m->key(pipeline);
    Fleet other;
    QVERIFY(signIn(&other, sandbox()));
    const QJsonObject changed =
        with(readPipeline(account(), key), "streamingSource/connection/password/secretName",
             u"catalog-my-password-2"_s);
    std::optional<bool> isSaved;
    QTRY_VERIFY(!other.accounts().constFirst()->projects().isEmpty());
    Test::savePipeline(other, {other.accounts().constFirst()->id(), key.project, key.pipeline},
                       jsonText(changed), this,
                       [&isSaved](const Result<QJsonObject> &result) { isSaved = bool(result); });
    QTRY_VERIFY(isSaved.has_value());
    QVERIFY(*isSaved);
    choose(u"web-pg-password"_s);
    const QPersistentModelIndex current = table()->currentIndex();
    m->fleet()->refreshAll();
    QTRY_VERIFY(names().contains(u"catalog-my-password-2"_s));
    QVERIFY(!chosen.isValid());
    QCOMPARE(table()->currentIndex(), QModelIndex(current));
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
}

SLUICE_TEST(TestReferencesPage, Widgets)
#include "tst_referencespage.moc"
