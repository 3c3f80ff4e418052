// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"

#include <QHeaderView>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Which columns the dashboard shows and what it is sorted by, from the menus.
class TestColumnMenus : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void hidesAndShowsColumns();
    void theOthersShareTheRoom();
    void whatIsHiddenIsKept();
    void theUsualColumnsComeBack();
    void sortsByAColumn();
    void theHeaderHasAMenu();

private:
    QAction *entry(const QString &menu, const QString &text) const;

    QHeaderView *header() const { return m->table()->horizontalHeader(); }
};

// As the user finds it: the menu has just opened.
QAction *TestColumnMenus::entry(const QString &menu, const QString &text) const
{
    auto *opened = m->find<QMenu>(menu);
    Q_EMIT opened->aboutToShow();
    const QList<QAction *> entries = opened->actions();
    for (QAction *one : entries) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

void TestColumnMenus::hidesAndShowsColumns()
{
    QAction *runner = entry(u"columnsMenu"_s, u"Runner"_s);
    QVERIFY(runner->isChecked());
    runner->trigger();
    QVERIFY(header()->isSectionHidden(PipelineModel::RunnerColumn));
    QVERIFY(!entry(u"columnsMenu"_s, u"Runner"_s)->isChecked());
    QVERIFY(entry(u"columnsMenu"_s, u"Project"_s)->isChecked());
    runner->trigger();
    QVERIFY(!header()->isSectionHidden(PipelineModel::RunnerColumn));
    QVERIFY(!entry(u"columnsMenu"_s, u"Name"_s)->isEnabled());
}

void TestColumnMenus::theOthersShareTheRoom()
{
    const int before = header()->sectionSize(PipelineModel::SourceColumn);
    entry(u"columnsMenu"_s, u"Runner"_s)->trigger();
    QVERIFY(header()->sectionSize(PipelineModel::SourceColumn) > before);
    QCOMPARE(header()->length(), m->table()->viewport()->width());
    entry(u"columnsMenu"_s, u"Runner"_s)->trigger();
    QCOMPARE(header()->sectionSize(PipelineModel::SourceColumn), before);
}

void TestColumnMenus::whatIsHiddenIsKept()
{
    entry(u"columnsMenu"_s, u"Tables"_s)->trigger();
    m->reopen();
    QVERIFY(header()->isSectionHidden(PipelineModel::TablesColumn));
    QVERIFY(!header()->isSectionHidden(PipelineModel::RunnerColumn));
}

void TestColumnMenus::theUsualColumnsComeBack()
{
    const int width = header()->sectionSize(PipelineModel::NameColumn);
    header()->moveSection(PipelineModel::NameColumn, PipelineModel::ProjectColumn);
    header()->resizeSection(PipelineModel::NameColumn, width + 100);
    entry(u"columnsMenu"_s, u"Source"_s)->trigger();
    entry(u"columnsMenu"_s, u"Usual columns"_s)->trigger();
    for (int column = 0; column < header()->count(); ++column) {
        QCOMPARE(header()->visualIndex(column), column);
        // Without a store there is no timeline. Logs are shown when somebody asks for them.
        QCOMPARE(header()->isSectionHidden(column),
                 column == PipelineModel::TimelineColumn || column == PipelineModel::LogColumn);
    }
    QCOMPARE(header()->sectionSize(PipelineModel::NameColumn), width);
}

void TestColumnMenus::sortsByAColumn()
{
    entry(u"sortMenu"_s, u"Name"_s)->trigger();
    QCOMPARE(header()->sortIndicatorSection(), int(PipelineModel::NameColumn));
    entry(u"sortMenu"_s, u"Descending"_s)->trigger();
    QVERIFY(entry(u"sortMenu"_s, u"Name"_s)->isChecked());
    QVERIFY(!entry(u"sortMenu"_s, u"Ascending"_s)->isChecked());
    QStringList sorted = m->shownNames();
    std::sort(sorted.begin(), sorted.end(),
              [](const QString &a, const QString &b) { return a > b; });
    QCOMPARE(m->shownNames(), sorted);
}

void TestColumnMenus::theHeaderHasAMenu()
{
    const QPoint place(header()->sectionViewportPosition(PipelineModel::RunnerColumn) + 5, 5);
    Q_EMIT header()->customContextMenuRequested(place);
    auto *menu = m->find<QMenu>(u"headerMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    const QList<QAction *> entries = menu->actions();
    QCOMPARE(entries.at(2)->text(), u"&Hide this column"_s);
    entries.at(2)->trigger();
    menu->close();
    QVERIFY(header()->isSectionHidden(PipelineModel::RunnerColumn));
}

SLUICE_TEST(TestColumnMenus, Widgets)
#include "tst_columnmenus.moc"
