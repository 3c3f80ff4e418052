// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"

#include <QWidget>

namespace Sluice {

class Turning;

// The round mark before a step: ring, turning arc, check or cross.
class StepMark final : public QWidget
{
    Q_OBJECT

public:
    explicit StepMark(QWidget *parent = nullptr);

    void setState(ConnectionCheck::State state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionCheck::State m_state = ConnectionCheck::State::NotRun;
    Turning *m_turning;
};

} // namespace Sluice
