// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

namespace Sluice {

// Shows a moment as its age at the time of painting, so that a repaint is enough to let time pass;
// whoever shows it compares the words of two times to see whether one is due.
// Rows whose last check failed are shown in the warning colour.
class AgeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Form { Ago, Duration };

    // Where the delegate finds what it shows; a role of -1 is not asked.
    struct Roles {
        int moment = -1;   // QDateTime
        int outdated = -1; // bool: the moment is too old
        int exact = -1;    // bool, false: it has been so for longer
        int end = -1;      // QDateTime: what is known ends there; invalid: it goes on
    };

    AgeDelegate(Form form, const Roles &roles, QObject *parent = nullptr);

    // The words of this cell at that time.
    QString text(const QModelIndex &index, const QDateTime &now) const;

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QString toolTip(const QModelIndex &index) const;
    bool isExact(const QModelIndex &index) const;
    QDateTime endOf(const QModelIndex &index) const;

    Form m_form;
    Roles m_roles;
};

} // namespace Sluice
