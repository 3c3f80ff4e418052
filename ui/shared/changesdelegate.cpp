// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/changesdelegate.h"

#include "models/document/changesmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int signPadding = 4;

using Kind = ChangesModel::Kind;

const char *iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Conflict: return "git-merge";
    case Kind::Added: return "plus";
    case Kind::Removed: return "minus";
    case Kind::Changed:
    case Kind::Renamed: return "pencil";
    case Kind::FromServer: return "download";
    }
    return "pencil";
}

QColor colorOf(Kind kind, const QPalette &palette)
{
    switch (kind) {
    case Kind::Conflict:
    case Kind::Removed: return familyColors(Family::Problem, palette).fg;
    case Kind::Added: return familyColors(Family::Good, palette).fg;
    case Kind::Changed:
    case Kind::Renamed: return familyColors(Family::Information, palette).fg;
    case Kind::FromServer: return tokensFor(palette).textSecondary;
    }
    return tokensFor(palette).textSecondary;
}

// The cell without its margins, for the content.
QRect contentOf(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
}

// Where a place that was measured from left to right is on the screen.
QRect visual(const QStyleOptionViewItem &option, const QRect &place)
{
    return QStyle::visualRect(option.direction, option.rect, place);
}

// At the start of the line.
int aligned(const QStyleOptionViewItem &option, Qt::Alignment vertical)
{
    return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | int(vertical);
}

void paintKind(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto kind = Kind(index.data(ChangesModel::KindRole).toInt());
    const QColor color = colorOf(kind, option.palette);
    QRect rect = contentOf(option);
    if (kind == Kind::Conflict)
        rect.setHeight(Size::TableRow); // beside the first line
    QRect mark(rect.left(), rect.top(), Size::SmallIcon, rect.height());
    paintIcon(painter, visual(option, mark), iconOf(kind), color);
    painter->setPen(color);
    painter->drawText(visual(option, rect.adjusted(Size::SmallIcon + Size::IconText, 0, 0, 0)),
                      aligned(option, Qt::AlignVCenter), index.data().toString());
}

void paintPlace(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect rect = contentOf(option);
    const bool isConflict = index.data(ChangesModel::KindRole).toInt() == int(Kind::Conflict);
    painter->setPen(option.palette.color(QPalette::Text));
    if (isConflict) {
        painter->setFont(sectionFont());
        rect.setHeight(Size::TableRow);
    }
    const QString text =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
    painter->drawText(visual(option, rect), aligned(option, Qt::AlignVCenter), text);
    if (!isConflict)
        return;
    painter->setFont(smallFont());
    painter->setPen(tokensFor(option.palette).textSecondary);
    const QRect below(rect.left(), rect.bottom(), rect.width(),
                      option.rect.bottom() - rect.bottom());
    painter->drawText(visual(option, below), aligned(option, Qt::AlignTop) | int(Qt::TextWordWrap),
                      ChangesDelegate::tr("You and someone else changed this."));
}

void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString value = index.data().toString();
    const auto kind = Kind(index.data(ChangesModel::KindRole).toInt());
    if (value.isEmpty() || kind == Kind::Conflict) // the choice in its place shows the values
        return;
    const bool isFormer = index.column() == ChangesModel::WasColumn;
    const bool isPlain = kind == Kind::FromServer;
    painter->setFont(fixedFont());
    const QFontMetrics metrics = painter->fontMetrics();
    const QRect rect = contentOf(option);
    const QString sign = isPlain ? QString() : isFormer ? u"- "_s : u"+ "_s;
    // References begin alike (provider, then vault), so their beginning is cut.
    const auto cut = value.contains(u" › "_s) ? Qt::ElideLeft : Qt::ElideMiddle;
    const int room = rect.width() - 2 * signPadding - metrics.horizontalAdvance(sign);
    const QString text = sign + metrics.elidedText(value, cut, room);
    if (isPlain) {
        painter->setPen(isFormer ? tokensFor(option.palette).textSecondary
                                 : option.palette.color(QPalette::Text));
    } else {
        const FamilyColors &colors =
            familyColors(isFormer ? Family::Problem : Family::Good, option.palette);
        QRect chip(rect.left(), 0, metrics.horizontalAdvance(text) + 2 * signPadding,
                   metrics.height() + 2);
        chip.moveTop(rect.center().y() - chip.height() / 2);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.bg);
        painter->drawRoundedRect(visual(option, chip), 3, 3);
        painter->setPen(colors.fg);
    }
    // A value reads from left to right, with its sign before it, wherever it stands.
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->drawText(visual(option, rect.adjusted(isPlain ? 0 : signPadding, 0, 0, 0)),
                      aligned(option, Qt::AlignVCenter), text);
}

void paintNote(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data().toString();
    const QRect rect = contentOf(option);
    painter->setFont(smallFont());
    const QFontMetrics metrics = painter->fontMetrics();
    if (index.data(ChangesModel::RiskRole).toString().isEmpty()) {
        painter->setPen(tokensFor(option.palette).textSecondary);
        painter->drawText(visual(option, rect), aligned(option, Qt::AlignVCenter),
                          metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    const FamilyColors &colors = familyColors(Family::Warning, option.palette);
    const int before = Size::Gap + Size::SmallIcon + Size::IconText;
    const QString shown =
        metrics.elidedText(text, Qt::ElideRight, rect.width() - before - Size::Gap);
    QRect pill(rect.left(), 0, before + metrics.horizontalAdvance(shown) + Size::Gap,
               metrics.height() + 4);
    pill.moveTop(rect.center().y() - pill.height() / 2);
    painter->setPen(colors.border);
    painter->setBrush(colors.bg);
    painter->drawRoundedRect(QRectF(visual(option, pill)).adjusted(0.5, 0.5, -0.5, -0.5),
                             pill.height() / 2.0, pill.height() / 2.0);
    paintIcon(
        painter,
        visual(option, {pill.left() + Size::Gap, pill.top(), Size::SmallIcon - 2, pill.height()}),
        "triangle-alert", colors.fg);
    painter->setPen(colors.fg);
    painter->drawText(visual(option, pill.adjusted(before, 0, 0, 0)),
                      aligned(option, Qt::AlignVCenter), shown);
}

} // namespace

void ChangesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintCell(painter, option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    switch (index.column()) {
    case ChangesModel::KindColumn: paintKind(painter, option, index); break;
    case ChangesModel::PlaceColumn: paintPlace(painter, option, index); break;
    case ChangesModel::NoteColumn: paintNote(painter, option, index); break;
    default: paintValue(painter, option, index); break;
    }
    painter->restore();
}

QSize ChangesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setWidth(widthOf(index, option.font));
    return size;
}

int ChangesDelegate::widthOf(const QModelIndex &index, const QFont &font)
{
    const QString text = index.data().toString();
    if (text.isEmpty())
        return 0;
    const auto textWidth = [&text](const QFont &used) {
        return QFontMetrics(used).horizontalAdvance(text) + 2 * Size::Gap + 1;
    };
    switch (index.column()) {
    case ChangesModel::KindColumn: return textWidth(font) + Size::SmallIcon + Size::IconText;
    case ChangesModel::PlaceColumn: return qMax(textWidth(font), textWidth(sectionFont()));
    case ChangesModel::NoteColumn:
        return textWidth(smallFont()) + 2 * Size::Gap + Size::SmallIcon + Size::IconText;
    default:
        return textWidth(fixedFont()) + QFontMetrics(fixedFont()).horizontalAdvance(u"- "_s) +
               2 * signPadding;
    }
}

} // namespace Sluice
