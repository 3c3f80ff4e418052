// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace Sluice {

// Shows a moment as its age at the time of painting, so that a repaint is enough to let time pass.
// Rows whose last check failed are shown in the warning colour.
class AgeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Form { Ago, Duration };

    // outdatedRole: bool, the moment is too old. exactRole: bool, false: it has been so for longer.
    // A role of -1 is not asked.
    AgeDelegate(Form form, int momentRole, int outdatedRole, int exactRole,
                QObject *parent = nullptr);

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QString toolTip(const QModelIndex &index) const;
    bool isExact(const QModelIndex &index) const;

    Form m_form;
    int m_momentRole;
    int m_outdatedRole;
    int m_exactRole;
};

} // namespace Sluice
