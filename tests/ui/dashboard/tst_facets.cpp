// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/facetmodel.h"
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/dashboard/facetbutton.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statestrip.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The lists to tick above the table, and the letters that the text filter found.
class TestFacets : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void tickingFiltersAtOnce();
    void byKeys();
    void aClickOnTheButtonCloses();
    void aChipTakesNoKeys();
    void facetsJoinWithTheOtherFilters();
    void areKept();
    void chipsHandTheFocusOn();
    void manyChipsLieBesideEachOther();
    void aRunnerLeadsToItsPipelines();
    void lettersFoundAreMarked_data();
    void lettersFoundAreMarked();

private:
    FacetButton *button(const QString &name) const { return m->find<FacetButton>(name); }

    // Opens the list of a facet.
    QListView *open(const QString &facet) const
    {
        button(facet)->click();
        return button(facet)->findChild<QListView *>(u"facetList"_s);
    }

    static QModelIndex entry(const QListView *list, const QString &text)
    {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() == text)
                return index;
        }
        return {};
    }

    QStringList shown(PipelineModel::Role role) const
    {
        QStringList values;
        const QStringList names = m->shownNames();
        for (const QString &name : names)
            values += m->row(name).data(role).toString();
        return values;
    }
};

void TestFacets::tickingFiltersAtOnce()
{
    const QListView *list = open(u"sourceFacet"_s);
    QVERIFY(list && list->isVisible());
    const QModelIndex mysql = entry(list, u"MySQL"_s);
    QVERIFY(mysql.isValid());
    const int count = mysql.data(FacetModel::CountRole).toInt();
    QCOMPARE(count, shown(PipelineModel::SourceTypeRole).count(u"mysql"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(mysql).center());
    QVERIFY(list->isVisible()); // several can be ticked
    QCOMPARE(m->shownNames().size(), count);
    QCOMPARE(shown(PipelineModel::SourceTypeRole).count(u"mysql"_s), count);
    const QModelIndex postgres = entry(list, u"PostgreSQL"_s);
    const int more = postgres.data(FacetModel::CountRole).toInt();
    QVERIFY(more > 0); // what the others would add
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(postgres).center());
    QCOMPARE(m->shownNames().size(), count + more);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(postgres).center());
    QCOMPARE(m->shownNames().size(), count);
}

void TestFacets::byKeys()
{
    const int all = int(m->shownNames().size());
    FacetButton *facet = button(u"runnerFacet"_s);
    QCOMPARE(facet->accessibleName(), u"Filter by: Runner"_s);
    facet->setFocus();
    QTest::keyClick(facet, Qt::Key_Space);
    auto *edit = facet->findChild<QLineEdit *>(u"facetEdit"_s);
    auto *list = facet->findChild<QListView *>(u"facetList"_s);
    QTRY_VERIFY(edit->hasFocus()); // there are many
    QTest::keyClicks(edit, u"crm-prod"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(edit, Qt::Key_Down);
    QTRY_VERIFY(list->hasFocus());
    QVERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(u"1 pipeline"_s));
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(m->shownNames().size(), 1);
    QCOMPARE(facet->accessibleDescription(), u"crm-prod"_s);
    QTest::keyClick(list, Qt::Key_Return); // closes, and takes no tick away
    QCOMPARE(m->shownNames().size(), 1);
    QTRY_VERIFY(!facet->findChild<QListView *>(u"facetList"_s));
    auto *chip = m->find<QAbstractButton>(u"facetChip"_s);
    QCOMPARE(chip->text(), u"Runner: crm-prod"_s);
    m->window()->activateWindow();
    chip->setFocus();
    QTRY_VERIFY(chip->hasFocus());
    QTest::keyClick(chip, Qt::Key_Delete);
    QCOMPARE(m->shownNames().size(), all);
    QTRY_VERIFY(m->find<QLineEdit>(u"filterEdit"_s)->hasFocus());
}

void TestFacets::aClickOnTheButtonCloses()
{
    FacetButton *facet = button(u"sourceFacet"_s);
    QVERIFY(open(u"sourceFacet"_s));
    QWindow *popup = facet->findChild<QWidget *>(u"facetPopup"_s)->windowHandle();
    const QPoint place = popup->mapFromGlobal(facet->mapToGlobal(facet->rect().center()));
    QTest::mousePress(popup, Qt::LeftButton, {}, place);
    QWindow *window = m->window()->windowHandle(); // where the button is released
    QTest::mouseRelease(window, Qt::LeftButton, {},
                        window->mapFromGlobal(facet->mapToGlobal(facet->rect().center())));
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!facet->findChild<QListView *>(u"facetList"_s));
}

// The text of a chip has names from the server.
void TestFacets::aChipTakesNoKeys()
{
    button(u"projectFacet"_s)->setChosen({{u"a/b"_s, u"R&D"_s}});
    const auto *chip = m->find<QAbstractButton>(u"facetChip"_s);
    QCOMPARE(chip->text(), u"Project: R&D"_s);
    QVERIFY(chip->shortcut().isEmpty());
}

void TestFacets::facetsJoinWithTheOtherFilters()
{
    const int all = int(m->shownNames().size());
    button(u"sourceFacet"_s)->setChosen({{u"postgres"_s, u"PostgreSQL"_s}});
    button(u"targetFacet"_s)->setChosen({{u"snowflake"_s, u"Snowflake"_s}});
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s), u"orders"_s);
    const QStringList names = m->shownNames();
    QVERIFY(!names.isEmpty() && names.size() < all);
    for (const QString &name : names) {
        QVERIFY(name.contains(u"orders"_s));
        QCOMPARE(m->row(name).data(PipelineModel::SourceTypeRole).toString(), u"postgres"_s);
        QCOMPARE(m->row(name).data(PipelineModel::TargetTypeRole).toString(), u"snowflake"_s);
    }
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s), u"nothing"_s);
    QVERIFY(m->click(u"emptyStateButton"_s));
    QCOMPARE(m->shownNames().size(), all);
    QVERIFY(button(u"sourceFacet"_s)->chosen().isEmpty());
}

