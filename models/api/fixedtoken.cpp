// SPDX-License-Identifier: Apache-2.0
#include "models/api/fixedtoken.h"

#include <algorithm>

namespace Sluice {

namespace {

QByteArray bareToken(QByteArray text)
{
    text = text.trimmed();
    if (text.left(7).compare("bearer ", Qt::CaseInsensitive) == 0)
        text = text.mid(7).trimmed();
    return text;
}

// True for quotes as a line of an env file has them.
bool isInQuotes(const QByteArray &token)
{
    return token.size() > 1 && (token.front() == '"' || token.front() == '\'') &&
           token.back() == token.front();
}

} // namespace

bool isUsableToken(const QByteArray &token)
{
    return !token.isEmpty() &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 127; });
}

FixedToken::FixedToken(const QByteArray &token, QObject *parent)
    : TokenSource(parent)
    , m_token(bareToken(token))
{}

void FixedToken::fetch(QObject *context, Handler<QByteArray> handler)
{
    Q_UNUSED(context)
    const bool hasQuotes = isInQuotes(m_token);
    if (isUsableToken(m_token) && !hasQuotes) {
        handler(m_token);
        return;
    }
    ApiError error;
    error.kind = ApiError::Kind::Unauthorized;
    if (m_token.isEmpty())
        error.message = ApiError::tr("There is no token.");
    else
        error.message = hasQuotes
                            ? ApiError::tr("The token stands in quotation marks. Leave them out.")
                            : ApiError::tr("The token has characters that no token has.");
    handler(error);
}

bool FixedToken::invalidate(const QByteArray &token)
{
    Q_UNUSED(token)
    return false;
}

} // namespace Sluice
