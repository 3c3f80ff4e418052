// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QByteArray>
#include <QJsonValue>

namespace Sluice {

// What a server says may repeat what it was sent. Nothing of that is shown, kept or copied.

// The text without the token or secret that is known, and without what is a secret by its looks:
// bearer tokens, JSON web tokens, private keys, "password=...", the password in an address.
QString withoutSecret(QString text, const QByteArray &secret = {});
void removeSecret(ApiError &error, const QByteArray &secret);

// Takes token or secret out of a body, in the forms in which a server could repeat it: plain,
// percent-encoded, as in a form (blank as +), as in JSON. To be done before readProblem: a
// shortened text could keep a part of the secret.
void stripSecret(QByteArray &body, const QByteArray &secret);

// The value with "***" for whatever stands under a key that names a password, secret, token or key.
QJsonValue withoutSecrets(const QJsonValue &value);

} // namespace Sluice
