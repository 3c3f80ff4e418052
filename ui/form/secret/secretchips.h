// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Sluice {

// A reference to a secret as one line in the fixed font. It is cut at its beginning, the provider,
// when it does not fit; then the tool tip has all of it. While it can be opened it is a button: a
// click, Enter and F2 press it, and so does the focus when a search for problems or a label brings
// it.
class SecretChips final : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int padding = 4; // at the left and right, for the frame of the focus

    explicit SecretChips(QWidget *parent = nullptr);

    // The text says that there is no reference.
    void setNothing(bool nothing);
    void setOpenable(bool openable);

    bool isOpenable() const { return m_isOpenable; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect textPlace() const;
    QString shownText() const;

    bool m_isNothing = false;
    bool m_isOpenable = false;
};

} // namespace Sluice
