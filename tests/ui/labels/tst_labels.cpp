// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/dashboard/dashboardpage.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Pins, tags and notes in the main window.
class TestLabels : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void aPinIsKept();
    void aPinIsForAllOrTakenFromAll();
    void tagsAndANoteAreKept();
    void onlySomeHaveATag();
    void whatIsTypedIsNotLost();
    void noSecretIsKept();
    void needsAStore();
    void keysDoAll();

protected:
    bool hasStore() const override
    {
        return QByteArray(QTest::currentTestFunction()) != "needsAStore";
    }

private:
    QWidget *tagButton() const { return m->find<QWidget>(u"tagFacet"_s); }

    QDialog *dialog() const { return m->find<QDialog>(u"labelDialog"_s); }

    QListWidget *tags() const { return m->find<QListWidget>(u"tagList"_s); }

    QString toolTip(const QString &name) const
    {
        return m->row(name)
            .siblingAtColumn(PipelineModel::NameColumn)
            .data(Qt::ToolTipRole)
            .toString();
    }

    bool open(const QStringList &names) const
    {
        return m->select(names) && m->trigger(u"labelAction"_s) && dialog();
    }

    void addTag(const QString &tag) const
    {
        m->find<QLineEdit>(u"newTag"_s)->setText(tag);
        FormInput::click(dialog(), u"addTag"_s);
    }

    bool save() const
    {
        FormInput::click(dialog(), u"saveLabel"_s);
        return QTest::qWaitFor([this] { return !dialog(); });
    }

    // Shows those with the value alone.
    QStringList found(const QString &value) const
    {
        FilterChoice choice;
        choice.facets[size_t(Facet::Tag)] = {{value, value}};
        SavedView view = m->find<DashboardPage>(u"dashboardPage"_s)->view();
        view.filter = choice;
        m->find<DashboardPage>(u"dashboardPage"_s)->showView(view);
        QCoreApplication::processEvents();
        QStringList names = m->shownNames();
        view.filter = {};
        m->find<DashboardPage>(u"dashboardPage"_s)->showView(view);
        names.sort();
        return names;
    }
};

void TestLabels::aPinIsKept()
{
    const QString name = m->shownNames().constFirst();
    QVERIFY(!tagButton()->isVisible());
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"pinAction"_s));
    QTRY_VERIFY(toolTip(name).contains(u"Pinned"_s));
    QVERIFY(tagButton()->isVisible());
    QCOMPARE(found(u"pin"_s), QStringList{name});
    m->reopen();
    m->window()->showDashboard();
    QTRY_VERIFY(toolTip(name).contains(u"Pinned"_s));
    QVERIFY(m->select({name}));
    QVERIFY(m->trigger(u"pinAction"_s));
    QTRY_VERIFY(!toolTip(name).contains(u"Pinned"_s));
    QVERIFY(!tagButton()->isVisible());
    m->reopen();
    m->window()->showDashboard();
    m->store()->database()->read([](Sql &) { return 0; }, this, [](const StoreResult<int> &) {});
    QTRY_VERIFY(m->labels()->isEmpty());
}

void TestLabels::aPinIsForAllOrTakenFromAll()
{
    const QStringList names = m->shownNames().mid(0, 3);
    QVERIFY(m->select({names.at(1)}));
    QVERIFY(m->trigger(u"pinAction"_s));
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"pinAction"_s));
    QStringList sorted = names;
    sorted.sort();
    QCOMPARE(found(u"pin"_s), sorted);
    QVERIFY(m->select(names));
    QVERIFY(m->trigger(u"pinAction"_s));
    QVERIFY(m->labels()->isEmpty());
}

