// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <QTimer>

namespace Sluice {

// A button for actions that cannot be undone. It takes a press only after it was visible for the
// time of a double click with no mouse button down. So the click that made it appear, or one more
// in the same place, does not press it.
class DeliberateButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit DeliberateButton(QWidget *parent = nullptr);

    // Call this instead of setEnabled(): whether there is something to do.
    void setReady(bool isReady);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isWaiting() const { return m_isReady && !isEnabled(); }

    QTimer m_seen; // runs from the first painting
    bool m_isReady = false;
};

} // namespace Sluice
