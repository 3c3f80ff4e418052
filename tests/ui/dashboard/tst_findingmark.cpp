// SPDX-License-Identifier: Apache-2.0
// The mark at the names of pipelines whose references to secrets have findings.
#include "models/fleet/table/pipelinefilter.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/dashboard/namedelegate.h"
#include "ui/editor/definitiontab.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/noteline.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// Uses a secret whose name another vault has, too; the other uses its own.
const QString odd = u"treasury-to-snowflake"_s;
const QString fine = u"tours-to-gcs"_s;

// Counts what widgets do to show themselves.
class UnrestCounter final : public QObject
{
public:
    UnrestCounter() { QCoreApplication::instance()->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest || event->type() == QEvent::UpdateRequest;
        return false;
    }

    int count = 0;
};

} // namespace

class TestFindingMark : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void marksThoseWithFindings();
    void saysWhatItIs();
    void goesWhenSilenced();
    void overviewSaysTheSame();
    void overviewComesToRest();
    void aFindingLeadsToItsField();
    void nameIsCutBeforeTheMark();

protected:
    void prepare() override
    {
        QTRY_VERIFY(nameCell(odd).data(PipelineFilter::FindingsRole).toBool());
    }

private:
    QModelIndex nameCell(const QString &pipeline) const
    {
        return m->row(pipeline).siblingAtColumn(PipelineModel::NameColumn);
    }

    QImage picture(const QString &pipeline) const
    {
        m->table()->scrollTo(nameCell(pipeline));
        return m->table()->viewport()->grab(m->table()->visualRect(nameCell(pipeline))).toImage();
    }

    QWidget *findings() const { return m->find<QWidget>(u"overviewFindings"_s); }
};

void TestFindingMark::marksThoseWithFindings()
{
    QVERIFY(!nameCell(fine).data(PipelineFilter::FindingsRole).toBool());
    QCOMPARE(nameCell(fine).data(Qt::ToolTipRole), QVariant());
    QCOMPARE(nameCell(odd).data().toString(), odd);
    const QModelIndex source = nameCell(odd).siblingAtColumn(PipelineModel::SourceColumn);
    QVERIFY(!source.data(Qt::ToolTipRole).toString().contains(u"finding"_s));
}

void TestFindingMark::saysWhatItIs()
{
    const QString said = nameCell(odd).data(Qt::ToolTipRole).toString();
    QVERIFY2(said.startsWith(odd + u"\n1 finding:\n"_s), qPrintable(said));
    QVERIFY2(said.contains(u"snowflake-private-key is also used from streaming-key-vault."),
             qPrintable(said));
    QVERIFY2(!said.contains(u"streamingTarget"), qPrintable(said)); // the field's words, no path
    QCOMPARE(nameCell(odd).data(Qt::AccessibleTextRole).toString(), said);
}

void TestFindingMark::goesWhenSilenced()
{
    const auto key = nameCell(odd).data(PipelineModel::KeyRole).value<PipelineKey>();
    const QImage marked = picture(odd);
    QCOMPARE(picture(odd), marked);
    m->silences()->silence(key, ReferenceRule::SameNameInTwoVaults);
    QTRY_VERIFY(!nameCell(odd).data(PipelineFilter::FindingsRole).toBool());
    QVERIFY(picture(odd) != marked);
    QVERIFY(!nameCell(odd).data(Qt::ToolTipRole).isValid());
    m->silences()->report(key, ReferenceRule::SameNameInTwoVaults);
    QTRY_COMPARE(picture(odd), marked);
}

void TestFindingMark::overviewSaysTheSame()
{
    m->table()->select(nameCell(fine).data(PipelineModel::KeyRole).value<PipelineKey>());
    QTRY_VERIFY(m->find<QWidget>(u"overview"_s)->isVisible());
    QVERIFY(!findings()->isVisible());
    const auto key = nameCell(odd).data(PipelineModel::KeyRole).value<PipelineKey>();
    m->table()->select(key);
    QTRY_VERIFY(findings()->isVisible());
    const auto *note = findings()->findChild<NoteLine *>(u"findingNote"_s);
    QVERIFY(nameCell(odd).data(Qt::ToolTipRole).toString().endsWith(note->toolTip()));
    QVERIFY(note->toolTip().startsWith(note->text()));
    // One line is enough for what may be wrong.
    QVERIFY(note->height() < 2 * note->fontMetrics().height() + Size::Gap);
    m->silences()->silence(key, ReferenceRule::SameNameInTwoVaults);
    QTRY_VERIFY(!findings()->isVisible());
}

// What is shown all day must not ask for layouts or paint itself for ever.
void TestFindingMark::overviewComesToRest()
{
    m->table()->select(nameCell(odd).data(PipelineModel::KeyRole).value<PipelineKey>());
    QTRY_VERIFY(findings()->isVisible());
    const UnrestCounter unrest;
    const auto isAtRest = [&unrest] {
        const int before = unrest.count;
        constexpr int turns = 30; // fewer things than turns may happen in the meantime
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        return unrest.count - before < turns / 3;
    };
    QTRY_VERIFY(isAtRest());
}

void TestFindingMark::aFindingLeadsToItsField()
{
    m->table()->select(nameCell(odd).data(PipelineModel::KeyRole).value<PipelineKey>());
    QTRY_VERIFY(findings()->isVisible());
    findings()->findChild<QAbstractButton *>(u"noteAction"_s)->click();
    const auto *page = m->find<QWidget>(u"pipelinePage"_s);
    QTRY_VERIFY(page->isVisible());
    const auto *form = page->findChild<DefinitionTab *>();
    QTRY_VERIFY(form->isVisible());
    QTRY_VERIFY(form->isAncestorOf(QApplication::focusWidget()));
}

void TestFindingMark::nameIsCutBeforeTheMark()
{
    constexpr int role = Qt::UserRole;
    QStandardItemModel model(1, 1);
    const QModelIndex index = model.index(0, 0);
    model.setData(index, u"a-name-that-is-much-too-long-for-its-cell"_s);
    const NameDelegate delegate(
        {{role, "key-round", &Tokens::warning}, {role + 1, "pencil", &Tokens::focus}}, role + 2);
    const auto paint = [&](int width) {
        QImage image(width, 28, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.fontMetrics = QFontMetrics(option.font);
        delegate.paint(&painter, option, index);
        return image;
    };
    const int plain = delegate.sizeHint({}, index).width();
    const QImage uncut = paint(400);
    model.setData(index, true, role);
    QVERIFY(delegate.sizeHint({}, index).width() > plain);
    // Right of the cut name there is the whole mark, as it is where nothing is cut.
    const auto colours = [](const QImage &image) {
        int coloured = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                const QColor colour = image.pixelColor(x, y);
                coloured += colour.saturation() > 100 ? 1 : 0;
            }
        }
        return coloured;
    };
    QCOMPARE(colours(uncut), 0);
    const int mark = colours(paint(400));
    QVERIFY(mark > 10);
    QCOMPARE(colours(paint(120)), mark);
}

SLUICE_TEST(TestFindingMark, Widgets)
#include "tst_findingmark.moc"
