// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace Sluice {

// The place that a pipeline writes to: an arrow, the icon of the target's type, then the place in
// it.
class TargetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // The icon of a target type ("archive" of "s3"); empty when it is not known.
    using MarkOf = std::function<QString(const QString &type)>;

    // Both roles: QString. typeRole: "snowflake"; placeRole: database, bucket or container.
    TargetDelegate(int typeRole, int placeRole, MarkOf markOf, QObject *parent = nullptr);

    // QStringList: what the filter looks for, to be marked.
    void setWordsRole(int role) { m_wordsRole = role; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_typeRole;
    int m_placeRole;
    MarkOf m_markOf;
    int m_wordsRole = -1; // none
};

} // namespace Sluice
