// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/tokensource.h"

namespace Sluice {

// A bearer token that the user has. It is never renewed. Removes blanks around it and a leading
// "Bearer".
class FixedToken final : public TokenSource
{
    Q_OBJECT

public:
    explicit FixedToken(const QByteArray &token, QObject *parent = nullptr);

    void fetch(QObject *context, Handler<QByteArray> handler) override;
    bool invalidate(const QByteArray &token) override;

private:
    QByteArray m_token;
};

// True when the text may stand in a header: it is not empty and has only visible ASCII.
bool isUsableToken(const QByteArray &token);

} // namespace Sluice
