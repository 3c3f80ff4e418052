// SPDX-License-Identifier: Apache-2.0
#include "ui/secrets/repointdelegate.h"

#include "models/secrets/repointmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/cell.h"

#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

struct Sign {
    const char *icon = nullptr; // null: none
    Family family = Family::Stopped;
};

Sign signOf(const QModelIndex &index)
{
    if (index.column() == RepointModel::NoteColumn) {
        const bool isCaution = index.data(RepointModel::CautionRole).toBool();
        return {nullptr, isCaution ? Family::Warning : Family::Stopped};
    }
    switch (RepointRun::Step(index.data(RepointModel::StepRole).toInt())) {
    case RepointRun::Step::Done: return {"circle-check", Family::Good};
    case RepointRun::Step::Failed: return {"circle-alert", Family::Problem};
    case RepointRun::Step::Unknown: return {"circle-question-mark", Family::Unknown};
    case RepointRun::Step::NotStarted: return {"minus"};
    case RepointRun::Step::None:
    case RepointRun::Step::Waiting:
    case RepointRun::Step::Reading:
    case RepointRun::Step::Saving: break;
    }
    return {};
}

bool hasSign(const QModelIndex &index)
{
    return index.column() == RepointModel::NoteColumn ||
           index.column() == RepointModel::ResultColumn;
}

QColor inkOf(const Sign &sign, const QPalette &palette)
{
    return sign.family == Family::Stopped ? tokensFor(palette).textSecondary
                                          : familyColors(sign.family, palette).fg;
}

} // namespace

void RepointDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == RepointModel::PipelineColumn)
        option->font = sectionFont();
}

void RepointDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (!hasSign(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    paintCell(painter, option, index);
    const Sign sign = signOf(index);
    const QColor ink = inkOf(sign, option.palette);
    QRect place = option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    painter->save();
    if (sign.icon != nullptr) {
        const QRect mark(place.topLeft(), QSize(Size::SmallIcon, place.height()));
        paintIcon(painter, mirrored(mark), sign.icon, ink);
        place.setLeft(mark.right() + 1 + Size::IconText);
    }
    painter->setFont(smallFont());
    painter->setPen(ink);
    painter->drawText(
        mirrored(place),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    painter->restore();
}

} // namespace Sluice
