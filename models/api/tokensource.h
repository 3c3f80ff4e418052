// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"

#include <QObject>

namespace Sluice {

// Where bearer tokens come from. A token is never logged and never part of an error.
class TokenSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Calls back once with a valid token, at once when one is at hand; never after context died.
    virtual void fetch(QObject *context, Handler<QByteArray> handler) = 0;

    // The server answered 401 to this token. True when a new one can be fetched; then the next
    // fetch renews it (unless it has been replaced meanwhile).
    virtual bool invalidate(const QByteArray &token) = 0;
};

} // namespace Sluice
