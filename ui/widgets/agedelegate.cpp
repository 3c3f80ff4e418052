// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/agedelegate.h"

#include "models/support/agetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Sluice {

AgeDelegate::AgeDelegate(Form form, const Roles &roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_form(form)
    , m_roles(roles)
{}

QString AgeDelegate::text(const QModelIndex &index, const QDateTime &now) const
{
    const QDateTime moment = index.data(m_roles.moment).toDateTime();
    if (!moment.isValid())
        return {};
    if (m_form == Form::Ago)
        return agoText(moment, now);
    const QDateTime end = endOf(index);
    const QString duration = durationText(moment, end.isValid() ? end : now);
    return isExact(index) ? duration : u"> "_s + duration;
}

void AgeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    // The base class would format the moment as local time at each painting, for nothing.
    option->index = index;
    option->styleObject = nullptr;
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    if (alignment.isValid())
        option->displayAlignment = alignment.value<Qt::Alignment>();
    option->text = text(index, QDateTime::currentDateTimeUtc());
    option->features |= QStyleOptionViewItem::HasDisplay;
    option->font = smallFont();
    const bool late = m_roles.outdated >= 0 && index.data(m_roles.outdated).toBool();
    const QColor color = late ? familyColors(Family::Warning, option->palette).fg
                              : tokensFor(option->palette).textSecondary;
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, color);
}

QDateTime AgeDelegate::endOf(const QModelIndex &index) const
{
    return m_roles.end < 0 ? QDateTime() : index.data(m_roles.end).toDateTime();
}

bool AgeDelegate::isExact(const QModelIndex &index) const
{
    return m_roles.exact < 0 || index.data(m_roles.exact).toBool();
}

QString AgeDelegate::toolTip(const QModelIndex &index) const
{
    const QDateTime moment = index.data(m_roles.moment).toDateTime();
    if (!moment.isValid())
        return {};
    if (m_form == Form::Ago)
        return tr("Last answer %1").arg(momentText(moment));
    const QString since =
        isExact(index) ? tr("Since %1").arg(momentText(moment))
                       : tr("At least since %1, when Sluice saw it first").arg(momentText(moment));
    const QDateTime end = endOf(index);
    return end.isValid() ? tr("%1\nNot checked after %2").arg(since, momentText(end)) : since;
}

bool AgeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // The tool tip goes when the mouse leaves its cell.
    QToolTip::showText(event->globalPos(), toolTip(index), view->viewport(),
                       view->visualRect(index));
    return true;
}

} // namespace Sluice
