// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/dashboard/dashboardpage.h"

#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What was selected in the table, and how far it was scrolled, is there again at the next start.
class TestTablePlace : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void theSelectionComesBack();
    void theScrollingComesBack();
    void rowsThatComeLaterAreSelected();
    void theUserIsNotOverruled();
    void aLargeSelectionIsNotKept();
    void aRecalledSelectionHoldsNoOrder();

protected:
    QString seed() const override { return u"60"_s; }

    bool hasStore() const override { return true; }

private:
    QStringList selected() const
    {
        QStringList names;
        const Selection chosen = m->table()->selection();
        for (const SelectedPipeline &one : chosen)
            names.append(one.name);
        names.sort();
        return names;
    }

    void reopen()
    {
        m->reopen();
        m->window()->showDashboard();
    }

    QString topName() const
    {
        return m->table()->indexAt(QPoint(0, 0)).data(PipelineModel::NameRole).toString();
    }
};

void TestTablePlace::theSelectionComesBack()
{
    QStringList names = m->shownNames().mid(3, 2);
    QVERIFY(m->select(names));
    const PipelineKey current = m->table()->currentPipeline();
    reopen();
    names.sort();
    QTRY_COMPARE(selected(), names);
    QCOMPARE(m->table()->currentPipeline(), current);
    QVERIFY(m->action(u"stopAction"_s)); // the window stands
}

void TestTablePlace::theScrollingComesBack()
{
    QScrollBar *bar = m->table()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    QTRY_VERIFY(bar->value() > 0);
    const QString top = topName();
    QVERIFY(!top.isEmpty());
    reopen();
    QTRY_COMPARE(topName(), top);
}

void TestTablePlace::rowsThatComeLaterAreSelected()
{
    const QString name = m->shownNames().at(4);
    QVERIFY(m->select({name}));
    const QString id = account()->id();
    m->window()->close();
    m->fleet()->removeAccount(id);
    reopen();
    QVERIFY(selected().isEmpty());
    m->signIn(sandbox());
    QTRY_COMPARE(selected(), QStringList{name});
}

void TestTablePlace::theUserIsNotOverruled()
{
    const QStringList names = m->shownNames();
    QVERIFY(m->select({names.at(4)}));
    const QString id = account()->id();
    m->window()->close();
    m->fleet()->removeAccount(id);
    reopen();
    m->signIn(sandbox());
    QTRY_COMPARE(selected(), QStringList{names.at(4)});
    QVERIFY(m->select({names.at(1)}));
    m->fleet()->pipelines()->removePipeline(m->key(names.at(4)));
    m->fleet()->refreshAll();
    QTRY_VERIFY(m->row(names.at(4)).isValid());
    QCOMPARE(selected(), QStringList{names.at(1)});
}

void TestTablePlace::aLargeSelectionIsNotKept()
{
    m->settings()->setValue(u"dashboard/selected"_s, QStringList(5000, u"a/b/c"_s));
    m->settings()->setValue(u"dashboard/current"_s, u"nonsense"_s);
    m->settings()->setValue(u"dashboard/top"_s, u"a//"_s);
    m->window()->close();
    m->settings()->setValue(u"dashboard/selected"_s, QStringList(5000, u"a/b/c"_s));
    reopen();
    QVERIFY(selected().isEmpty());
    m->table()->selectAll();
    m->window()->close();
    QVERIFY(m->settings()->value(u"dashboard/selected"_s).toStringList().size() <= 200);
}

// The user did nothing yet: a problem that comes meanwhile goes to the top.
void TestTablePlace::aRecalledSelectionHoldsNoOrder()
{
    m->fleet()->setPolling(false);
    const QString name = m->shownNames().constLast();
    QVERIFY(m->select({m->shownNames().at(2)}));
    reopen();
    QTRY_COMPARE(selected().size(), 1);
    QCoreApplication::processEvents();
    m->fleet()->pipelines()->setStatus(m->key(name), u"UNKNOWN"_s);
    m->fleet()->pipelines()->flush();
    QTRY_VERIFY(m->shownNames().indexOf(name) < 20);
}

SLUICE_TEST(TestTablePlace, Widgets)
#include "tst_tableplace.moc"
