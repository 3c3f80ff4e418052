// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

#include <QDateTime>

class QDateTimeEdit;
class QPushButton;

namespace Sluice {

class NoteLine;

// Asks from when to when an alert is muted, such as for the hours of planned work. It deletes
// itself when it is closed.
class MuteWindowDialog final : public Dialog
{
    Q_OBJECT

public:
    // now: UTC. canGrow: pipelines may join the alert.
    MuteWindowDialog(const QDateTime &now, bool canGrow, QWidget *parent);

    QDateTime begin() const; // UTC
    QDateTime end() const;

private:
    QDateTimeEdit *makeEdit(const QString &objectName, const QString &name,
                            const QDateTime &moment);
    void check();

    QDateTime m_now;
    QDateTimeEdit *m_begin;
    QDateTimeEdit *m_end;
    NoteLine *m_problem;
    QPushButton *m_mute;
};

} // namespace Sluice
