// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"
#include "ui/widgets/rowsview.h"

#include <QTimer>

class QSettings;

namespace Sluice {

class EmptyState;

// The references, a row for each. Several can be selected, and a whole vault by its row's menu. The
// times go on while it is on screen. Widths and order are kept in the settings.
class ReferencesTable final : public RowsView
{
    Q_OBJECT

public:
    // model: has the roles and columns of a ReferencesModel. Both outlive it.
    ReferencesTable(QAbstractItemModel *model, QSettings *settings, QWidget *parent = nullptr);
    ~ReferencesTable() override;

    // The selected ones, in the order of the rows.
    QList<SecretReference> selection() const;
    SecretReference current() const; // empty: none, or it is not selected

    // The view's text when it has no row.
    EmptyState *emptyState() const { return m_empty; }

Q_SIGNALS:
    void choiceChanged(); // selection or current row
    void repointRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void fit();
    void measure();
    void selectVault(const SecretReference &vault);

    QSettings *m_settings;
    EmptyState *m_empty;
    QTimer m_clock;
    QTimer m_measuring;
    QList<int> m_wanted; // widths of the columns that share the room
    bool m_fits = true;  // the columns share the width, until the user chose widths
    bool m_isFitting = false;
};

} // namespace Sluice
