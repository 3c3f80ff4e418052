// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"

#include <QWidget>

class QPushButton;

namespace Sluice {

class StepMark;
class TextLabel;

// One step of the connection test: a mark that turns while it runs, its name, and its result at the
// right. Below it stands why it failed, with "Copy details".
class StepRow final : public QWidget
{
    Q_OBJECT

public:
    explicit StepRow(QWidget *parent = nullptr);

    void setName(const QString &name);
    // reason: why it failed; details: more of it for "Copy details". Both may be empty.
    void setState(ConnectionCheck::State state, const QString &note, const QString &reason = {},
                  const QString &details = {});

private:
    TextLabel *m_name;
    TextLabel *m_note;
    TextLabel *m_reason;
    StepMark *m_mark;
    QPushButton *m_copy;
    QString m_details;
};

} // namespace Sluice
