// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/jsonsides.h"

#include "models/json/linesmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/widgetkeys.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

// A line of text in the colour of its side: removed at the left, added at the right, hatched where
// the side has no line.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // The rows of the change that is shown; they get a bar at their edge.
    void setMarked(int first, int last)
    {
        m_first = first;
        m_last = last;
    }

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
        if (isNumber && index.row() >= m_first && index.row() <= m_last) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(markWidth, option.rect.height())),
                              tokens.focus);
        }
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

    static constexpr int markWidth = 2;

    int m_first = -1;
    int m_last = -1;
};

namespace {

// Backwards with Shift; 0: none of the two keys.
int stepOf(const QKeyEvent *key)
{
    return isPressed(key, WidgetKey::NextChange)       ? 1
           : isPressed(key, WidgetKey::PreviousChange) ? -1
                                                       : 0;
}

} // namespace

JsonSides::JsonSides(QWidget *parent)
    : QWidget(parent)
    , m_model(new LinesModel(this))
    , m_table(new QTableView(this))
    , m_delegate(new LineDelegate(m_table))
    , m_fold(new QCheckBox(tr("Only changed &parts"), this))
    , m_place(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_previous(
          makeButton("chevron-up", u"previousChange"_s, tr("Previous change (Shift+F8)"), true))
    , m_next(makeButton("chevron-down", u"nextChange"_s, tr("Next change (F8)"), false))
{
    m_table->setObjectName(u"jsonSidesTable"_s);
    m_table->setAccessibleName(tr("JSON side by side"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
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
    m_table->installEventFilter(this);
    m_fold->setObjectName(u"onlyChangedParts"_s);
    m_fold->setChecked(true);
    auto *title = new QHBoxLayout;
    title->addWidget(new TextLabel(tr("JSON side by side"), TextLabel::Role::Section,
                                   TextLabel::Ink::Text, this));
    title->addStretch(1);
    title->setSpacing(Size::Gap);
    title->addWidget(m_place);
    title->addWidget(m_previous);
    title->addWidget(m_next);
    title->addSpacing(Size::Gap);
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

QToolButton *JsonSides::makeButton(const char *iconName, const QString &objectName,
                                   const QString &text, bool backwards)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setProperty("small", true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(text);
    button->setAccessibleName(backwards ? tr("Previous change") : tr("Next change"));
    connect(button, &QToolButton::clicked, this, [this, backwards] { goToChange(backwards); });
    return button;
}

void JsonSides::takeKeysOf(QWidget *window)
{
    for (const bool backwards : {false, true}) {
        const WidgetKey key = backwards ? WidgetKey::PreviousChange : WidgetKey::NextChange;
        connect(new QShortcut(sequenceOf(key), window), &QShortcut::activated, this,
                [this, backwards] { goToChange(backwards); });
    }
}

void JsonSides::showLines()
{
    const QList<LinePair> shown = m_fold->isChecked() ? folded(m_lines) : m_lines;
    m_model->setLines(shown);
    m_blocks.clear();
    for (int row = 0; row < int(shown.size()); ++row) {
        const LinePair::Kind kind = shown.at(row).kind;
        if (kind == LinePair::Kind::Same || kind == LinePair::Kind::Fold)
            continue;
        if (!m_blocks.isEmpty() && m_blocks.constLast().last == row - 1)
            m_blocks.last().last = row;
        else
            m_blocks.append({row, row});
    }
    if (m_block >= int(m_blocks.size()))
        m_block = -1;
    showPlace();
    shareWidth();
}

void JsonSides::showPlace()
{
    const int count = int(m_blocks.size());
    m_place->setText(m_block < 0
                         ? tr("%Ln changed place(s)", nullptr, count)
                         : tr("%L1 of %Ln changed place(s)", nullptr, count).arg(m_block + 1));
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    const Block block = m_block < 0 ? Block{-1, -1} : m_blocks.at(m_block);
    m_delegate->setMarked(block.first, block.last);
    m_table->viewport()->update();
}

void JsonSides::goToChange(bool backwards)
{
    const int count = int(m_blocks.size());
    if (count == 0)
        return;
    if (m_block < 0)
        m_block = backwards ? count - 1 : 0;
    else
        m_block = (m_block + (backwards ? count - 1 : 1)) % count;
    const Block block = m_blocks.at(m_block);
    const bool isAtRight =
        m_model->index(block.first, LinesModel::RightText).data(LinesModel::HasLineRole).toBool();
    const int column = isAtRight ? LinesModel::RightText : LinesModel::LeftText;
    m_table->setCurrentIndex(m_model->index(block.first, column));
    m_table->scrollTo(m_model->index(block.last, column));
    m_table->scrollTo(m_model->index(qMax(0, block.first - 1), column)); // the beginning counts
    showPlace();
}

// The table gets its size after this widget has its own. The keys are also those of the window's
// problems: here they are about changes.
bool JsonSides::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        shareWidth();
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (watched == m_table && (isOverride || event->type() == QEvent::KeyPress)) {
        if (const int step = stepOf(static_cast<QKeyEvent *>(event)); step != 0) {
            event->accept();
            if (!isOverride)
                goToChange(step < 0);
            return true;
        }
    }
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
