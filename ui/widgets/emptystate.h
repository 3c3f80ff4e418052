// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Sluice {

// What a view says when it has nothing to show: one sentence and at most one button, in the middle.
// It fills its parent, the view's viewport. The owner shows and hides it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent);

    // No button when its text is empty.
    void setText(const QString &sentence, const QString &buttonText = {});

    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace Sluice
