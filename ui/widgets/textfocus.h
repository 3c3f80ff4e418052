// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace Sluice {

// The text that has the focus, for Cut, Copy, Paste and Select all of a menu. A menu bar that takes
// the focus for a while leaves it as it was.
class TextFocus final : public QObject
{
    Q_OBJECT

public:
    explicit TextFocus(QWidget *window);

    // A line or a text of several lines has the focus.
    bool isInText() const;
    // Some of it is selected and may be copied: of a secret it may not.
    bool hasSelection() const;
    bool isReadOnly() const;

    void cut();
    void copy();
    void paste();
    void selectAll();

Q_SIGNALS:
    void changed();

private:
    void follow(QWidget *focus);

    QWidget *m_window;
    QPointer<QWidget> m_text;
};

} // namespace Sluice
