// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace Sluice {

// The buttons below the wizard: Cancel, Back, Next, and on the last page Create and the request as
// a command.
class WizardFooter final : public QWidget
{
    Q_OBJECT

public:
    // curl: the request that creates the pipeline, as command lines.
    explicit WizardFooter(QMenu *curl, QWidget *parent = nullptr);

    // Decides which buttons are shown.
    void setPlace(bool first, bool last);
    // Says what is under way, and hides all buttons but Cancel.
    void setBusy(const QString &what);
    // Why nothing can be created now; empty when it can.
    void setObstacle(const QString &reason);
    // No project is chosen: the request has no address yet.
    void setProjectMissing(bool missing);
    // Gives the focus to Next or Create; false when it cannot be pressed now.
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

    QPushButton *m_curl;
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
