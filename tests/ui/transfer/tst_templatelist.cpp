// SPDX-License-Identifier: Apache-2.0
#include "models/document/diff.h"
#include "models/exchange/files/portable.h"
#include "models/json/jsontext.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Templates in the main window, and two pipelines compared.
class TestTemplateList : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithATemplate();
    void asksBeforeItReplacesOne();
    void renamesAndDeletes();
    void theListBeginsAPipeline();
    void theDeleteKeyAsks();
    void needsAStore();
    void comparesTwo();

protected:
    bool hasStore() const override
    {
        return QByteArray(QTest::currentTestFunction()) != "needsAStore";
    }

private:
    QJsonObject definition(const QString &name) const;
    QDialog *nameDialog() const;
    bool save(const QString &pipeline, const QString &name);
    QStringList menuTexts() const;
};

QJsonObject TestTemplateList::definition(const QString &name) const
{
    return m->fleet()->pipelines()->definition(m->key(name));
}

QDialog *TestTemplateList::nameDialog() const
{
    return m->find<QDialog>(u"nameDialog"_s);
}

bool TestTemplateList::save(const QString &pipeline, const QString &name)
{
    if (!m->select({pipeline}) || !m->trigger(u"saveAsTemplateAction"_s) || !nameDialog())
        return false;
    m->find<QLineEdit>(u"nameEntry"_s)->setText(name);
    FormInput::click(nameDialog(), u"confirmName"_s);
    return QTest::qWaitFor([this] { return !nameDialog(); });
}

QStringList TestTemplateList::menuTexts() const
{
    QStringList texts;
    const QList<QAction *> actions = m->find<QMenu>(u"templateMenu"_s)->actions();
    for (const QAction *action : actions)
        texts += action->text();
    return texts;
}

void TestTemplateList::beginsWithATemplate()
{
    const QString name = m->shownNames().first();
    const auto *menu = m->find<QMenu>(u"templateMenu"_s);
    QVERIFY(!menu->menuAction()->isEnabled());
    QVERIFY(save(name, u"R&D"_s));
    QTRY_COMPARE(m->window()->focusWidget()->accessibleDescription(),
                 u"Saved as the template R&D"_s);
    QTRY_COMPARE(menuTexts(), QStringList{u"R&&D"_s});
    QVERIFY(menu->menuAction()->isEnabled());
    menu->actions().constFirst()->trigger();
    auto *wizard = m->window()->findChild<PipelineWizard *>();
    QVERIFY(wizard);
    QCOMPARE(wizard->form()->definition(), portableDefinition(definition(name)));
    wizard->reject(); // nothing was typed: it asks nothing
    QTRY_VERIFY(!m->window()->findChild<PipelineWizard *>());

    m->reopen();
    QTRY_COMPARE(menuTexts(), QStringList{u"R&&D"_s});
}

void TestTemplateList::asksBeforeItReplacesOne()
{
    const QStringList names = m->shownNames();
    QVERIFY(save(names.at(0), u"one"_s));
    QTRY_COMPARE(menuTexts().size(), 1);
    QVERIFY(save(names.at(1), u"ONE"_s));
    QTRY_VERIFY(m->question());
    QVERIFY(m->answer(true));
    QTRY_COMPARE(menuTexts(), QStringList{u"ONE"_s});
}

void TestTemplateList::renamesAndDeletes()
{
    const QString name = m->shownNames().first();
    QVERIFY(save(name, u"first"_s));
    QVERIFY(save(name, u"second"_s));
    QTRY_COMPARE(menuTexts().size(), 2);
    QVERIFY(m->trigger(u"templatesAction"_s));
    auto *dialog = m->find<QDialog>(u"templatesDialog"_s);
    QVERIFY(dialog);
    const auto *list = FormInput::find<QListWidget>(dialog, u"templateList"_s);
    QTRY_COMPARE(list->count(), 2);

    FormInput::click(dialog, u"renameTemplate"_s);
    QVERIFY(nameDialog());
    m->find<QLineEdit>(u"nameEntry"_s)->setText(u"second"_s);
    FormInput::click(nameDialog(), u"confirmName"_s);
    auto *problem = m->find<QLabel>(u"nameProblem"_s);
    QTRY_VERIFY(problem->text().contains(u"Another template"_s));
    m->find<QLineEdit>(u"nameEntry"_s)->setText(u"third"_s);
    QVERIFY(problem->text().isEmpty());
    FormInput::click(nameDialog(), u"confirmName"_s);
    QTRY_VERIFY(!nameDialog());
    QTRY_COMPARE(menuTexts(), (QStringList{u"second"_s, u"third"_s}));

    QTRY_COMPARE(list->currentItem()->text(), u"third"_s);
    FormInput::click(dialog, u"deleteTemplate"_s);
    QVERIFY(m->answer(false));
    QTRY_VERIFY(!m->question());
    QCOMPARE(list->count(), 2);
    FormInput::click(dialog, u"deleteTemplate"_s);
    QVERIFY(m->answer(true));
    QTRY_COMPARE(menuTexts(), QStringList{u"second"_s});
    QTRY_COMPARE(list->count(), 1);
}