void TestLabels::tagsAndANoteAreKept()
{
    const QString name = m->shownNames().constFirst();
    QVERIFY(open({name}));
    addTag(u" On  call "_s);
    addTag(u"on CALL"_s); // the same
    addTag(u"Übertrag"_s);
    QCOMPARE(tags()->count(), 2);
    m->find<QPlainTextEdit>(u"noteEdit"_s)->setPlainText(u"Ask Anna first.\nShe knows."_s);
    QVERIFY(save());
    QTRY_COMPARE(toolTip(name),
                 u"%1\nTags: On call, Übertrag\nNote: Ask Anna first.\nShe knows."_s.arg(name));
    auto *shown = m->find<QWidget>(u"dashboardPage"_s)->findChild<QLabel *>(u"overviewLabel"_s);
    QVERIFY(shown);
    QTRY_COMPARE(shown->text(), u"Tags: On call, Übertrag  ·  Note: Ask Anna first.\nShe knows."_s);
    m->reopen();
    m->window()->showDashboard();
    QTRY_VERIFY(toolTip(name).contains(u"She knows."_s));
    QCOMPARE(found(u"tag/on call"_s), QStringList{name});
    m->type(u"filterEdit"_s, u"anna"_s); // the filter finds notes and tags
    QTRY_COMPARE(m->shownNames(), QStringList{name});
    m->find<QLineEdit>(u"filterEdit"_s)->setText(u"überTRAG"_s);
    QTRY_COMPARE(m->shownNames(), QStringList{name});
    m->type(u"filterEdit"_s, u""_s);
    QVERIFY(open({name}));
    QCOMPARE(m->find<QPlainTextEdit>(u"noteEdit"_s)->toPlainText(),
             u"Ask Anna first.\nShe knows."_s);
    tags()->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(save());
    QTRY_VERIFY(!toolTip(name).contains(u"On call"_s));
}

void TestLabels::onlySomeHaveATag()
{
    const QStringList names = m->shownNames().mid(0, 3);
    QVERIFY(open({names.at(0)}));
    addTag(u"night"_s);
    QVERIFY(save());
    QVERIFY(open(names));
    QVERIFY(!m->find<QPlainTextEdit>(u"noteEdit"_s));
    QCOMPARE(tags()->item(0)->checkState(), Qt::PartiallyChecked);
    addTag(u"all"_s);
    QVERIFY(save());
    QCOMPARE(found(u"tag/night"_s), QStringList{names.at(0)}); // stayed as it was
    QCOMPARE(found(u"tag/all"_s).size(), 3);
}

void TestLabels::whatIsTypedIsNotLost()
{
    QVERIFY(open({m->shownNames().constFirst()}));
    auto *note = m->find<QPlainTextEdit>(u"noteEdit"_s);
    note->setPlainText(QString(PipelineLabel::longestNote + 1, u'x'));
    FormInput::click(dialog(), u"saveLabel"_s);
    QVERIFY(dialog());
    QVERIFY(m->find<QWidget>(u"labelProblem"_s)->isVisible());
    note->setPlainText(u"short"_s);
    for (int i = 0; i <= PipelineLabel::mostTags; ++i)
        addTag(u"tag %1"_s.arg(i));
    FormInput::click(dialog(), u"saveLabel"_s);
    QVERIFY(dialog());
    tags()->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(save());
    QCOMPARE(m->labels()->tags().size(), PipelineLabel::mostTags);
}

void TestLabels::noSecretIsKept()
{
    const QString secret = u"-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"_s;
    QVERIFY(open({m->shownNames().constFirst()}));
    addTag(secret.left(PipelineLabel::longestTag));
    m->find<QPlainTextEdit>(u"noteEdit"_s)->setPlainText(secret);
    FormInput::click(dialog(), u"saveLabel"_s);
    QVERIFY(dialog());
    m->find<QPlainTextEdit>(u"noteEdit"_s)->clear();
    QVERIFY(save());
    QVERIFY(m->labels()->isEmpty());
}

void TestLabels::needsAStore()
{
    QVERIFY(m->select({m->shownNames().constFirst()}));
    for (const QString &name : {u"pinAction"_s, u"labelAction"_s}) {
        QVERIFY(!m->action(name)->isEnabled());
        QVERIFY(m->action(name)->toolTip().contains(u"kept"_s));
    }
}

void TestLabels::keysDoAll()
{
    const QString name = m->shownNames().constFirst();
    QVERIFY(m->select({name}));
    m->table()->setFocus();
    QTest::keyClick(m->table(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY(dialog());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTest::keyClicks(dialog()->focusWidget(), u"first"_s);
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return); // adds it
    QVERIFY(dialog());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return); // saves
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(toolTip(name).contains(u"Tags: first"_s));
    m->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m->window()));
    QTest::keyClick(m->table(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(toolTip(name).contains(u"Pinned"_s));
}

SLUICE_TEST(TestLabels, Widgets)
#include "tst_labels.moc"
