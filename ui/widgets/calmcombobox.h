// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPointer>

namespace Sluice {

// A combo box that the mouse wheel changes only while it has the focus. In a page that scrolls, the
// wheel must not change the boxes that pass under it. Copy and paste are left to its parent, unless
// it is editable. Its accessible name reaches screen readers.
class CalmComboBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit CalmComboBox(QWidget *parent = nullptr);
    ~CalmComboBox() override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addHiddenLabel();

    QPointer<QLabel> m_name; // a child of the parent
};

} // namespace Sluice
