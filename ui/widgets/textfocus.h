// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace Sluice {

// The text that has the focus, for Cut, Copy, Paste and Select all of a menu. It stays the same
// while a menu bar takes the focus for a moment.
class TextFocus final : public QObject
{
    Q_OBJECT

public:
    explicit TextFocus(QWidget *window);

    // A text has the focus, of one line or of several.
    bool isInText() const;
    // Some of it is selected and may be copied. The text of a secret may not.
    bool hasSelection() const;
    bool isReadOnly() const;

    void cut();
    void copy();
    void paste();
    void selectAll();

Q_SIGNALS:
    // Another text has the focus, or none.
    void changed();

private:
    void follow(QWidget *focus);

    QWidget *m_window;
    QPointer<QWidget> m_text;
};

} // namespace Sluice
