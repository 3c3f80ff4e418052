// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"

#include <QObject>

namespace Sluice {

// Gives bearer tokens. A token is never logged and never part of an error.
class TokenSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Calls back once with a valid token, inside this call if there is one already. Never after the
    // context has died.
    virtual void fetch(QObject *context, Handler<QByteArray> handler) = 0;

    // To be called when the server answered 401 to this token. True when a new one can be fetched.
    // Then the next fetch() renews it, unless it was replaced meanwhile.
    virtual bool invalidate(const QByteArray &token) = 0;
};

} // namespace Sluice
