// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"

#include <QWidget>

#include <array>

namespace Sluice {

class StepRow;

// The connection test step by step: what it tries, the result, and the time.
class ConnectionSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionSteps(QWidget *parent = nullptr);

    // Forgets the results; host is the server to be reached.
    void reset(const QString &host);
    // Shows the state of the check.
    void setCheck(const ConnectionCheck &check);

private:
    std::array<StepRow *, ConnectionCheck::StepCount> m_rows;
};

} // namespace Sluice
