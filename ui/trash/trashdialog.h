// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/trash/trash.h"
#include "ui/widgets/dialog.h"

class QPushButton;
class QTableView;

namespace Sluice {

class EmptyState;
class JsonView;
class LocalStore;
class TextLabel;
class TrashModel;

// The definitions of deleted pipelines: to look at, to create again as new pipelines, to remove.
class TrashDialog final : public Dialog
{
    Q_OBJECT

public:
    // The store outlives it.
    explicit TrashDialog(LocalStore *store, QWidget *parent = nullptr);

    // Why nothing can be created now; empty: it can.
    void setCreateObstacle(const QString &obstacle);

Q_SIGNALS:
    // The dialog has closed itself. The entry stays until the new pipeline exists.
    void createRequested(const Sluice::TrashEntry &entry, const QJsonObject &definition);

private:
    QLayout *makeButtons();
    void choose();
    void showDefinition(const StoreResult<QJsonObject> &definition);
    void create();
    void askToRemove();
    void askToEmpty();
    void showRows();
    void updateButtons();
    QString chooseFirst() const;
    TrashEntry chosen() const;

    LocalStore *m_store;
    TrashModel *m_model;
    QTableView *m_table;
    EmptyState *m_empty;
    TextLabel *m_unread; // says what could not be read
    JsonView *m_json;
    QJsonObject m_definition; // of the chosen one, once it is read
    QString m_obstacle;
    QPushButton *m_create = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_emptyAll = nullptr;
};

} // namespace Sluice
