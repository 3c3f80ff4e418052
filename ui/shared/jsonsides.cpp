// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/jsonsides.h"

#include "models/json/linesmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// A line of text in the colour of its side: removed at the left, added at the right, hatched where
// the side has no line.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto kind = LinePair::Kind(index.data(LinesModel::KindRole).toInt());
        const bool hasLine = index.data(LinesModel::HasLineRole).toBool();
        const bool isLeft = index.column() < LinesModel::RightNumber;
        const bool isNumber =
            index.column() == LinesModel::LeftNumber || index.column() == LinesModel::RightNumber;
        const bool isChanged = kind != LinePair::Kind::Same && kind != LinePair::Kind::Fold;
        const Tokens &tokens = tokensFor(option.palette);
        painter->save();
        painter->fillRect(option.rect, backgroundOf(kind, hasLine, isLeft, option.palette));
        if (isChanged && !hasLine)
            painter->fillRect(option.rect, QBrush(tokens.hatch, Qt::BDiagPattern));
        painter->setFont(option.font);
        painter->setPen(isNumber || kind == LinePair::Kind::Fold
                            ? tokens.textSecondary
                            : option.palette.color(QPalette::Text));
        const QRect content = option.rect.adjusted(Size::Gap / 2, 0, -Size::Gap / 2, 0);
        QString text = index.data().toString();
        if (isNumber && isChanged && hasLine)
            text += isLeft ? u" -"_s : u" +"_s;
        painter->drawText(content, (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                          text);
        painter->restore();
    }

private:
    static QColor backgroundOf(LinePair::Kind kind, bool hasLine, bool isLeft,
                               const QPalette &palette)
    {
        if (kind == LinePair::Kind::Fold)
            return palette.color(QPalette::AlternateBase);
        if (kind == LinePair::Kind::Same || !hasLine)
            return palette.color(QPalette::Base);
        return familyColors(isLeft ? Family::Problem : Family::Good, palette).bg;
    }
};

} // namespace

JsonSides::JsonSides(QWidget *parent)
    : QWidget(parent)
    , m_model(new LinesModel(this))
    , m_table(new QTableView(this))
    , m_fold(new QCheckBox(tr("Only changed parts"), this))
{
    m_table->setObjectName(u"jsonSidesTable"_s);
    m_table->setAccessibleName(tr("JSON side by side"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new LineDelegate(m_table));
    m_table->setFont(fixedFont());
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    new FocusRing(m_table);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(fixedFont()).height() + 2);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->viewport()->installEventFilter(this);
    m_fold->setObjectName(u"onlyChangedParts"_s);
    m_fold->setChecked(true);
    auto *title = new QHBoxLayout;
    title->addWidget(new TextLabel(tr("JSON side by side"), TextLabel::Role::Section,
                                   TextLabel::Ink::Text, this));
    title->addStretch(1);
    title->addWidget(m_fold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addLayout(title);
    layout->addWidget(m_table, 1);
    connect(m_fold, &QCheckBox::toggled, this, &JsonSides::showLines);
}

void JsonSides::setTitles(const QString &left, const QString &right)
{
    m_model->setTitles(left, right);
}

void JsonSides::setTexts(const QByteArray &left, const QByteArray &right)
{
    m_lines = lineDiff(QString::fromUtf8(left), QString::fromUtf8(right));
    showLines();
}

void JsonSides::showLines()
{
    m_model->setLines(m_fold->isChecked() ? folded(m_lines) : m_lines);
    shareWidth();
}

// The table gets its size after this widget has its own.
bool JsonSides::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        shareWidth();
    return QWidget::eventFilter(watched, event);
}

void JsonSides::shareWidth()
{
    const int number = QFontMetrics(fixedFont()).horizontalAdvance(u"99999 +"_s);
    const int text = m_table->viewport()->width() / 2 - number;
    m_table->setColumnWidth(LinesModel::LeftNumber, number);
    m_table->setColumnWidth(LinesModel::LeftText, text);
    m_table->setColumnWidth(LinesModel::RightNumber, number);
    m_table->setColumnWidth(LinesModel::RightText,
                            m_table->viewport()->width() - 2 * number - text);
}

} // namespace Sluice
