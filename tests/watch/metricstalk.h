// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QUrl>

namespace Sluice::Test {

// Sends bytes to the server, while the event loop goes on, and returns all that it answers until it
// closes the connection.
QByteArray rawAnswer(const QUrl &server, const QByteArray &bytes);

// The body of a good answer to GET; empty for any other answer.
QByteArray scrape(const QUrl &metrics, const QByteArray &accept = {});

} // namespace Sluice::Test
