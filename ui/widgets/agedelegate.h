// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

namespace Sluice {

// Shows a moment as its age at the time of painting, so a repaint is enough to let time pass. The
// view compares the words at two times to see whether a repaint is due.
// Rows whose last check failed are shown in the warning colour.
class AgeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Form { Ago, Duration };

    // The roles that hold what it shows. It does not ask for a role of -1.
    struct Roles {
        int moment = -1;   // QDateTime
        int outdated = -1; // bool: the moment is too old
        int exact = -1;    // bool; false: it has lasted longer
        int end = -1;      // QDateTime: the end of what is known; invalid: it goes on
    };

    AgeDelegate(Form form, const Roles &roles, QObject *parent = nullptr);

    // The words that this cell shows at that time.
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
