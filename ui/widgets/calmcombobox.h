// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QKeyEvent>
#include <QWheelEvent>

namespace Sluice {

// A combo box that the mouse wheel changes only while it has the focus: in a page that scrolls, the
// wheel must not change what it passes. To copy and to paste is left to what it stands in.
class CalmComboBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit CalmComboBox(QWidget *parent = nullptr)
        : QComboBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        // Qt takes the text of the keys for the beginning of an entry.
        if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Paste))
            event->ignore();
        else
            QComboBox::keyPressEvent(event);
    }

    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace Sluice
