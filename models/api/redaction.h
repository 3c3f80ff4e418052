// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>
#include <QJsonValue>

namespace Sluice {

// A server's answer may repeat secrets that it was sent. They are never shown, kept or copied.

// The text without the given token or secret, and without everything that looks like a secret:
// bearer tokens, JSON web tokens, private keys, "password=...", the password in an address.
QString withoutSecret(QString text, const QByteArray &secret = {});
void removeSecret(ApiError &error, const QByteArray &secret);

// Removes a token or secret from a body in all forms in which a server could repeat it: plain,
// percent-encoded, form-encoded (blank as +), and as in JSON. To be called before readProblem(): a
// shortened text could keep a part of the secret.
void stripSecret(QByteArray &body, const QByteArray &secret);

// The value with "***" in place of every value whose key names a password, secret, token or key.
QJsonValue withoutSecrets(const QJsonValue &value);

} // namespace Sluice
