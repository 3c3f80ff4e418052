// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"

#include <QWidget>

#include <array>

namespace Sluice {

class StepRow;

// The connection test step by step: what is tried, how it went, how long it took.
class ConnectionSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionSteps(QWidget *parent = nullptr);

    // Forgets what was found; host is the server to be reached.
    void reset(const QString &host);
    // Shows how far the check is.
    void setCheck(const ConnectionCheck &check);

private:
    std::array<StepRow *, ConnectionCheck::StepCount> m_rows;
};

} // namespace Sluice
