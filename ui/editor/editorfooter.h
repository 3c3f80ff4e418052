// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace Sluice {

class TextLabel;

// Below an editor: how its edits stand, and what can be done with them.
class EditorFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit EditorFooter(QWidget *parent = nullptr);

    void setState(const QString &words, bool hasEdits, bool canSave);

Q_SIGNALS:
    void revertRequested();
    void saveRequested();

private:
    TextLabel *m_state;
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace Sluice
