// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationdelegate.h"

#include "models/fleet/navigation/navigationmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/celllayout.h"
#include "ui/widgets/turning.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int glyph = 12;
constexpr int rightMargin = 12;

using Kind = NavigationModel::Kind;

QString iconName(Kind kind)
{
    switch (kind) {
    case Kind::Account: return u"cloud"_s;
    case Kind::Project: return u"folder"_s;
    case Kind::Environment: return u"box"_s;
    case Kind::OtherRunners: return u"server"_s;
    case Kind::Pipeline: break;
    }
    return {};
}

QFont nameFont(Kind kind, const QFont &base)
{
    QFont font = base;
    if (kind == Kind::Account)
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

NavigationDelegate::NavigationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_turning(new Turning(this))
{}

QSize NavigationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, heightFor(Size::TreeRow, option.fontMetrics)};
}

QRect NavigationDelegate::retryRect(const QRect &row, Qt::LayoutDirection direction)
{
    const int width = QFontMetrics(smallFont()).horizontalAdvance(tr("Retry"));
    const QRect end(row.right() + 1 - rightMargin - width, row.top(), width + rightMargin,
                    row.height());
    return QStyle::visualRect(direction, row, end);
}

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    paintCell(painter, option, index);
    painter->save();
    const auto kind = Kind(index.data(NavigationModel::KindRole).toInt());
    CellLayout layout(option, 4, rightMargin);
    paintEnd(painter, option, index, layout);
    paintSymbol(painter, option, index, layout.takeStart(Size::Icon));

    const int aligned =
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | int(Qt::AlignVCenter);
    painter->setFont(nameFont(kind, option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    const QFontMetrics metrics(painter->font());
    const QString name =
        metrics.elidedText(index.data().toString(), Qt::ElideRight, layout.rest().width());
    painter->drawText(layout.takeStart(metrics.horizontalAdvance(name) + 1, 4), aligned, name);

    const QString detail = index.data(NavigationModel::DetailRole).toString();
    const QRect rest = layout.rest();
    if (!detail.isEmpty() && rest.width() > 3 * Size::Icon) {
        painter->setFont(option.font);
        painter->setPen(tokensFor(option.palette).textSecondary);
        painter->drawText(rest, aligned,
                          option.fontMetrics.elidedText(detail, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

void NavigationDelegate::paintEnd(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, CellLayout &layout) const
{
    painter->setFont(smallFont());
    switch (LoadState(index.data(NavigationModel::LoadStateRole).toInt())) {
    case LoadState::Failed: paintFailure(painter, option, layout); return;
    case LoadState::Loading: paintLoading(painter, option, layout); return;
    case LoadState::NotLoaded:
    case LoadState::Loaded: paintCounts(painter, option, index, layout); return;
    }
}

void NavigationDelegate::paintFailure(QPainter *painter, const QStyleOptionViewItem &option,
                                      CellLayout &layout)
{
    const QString retry = tr("Retry");
    painter->setPen(option.palette.color(QPalette::Link));
    painter->drawText(
        layout.takeEnd(painter->fontMetrics().horizontalAdvance(retry), Size::IconText),
        Qt::AlignCenter, retry);
    paintIcon(painter, layout.takeEnd(Size::SmallIcon, Size::IconText), u"circle-alert"_s,
              tokensFor(option.palette).problem);
}

void NavigationDelegate::paintLoading(QPainter *painter, const QStyleOptionViewItem &option,
                                      CellLayout &layout) const
{
    const QRect place = layout.takeEnd(glyph, Size::IconText);
    const QRect square(place.left(), place.center().y() - glyph / 2 + 1, glyph, glyph);
    paintBadgeGlyph(painter, square, Badge::Starting, tokensFor(option.palette).textSecondary,
                    Turning::angle(option.widget));
    keepTurning(option, place);
}

void NavigationDelegate::keepTurning(const QStyleOptionViewItem &option, const QRect &place) const
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        m_turning->painted(view->viewport(), place);
}

void NavigationDelegate::paintCounts(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index, CellLayout &layout)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int count = index.data(NavigationModel::CountRole).toInt();
    const bool isPipeline = Kind(index.data(NavigationModel::KindRole).toInt()) == Kind::Pipeline;
    if (isPipeline) {
        if (index.data(NavigationModel::SharedRole).toBool())
            paintIcon(painter, layout.takeEnd(Size::SmallIcon, Size::IconText), u"link"_s,
                      tokensFor(option.palette).textSecondary);
        return;
    }
    if (count >= 0) {
        const QString text = QLocale().toString(count);
        painter->setPen(tokensFor(option.palette).textSecondary);
        painter->drawText(layout.takeEnd(metrics.horizontalAdvance(text), Size::IconText),
                          Qt::AlignCenter, text);
    }
    const QVariant worst = index.data(NavigationModel::BadgeRole);
    if (worst.isValid())
        paintProblems(painter, option, Badge(worst.toInt()),
                      index.data(NavigationModel::ProblemCountRole).toInt(), layout);
}

// Paints the glyph with the count of its pipelines close to it, so that nobody takes the total
// beside it for theirs.
void NavigationDelegate::paintProblems(QPainter *painter, const QStyleOptionViewItem &option,
                                       Badge badge, int count, CellLayout &layout)
{
    const QString text = QLocale().toString(count);
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(familyColors(familyOf(badge), option.palette).solid);
    const int width = painter->fontMetrics().horizontalAdvance(text);
    painter->drawText(layout.takeEnd(width, 2), Qt::AlignCenter, text);
    paintBadgeMark(painter, layout.takeEnd(glyph, Size::IconText), {badge}, option.palette);
}

void NavigationDelegate::paintSymbol(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index, const QRect &place) const
{
    const auto kind = Kind(index.data(NavigationModel::KindRole).toInt());
    if (kind != Kind::Pipeline) {
        const bool isSandbox =
            kind == Kind::Account && index.data(NavigationModel::SandboxRole).toBool();
        paintIcon(painter, place, isSandbox ? u"flask-conical"_s : iconName(kind),
                  tokensFor(option.palette).textSecondary);
        return;
    }
    BadgeLook look;
    look.badge = Badge(index.data(NavigationModel::BadgeRole).toInt());
    look.stale = index.data(NavigationModel::OutdatedRole).toBool();
    if (turns(look.badge)) {
        look.turn = Turning::angle(option.widget);
        keepTurning(option, place);
    }
    paintBadgeMark(painter, place, look, option.palette);
}

} // namespace Sluice
