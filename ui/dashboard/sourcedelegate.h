// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace Sluice {

// The place that a pipeline reads from: the monogram of the source's type in a small frame, then
// host and database.
class SourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // The monogram of a source type ("MS" of "sqlserver"); empty when it is not known.
    using MarkOf = std::function<QString(const QString &type)>;

    // All roles: QString. typeRole: "sqlserver"; the database may be empty.
    SourceDelegate(int typeRole, int hostRole, int databaseRole, MarkOf markOf,
                   QObject *parent = nullptr);

    // QStringList: what the filter looks for, to be marked.
    void setWordsRole(int role) { m_wordsRole = role; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_typeRole;
    int m_hostRole;
    int m_databaseRole;
    MarkOf m_markOf;
    int m_wordsRole = -1; // none
};

} // namespace Sluice
