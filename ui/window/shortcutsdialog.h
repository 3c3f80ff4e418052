// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/actiontable.h"
#include "ui/widgets/dialog.h"

#include <optional>

class QPushButton;
class QStandardItemModel;

namespace Sluice {

class KeyChoices;
class EmptyState;
class FilterEdit;
class RowsView;

// The keys of all actions, which can be changed, and those that work in one place. The
// user finds them by words of the action, its menu or place, or the keys.
class ShortcutsDialog final : public Dialog
{
    Q_OBJECT

public:
    // The choices outlive it.
    explicit ShortcutsDialog(KeyChoices *choices, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addRows();
    void addRow(const QStringList &texts, const QString &spoken);
    void makeLayout();
    void filter(const QString &text);
    void showKeys();
    std::optional<ActionId> actionAt(int row) const; // nothing: its keys are of one place
    void change();
    void updateButton();
    int firstShown() const; // -1: no row is

    KeyChoices *m_choices;
    QStandardItemModel *m_model;
    FilterEdit *m_words;
    RowsView *m_table;
    EmptyState *m_empty;
    QPushButton *m_change = nullptr;
};

} // namespace Sluice
