// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace Sluice {

// Tells whether the user is in the middle of a click. Something that moves under the mouse between
// press and release, or between the two clicks of a double click, makes the user hit something
// else. Such moves wait for released() or calm().
class PressWatch final : public QObject
{
    Q_OBJECT

public:
    // Made at first use; ends with the application.
    static PressWatch *instance();

    // A mouse button is down.
    bool isDown() const { return m_isDown; }

    // A button is down, or a second click may still follow, in this widget's window but outside the
    // widget.
    bool isAmidClicksBeside(const QWidget *widget) const;

Q_SIGNALS:
    // No button is down any more. Comes right before the widget gets the release.
    void released();
    // And no second click can follow.
    void calm();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit PressWatch(QObject *parent);
    void press(QWidget *widget, quint64 time);
    void begin();
    void release();
    void endWait();

    QPointer<QWidget> m_pressed; // the last one
    quint64 m_pressTime = 0;
    bool m_isDown = false;
    QTimer m_wait; // runs while a second click may follow
};

} // namespace Sluice