void TestFacets::areKept()
{
    button(u"targetFacet"_s)->setChosen({{u"s3"_s, u"Amazon S3"_s}});
    m->find<StateStrip>(u"stateStrip"_s)->setBadges({Badge::Stopped});
    const QStringList names = m->shownNames();
    m->reopen();
    QCOMPARE(m->shownNames(), names);
    QCOMPARE(m->find<QAbstractButton>(u"facetChip"_s)->text(), u"Target: Amazon S3"_s);
    QCOMPARE(m->find<StateStrip>(u"stateStrip"_s)->badges(), QSet<Badge>{Badge::Stopped});
}

void TestFacets::chipsHandTheFocusOn()
{
    button(u"sourceFacet"_s)
        ->setChosen({{u"mysql"_s, u"MySQL"_s}, {u"postgres"_s, u"PostgreSQL"_s}});
    auto *chips = m->find<QWidget>(u"filterChips"_s);
    auto *first = chips->findChild<QAbstractButton *>(u"facetChip"_s);
    QCOMPARE(first->text(), u"Source: MySQL"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Delete);
    auto *now = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    QVERIFY(now);
    QCOMPARE(now->text(), u"Source: PostgreSQL"_s);
}

// A chip that came in the last row covered another one, and those of a further row were cut off.
void TestFacets::manyChipsLieBesideEachOther()
{
    auto *bar = m->find<QWidget>(u"filterChips"_s);
    const auto *edit = m->find<QLineEdit>(u"filterEdit"_s);
    FacetModel::Chosen chosen;
    for (int i = 9; i > 0; --i) {
        chosen.insert(QString::number(i), u"a long name"_s + QString(i, u'-'));
        button(u"runnerFacet"_s)->setChosen(chosen);
        QCoreApplication::processEvents();
        QCOMPARE(bar->findChildren<QAbstractButton *>(u"facetChip"_s).size(), chosen.size());
        QRegion taken;
        const auto chips = bar->findChildren<QAbstractButton *>(u"facetChip"_s);
        for (const auto *chip : chips) {
            QTRY_VERIFY2(bar->rect().contains(chip->geometry()), qPrintable(chip->text()));
            QVERIFY2(!taken.intersects(chip->geometry()), qPrintable(chip->text()));
            taken += chip->geometry();
        }
        // The rest of the first row is for those that all fit into it.
        const bool isBeside = bar->y() == edit->y();
        QCOMPARE(isBeside, chosen.size() == 1);
        QVERIFY(isBeside ? bar->x() > edit->geometry().right() : bar->x() == edit->x());
    }
}

void TestFacets::aRunnerLeadsToItsPipelines()
{
    // Any runner that several pipelines name.
    QString shared;
    int users = 0;
    const QStringList names = m->shownNames();
    for (const QString &name : names) {
        users = int(shown(PipelineModel::AgentIdRole)
                        .count(m->row(name).data(PipelineModel::AgentIdRole).toString()));
        if (users > 1) {
            shared = name;
            break;
        }
    }
    QVERIFY(!shared.isEmpty());
    const QString agent = m->row(shared).data(PipelineModel::AgentIdRole).toString();
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s), shared); // hides the others
    QVERIFY(m->select({shared}));
    const auto *frame =
        m->find<QWidget>(u"dashboardPage"_s)->findChild<QWidget *>(u"runnerFrame"_s);
    auto *link = frame->findChild<LinkButton *>(u"factLink"_s);
    QTRY_VERIFY(link->isVisible());
    QCOMPARE(link->text(), u"%1 pipelines"_s.arg(users));
    link->click();
    QCOMPARE(m->shownNames().size(), users);
    QCOMPARE(shown(PipelineModel::AgentIdRole).count(agent), users);
}

void TestFacets::lettersFoundAreMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::newRow("name") << u"crm-to"_s << int(PipelineModel::NameColumn);
    QTest::newRow("target") << u"insights"_s << int(PipelineModel::TargetColumn);
    QTest::newRow("runner") << u"CRM-PROD"_s << int(PipelineModel::RunnerColumn);
    QTest::newRow("source") << u"/crm"_s << int(PipelineModel::SourceColumn);
}

void TestFacets::lettersFoundAreMarked()
{
    QFETCH(const QString, text);
    QFETCH(const int, column);
    m->window()->resize(1600, 900);
    const QString name = u"crm-to-snowflake"_s;
    const auto marked = [&] {
        const QRect cell = m->table()->visualRect(m->row(name).siblingAtColumn(column));
        const QImage image = m->table()->viewport()->grab(cell).toImage();
        const QColor hit = tokensFor(m->table()->palette()).hit;
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y) == hit ? 1 : 0;
        }
        return pixels;
    };
    QCOMPARE(marked(), 0);
    QTest::keyClicks(m->find<QLineEdit>(u"filterEdit"_s),
                     column == PipelineModel::SourceColumn ? u"crm"_s : text);
    QVERIFY(m->row(name).isValid());
    const int plain = marked();
    QVERIFY(plain > 20);
    QVERIFY(m->select({name})); // also on the ground of a selected row
    QVERIFY(marked() > 20);
}

SLUICE_TEST(TestFacets, Widgets)
#include "tst_facets.moc"
