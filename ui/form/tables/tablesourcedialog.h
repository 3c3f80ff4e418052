// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesourcesmodel.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStringListModel;

namespace Sluice {

class EmptyState;
class RowsView;
class TextLabel;

// Chooses a pipeline whose tables are added to a list. The pipelines stand at the top, with a
// filter, and the tables that would be new below. Window-modal; deletes itself when it is closed.
class TableSourceDialog final : public Dialog
{
    Q_OBJECT

public:
    // own: the tables in the list.
    TableSourceDialog(const QList<TableSource> &sources, const QJsonArray &own, QWidget *parent);

Q_SIGNALS:
    void chosen(const QJsonArray &tables, const QString &from);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    QLayout *makeButtons();
    void filter(const QString &text);
    void choose();
    void add();

    TableSourcesModel *m_model;
    QSortFilterProxyModel *m_shown;
    QStringListModel *m_names;
    QLineEdit *m_filter;
    RowsView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    TextLabel *m_summary;
    QListView *m_preview;
    QPushButton *m_add = nullptr;
};

} // namespace Sluice
