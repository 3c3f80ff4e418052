// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Sluice {

// The line of buttons below the wizard: Cancel, Back, Next, and Create on the last page.
class WizardFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit WizardFooter(QWidget *parent = nullptr);

    // Which buttons are there.
    void setPlace(bool first, bool last);
    // Something is under way: says what, and takes all buttons but Cancel away.
    void setBusy(const QString &what);
    // Why nothing can be created now; empty when it can.
    void setObstacle(const QString &reason);
    // Puts the focus on Next or Create; false when it cannot be pressed now.
    bool focusPrimary();

Q_SIGNALS:
    void cancelRequested();
    void backRequested();
    void nextRequested();
    void createRequested(bool start);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sync();

    QLabel *m_note;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_create;
    QPushButton *m_createAndStart;
    QString m_busy;
    QString m_obstacle;
    bool m_first = true;
    bool m_last = false;
};

} // namespace Sluice
