// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

class QStandardItemModel;

namespace Sluice {

class Actions;
class EmptyState;
class FilterEdit;
class RowsView;

// The keys of all actions, read from the actions themselves, and those that work in one place. The
// user finds them by words of the action, its menu or place, or the keys.
class ShortcutsDialog final : public Dialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const Actions &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRows(const Actions &actions);
    void addRow(const QStringList &texts, const QString &spoken);
    void makeLayout();
    void filter(const QString &text);
    int firstShown() const; // -1: no row is

    QStandardItemModel *m_model;
    FilterEdit *m_words;
    RowsView *m_table;
    EmptyState *m_empty;
};

} // namespace Sluice
