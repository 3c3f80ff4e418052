// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice {

class AlertWatch;
class MuteStore;

// Gives an AlertWatch the mutes of earlier runs, and keeps what becomes of them.
class MuteKeeper final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    MuteKeeper(AlertWatch *alerts, MuteStore *store, QObject *parent = nullptr);

private:
    void write();

    AlertWatch *m_alerts;
    MuteStore *m_store;
    bool m_isRead = false;
};

} // namespace Sluice