void TestTemplateList::theListBeginsAPipeline()
{
    const QString name = m->shownNames().first();
    QVERIFY(save(name, u"first"_s));
    QTRY_COMPARE(menuTexts().size(), 1);
    QVERIFY(m->trigger(u"templatesAction"_s));
    auto *dialog = m->find<QDialog>(u"templatesDialog"_s);
    const auto *list = FormInput::find<QListWidget>(dialog, u"templateList"_s);
    QTRY_COMPARE(list->count(), 1);
    FormInput::click(dialog, u"beginWithTemplate"_s);
    auto *wizard = m->window()->findChild<PipelineWizard *>();
    QVERIFY(wizard);
    QCOMPARE(wizard->form()->definition(), portableDefinition(definition(name)));
    QTRY_VERIFY(!m->find<QDialog>(u"templatesDialog"_s));
}

void TestTemplateList::theDeleteKeyAsks()
{
    QVERIFY(save(m->shownNames().first(), u"first"_s));
    QTRY_COMPARE(menuTexts().size(), 1);
    QVERIFY(m->trigger(u"templatesAction"_s));
    auto *list =
        FormInput::find<QListWidget>(m->find<QDialog>(u"templatesDialog"_s), u"templateList"_s);
    QTRY_COMPARE(list->count(), 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_VERIFY(m->question());
    QCOMPARE(list->count(), 1);
    QVERIFY(m->answer(true));
    QTRY_COMPARE(list->count(), 0);
}

void TestTemplateList::needsAStore()
{
    QVERIFY(m->select({m->shownNames().first()}));
    for (const auto &name : {u"saveAsTemplateAction"_s, u"templatesAction"_s, u"trashAction"_s}) {
        QVERIFY2(!m->action(name)->isEnabled(), qPrintable(name));
        QVERIFY(!m->action(name)->toolTip().isEmpty());
    }
    QVERIFY(!m->find<QMenu>(u"templateMenu"_s)->menuAction()->isEnabled());
}

void TestTemplateList::comparesTwo()
{
    const QStringList names = m->shownNames().first(2);
    QVERIFY(m->select({names.first()}));
    QVERIFY(!m->action(u"compareAction"_s)->isEnabled());
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"compareAction"_s));
    auto *dialog = m->find<QDialog>(u"compareDialog"_s);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const QString title = dialog->findChild<QLabel *>(u"compareTitle"_s)->text();
    QVERIFY(title.contains(names.first()) && title.contains(names.last()));
    const auto *changes = dialog->findChild<QTableView *>(u"changesTable"_s);
    QVERIFY(changes->model()->rowCount() > 0);
    const QStringList runners = m->fleet()->accounts().constFirst()->runnerNames().values();
    bool isRunnerNamed = false;
    for (int row = 0; row < changes->model()->rowCount(); ++row) {
        const auto text = [changes, row](int column) {
            return changes->model()->index(row, column).data().toString();
        };
        QVERIFY(text(0) != u"Added"_s && text(0) != u"Changed"_s); // nothing will be
        isRunnerNamed |= text(1).contains(u"Runner"_s) && runners.contains(text(2));
    }
    QVERIFY(isRunnerNamed);
    const auto *sides = dialog->findChild<QTableView *>(u"jsonSidesTable"_s);
    QVERIFY(sides->model()->rowCount() > 0);
    // The two texts share the table's width.
    QVERIFY(sides->columnWidth(1) > sides->viewport()->width() / 3);
    QVERIFY(names.contains(sides->model()->headerData(1, Qt::Horizontal).toString()));
    FormInput::click(dialog, u"closeCompare"_s);
    QTRY_VERIFY(!m->find<QDialog>(u"compareDialog"_s));
}

SLUICE_TEST(TestTemplateList, Widgets)
#include "tst_templatelist.moc"
