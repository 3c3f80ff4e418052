// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/agedelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/agetext.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Sluice {

AgeDelegate::AgeDelegate(Form form, int momentRole, int outdatedRole, int exactRole,
                         QObject *parent)
    : QStyledItemDelegate(parent)
    , m_form(form)
    , m_momentRole(momentRole)
    , m_outdatedRole(outdatedRole)
    , m_exactRole(exactRole)
{}

void AgeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QDateTime moment = index.data(m_momentRole).toDateTime();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    option->text = m_form == Form::Ago ? agoText(moment, now) : durationText(moment, now);
    if (!option->text.isEmpty() && !isExact(index))
        option->text.prepend(u"> "_s);
    option->features |= QStyleOptionViewItem::HasDisplay;
    option->font = smallFont();
    const bool late = m_outdatedRole >= 0 && index.data(m_outdatedRole).toBool();
    const QColor color = late ? familyColors(Family::Warning, option->palette).fg
                              : tokensFor(option->palette).textSecondary;
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, color);
}

bool AgeDelegate::isExact(const QModelIndex &index) const
{
    return m_exactRole < 0 || index.data(m_exactRole).toBool();
}

QString AgeDelegate::toolTip(const QModelIndex &index) const
{
    const QDateTime moment = index.data(m_momentRole).toDateTime();
    if (!moment.isValid())
        return {};
    if (m_form == Form::Ago)
        return tr("Last answer %1").arg(momentText(moment));
    return isExact(index)
               ? tr("Since %1").arg(momentText(moment))
               : tr("At least since %1, when Sluice saw it first").arg(momentText(moment));
}

bool AgeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(Qt::ToolTipRole).isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), toolTip(index), view);
    return true;
}

} // namespace Sluice
