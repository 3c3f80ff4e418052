// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <QTimer>

namespace Sluice {

// A button for what cannot be taken back. It takes presses only once it was there to be seen for
// the time of a double click, with no mouse button down: the click that brought it up, or one more
// of them in the same place, is not meant for it.
class DeliberateButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit DeliberateButton(QWidget *parent = nullptr);

    // In the place of setEnabled(): whether there is something to do.
    void setReady(bool isReady);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isWaiting() const { return m_isReady && !isEnabled(); }

    QTimer m_seen; // runs from the first painting on
    bool m_isReady = false;
};

} // namespace Sluice
