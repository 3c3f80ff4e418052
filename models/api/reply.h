// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace Sluice {

// A good answer: any 2xx. json is null when no body was promised and none came.
struct Reply {
    int status = 0;
    QJsonDocument json;
    QByteArray body;
    QString requestId;
};

} // namespace Sluice
