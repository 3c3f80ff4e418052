// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/retention/retentiondialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;
using namespace Sluice::Test;

// The user says once how long a source keeps its log, and sees what is left of it.
class TestRetention : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void theUsualTimeIsOffered();
    void theAnswerHoldsForAllOfTheSource();
    void theOverviewAsksAndTells();
    void cancelSaysNothing();
    void theColumnIsSortedAndFilled();
    void keysDoAll();

protected:
    void prepare() override { m->fleet()->setPolling(false); }

private:
    RetentionDialog *dialog() const { return m->window()->findChild<RetentionDialog *>(); }

    // A pipeline of this kind of source that was seen streaming and does not stream now.
    QString stopped(const QString &type)
    {
        PipelineModel *pipelines = m->fleet()->pipelines();
        for (int row = 0; row < pipelines->rowCount(); ++row) {
            if (pipelines->row(row).sourceType != type)
                continue;
            const PipelineKey key = pipelines->row(row).key;
            pipelines->setStatus(key, u"STREAMING"_s);
            pipelines->setStatus(key, u"NOT_RUNNING"_s);
            pipelines->flush();
            return pipelines->row(row).name;
        }
        return {};
    }

    bool open(const QString &name) const
    {
        return m->select({name}) && m->trigger(u"logRetentionAction"_s) && dialog();
    }

    const PipelineRow *rowOf(const QString &name) const
    {
        return m->fleet()->pipelines()->find(m->key(name));
    }
};

void TestRetention::theUsualTimeIsOffered()
{
    const QString name = stopped(u"sqlserver"_s);
    QVERIFY(open(name));
    QVERIFY(m->find<QRadioButton>(u"retentionKept"_s)->isChecked());
    QCOMPARE(m->find<QSpinBox>(u"retentionCount"_s)->value(), 3);
    QCOMPARE(m->find<QComboBox>(u"retentionUnit"_s)->currentText(), u"days"_s);
    QCOMPARE(m->find<QLabel>(u"retentionUsual"_s)->text(),
             u"SQL Server keeps it for 3 days where nobody changed that."_s);
    // It is no answer until it is saved.
    QVERIFY(!rowOf(name)->clock);
    dialog()->accept();
    QVERIFY(rowOf(name)->clock);
    QCOMPARE(rowOf(name)->clock->retention, 72h);
}

void TestRetention::theAnswerHoldsForAllOfTheSource()
{
    const QString name = stopped(u"sqlserver"_s);
    QVERIFY(open(name));
    m->find<QSpinBox>(u"retentionCount"_s)->setValue(30);
    m->find<QComboBox>(u"retentionUnit"_s)->setCurrentText(u"hours"_s);
    dialog()->accept();
    QTRY_VERIFY(!dialog());
    const PipelineModel *pipelines = m->fleet()->pipelines();
    for (int row = 0; row < pipelines->rowCount(); ++row) {
        const LogRetention::Source source = LogRetention::sourceOf(pipelines->row(row));
        const bool isSame = source.id() == LogRetention::sourceOf(*rowOf(name)).id();
        QCOMPARE(m->retention()->of(source).kept, isSame ? 30h : 0h);
    }
    // It is there at the next start, and the dialog shows it.
    QCOMPARE(LogRetention(m->settings()).of(*rowOf(name)).kept, 30h);
    QVERIFY(open(name));
    QCOMPARE(m->find<QSpinBox>(u"retentionCount"_s)->value(), 30);
    QCOMPARE(m->find<QComboBox>(u"retentionUnit"_s)->currentText(), u"hours"_s);
}

void TestRetention::theOverviewAsksAndTells()
{
    const QString name = stopped(u"sqlserver"_s);
    QVERIFY(m->select({name}));
    auto *text = m->find<QLabel>(u"overviewClock"_s);
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"which nobody has said yet"_s));
    QVERIFY(m->click(u"overviewRetention"_s));
    QVERIFY(dialog());
    dialog()->accept();
    QTRY_VERIFY(text->text().endsWith(u"left before this pipeline needs a new snapshot."_s));
    QVERIFY(text->toolTip().contains(u"is kept for 3 days"_s));
    m->fleet()->pipelines()->setStatus(m->key(name), u"STREAMING"_s);
    QTRY_VERIFY(!text->isVisible());
}

void TestRetention::cancelSaysNothing()
{
    const QString name = stopped(u"sqlserver"_s);
    QVERIFY(open(name));
    QVERIFY(m->click(u"cancelRetention"_s));
    QCOMPARE(m->retention()->of(*rowOf(name)).kind, Retention::Kind::NotKnown);
}

void TestRetention::theColumnIsSortedAndFilled()
{
    const QString name = stopped(u"sqlserver"_s);
    QVERIFY(m->table()->isColumnHidden(PipelineModel::LogColumn));
    m->retention()->set(LogRetention::sourceOf(*rowOf(name)), {Retention::Kind::Kept, 24h});
    m->table()->sortByColumn(PipelineModel::LogColumn, Qt::AscendingOrder);
    QTRY_COMPARE(m->shownNames().constFirst(), name);
    const QString shown = m->row(name).siblingAtColumn(PipelineModel::LogColumn).data().toString();
    QVERIFY(shown == u"24 h 0 min"_s || shown == u"1 d 0 h"_s || shown.startsWith(u"23 h"_s));
}

void TestRetention::keysDoAll()
{
    const QString name = stopped(u"sqlserver"_s);
    QVERIFY(open(name));
    dialog()->activateWindow();
    QTRY_VERIFY(dialog()->isActiveWindow());
    QCOMPARE(dialog()->focusWidget(), m->find<QSpinBox>(u"retentionCount"_s));
    m->find<QRadioButton>(u"retentionKept"_s)->setFocus();
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(m->find<QRadioButton>(u"retentionEndless"_s)->isChecked());
    QVERIFY(!m->find<QSpinBox>(u"retentionCount"_s)->isEnabled());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QCOMPARE(m->retention()->of(*rowOf(name)).kind, Retention::Kind::Endless);
    QVERIFY(!rowOf(name)->clock);
}

SLUICE_TEST(TestRetention, Widgets)
#include "tst_retention.moc"
