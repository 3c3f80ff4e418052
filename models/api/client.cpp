// SPDX-License-Identifier: Apache-2.0
#include "models/api/client.h"

#include "models/api/client_p.h"

namespace Sluice {

Client::Client(Settings settings, std::unique_ptr<Transport> transport, TokenSource *tokens,
               RateBudget *budget, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(settings), std::move(transport), tokens, budget))
{}

Client::~Client() = default;

void Client::send(const Request &request, QObject *context, Handler<Reply> handler)
{
    d->enqueue(request, context ? context : this, std::move(handler));
}

QUrl Client::baseUrl() const
{
    return d->settings().baseUrl;
}

RateBudget *Client::budget() const
{
    return d->budget();
}

int Client::inFlight() const
{
    return d->inFlight();
}

int Client::waiting() const
{
    return d->waiting();
}

} // namespace Sluice
