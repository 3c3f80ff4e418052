// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationdelegate.h"

#include "models/fleet/navigation/navigationmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgeglyph.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/turning.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QPainter>

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

QRect takeRight(QRect &rest, int width)
{
    const QRect taken(rest.right() + 1 - width, rest.top(), width, rest.height());
    rest.setRight(taken.left() - 1 - Size::IconText);
    return taken;
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

QRect NavigationDelegate::retryRect(const QRect &row)
{
    const int width = QFontMetrics(smallFont()).horizontalAdvance(tr("Retry"));
    return {row.right() + 1 - rightMargin - width, row.top(), width + rightMargin, row.height()};
}

void NavigationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    paintCell(painter, option, index);
    painter->save();
    const auto kind = Kind(index.data(NavigationModel::KindRole).toInt());
    QRect rest = option.rect.adjusted(4, 0, -rightMargin, 0);
    rest = paintRightSide(painter, option, index, rest);
    paintSymbol(painter, option, index, {rest.left(), rest.top(), Size::Icon, rest.height()});
    rest.setLeft(rest.left() + Size::Icon + Size::IconText);

    painter->setFont(nameFont(kind, option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    const QFontMetrics metrics(painter->font());
    const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width());
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, name);
    rest.setLeft(rest.left() + metrics.horizontalAdvance(name) + 5);

    const QString detail = index.data(NavigationModel::DetailRole).toString();
    if (!detail.isEmpty() && rest.width() > 3 * Size::Icon) {
        painter->setFont(option.font);
        painter->setPen(tokensFor(option.palette).textSecondary);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(detail, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QRect NavigationDelegate::paintRightSide(QPainter *painter, const QStyleOptionViewItem &option,
                                         const QModelIndex &index, QRect rest) const
{
    painter->setFont(smallFont());
    switch (LoadState(index.data(NavigationModel::LoadStateRole).toInt())) {
    case LoadState::Failed: return paintFailure(painter, option, rest);
    case LoadState::Loading: return paintLoading(painter, option, rest);
    case LoadState::NotLoaded:
    case LoadState::Loaded: break;
    }
    return paintCounts(painter, option, index, rest);
}

QRect NavigationDelegate::paintFailure(QPainter *painter, const QStyleOptionViewItem &option,
                                       QRect rest) const
{
    const QString retry = tr("Retry");
    painter->setPen(option.palette.color(QPalette::Link));
    painter->drawText(takeRight(rest, painter->fontMetrics().horizontalAdvance(retry)),
                      Qt::AlignCenter, retry);
    paintIcon(painter, takeRight(rest, Size::SmallIcon), u"circle-alert"_s,
              tokensFor(option.palette).problem);
    return rest;
}

QRect NavigationDelegate::paintLoading(QPainter *painter, const QStyleOptionViewItem &option,
                                       QRect rest) const
{
    const QRect place = takeRight(rest, glyph);
    const QRect square(place.left(), place.center().y() - glyph / 2 + 1, glyph, glyph);
    paintBadgeGlyph(painter, square, Badge::Starting, tokensFor(option.palette).textSecondary,
                    Turning::angle(option.widget));
    keepTurning(option, place);
    return rest;
}

void NavigationDelegate::keepTurning(const QStyleOptionViewItem &option, const QRect &place) const
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        m_turning->painted(view->viewport(), place);
}

QRect NavigationDelegate::paintCounts(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index, QRect rest) const
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int count = index.data(NavigationModel::CountRole).toInt();
    const bool isPipeline = Kind(index.data(NavigationModel::KindRole).toInt()) == Kind::Pipeline;
    if (isPipeline) {
        if (index.data(NavigationModel::SharedRole).toBool())
            paintIcon(painter, takeRight(rest, Size::SmallIcon), u"link"_s,
                      tokensFor(option.palette).textSecondary);
        return rest;
    }
    if (count >= 0) {
        const QString text = QLocale().toString(count);
        painter->setPen(tokensFor(option.palette).textSecondary);
        painter->drawText(takeRight(rest, metrics.horizontalAdvance(text)), Qt::AlignCenter, text);
    }
    const QVariant worst = index.data(NavigationModel::BadgeRole);
    if (worst.isValid())
        paintProblems(painter, option, Badge(worst.toInt()),
                      index.data(NavigationModel::ProblemCountRole).toInt(), rest);
    return rest;
}

// Paints the glyph with the count of its pipelines close to it, so that nobody takes the total
// beside it for theirs.
void NavigationDelegate::paintProblems(QPainter *painter, const QStyleOptionViewItem &option,
                                       Badge badge, int count, QRect &rest)
{
    const QString text = QLocale().toString(count);
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(familyColors(familyOf(badge), option.palette).solid);
    const QRect place = takeRight(rest, painter->fontMetrics().horizontalAdvance(text));
    painter->drawText(place, Qt::AlignCenter, text);
    rest.setRight(place.left() - 1 - 2);
    paintBadgeMark(painter, takeRight(rest, glyph), {badge}, option.palette);
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
