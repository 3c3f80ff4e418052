// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

class QCheckBox;
class QListWidget;
class QPushButton;

namespace Sluice {

class SavedViews;

// The saved views in their order: to rename, delete and move, and which of them Sluice starts with.
class ViewsDialog final : public Dialog
{
    Q_OBJECT

public:
    // The views outlive it.
    explicit ViewsDialog(SavedViews *views, QWidget *parent = nullptr);

private:
    QLayout *makeButtons();
    void fill();
    QString current() const; // empty: none
    void choose();
    void rename();
    void askToRemove();
    void move(bool isUp);
    void setStart(bool isStart);

    SavedViews *m_views;
    QListWidget *m_list;
    QCheckBox *m_start;
    QPushButton *m_rename = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
};

} // namespace Sluice
