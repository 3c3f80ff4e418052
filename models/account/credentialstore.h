// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

namespace Sluice {

// Keeps client secrets and tokens between sessions. Each call gets one answer, never inside the
// call, and never after its context is gone. error is empty on success. Else it is a plain
// sentence.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    // Why there is no answer, as far as the keychain says.
    enum class Trouble { None, NoService, Locked, Denied, Other };

    struct Answer {
        QString secret; // the answer to read()
        QString error;
        bool found = false;
        Trouble trouble = Trouble::None;
    };

    using Done = std::function<void(const Answer &)>;

    using QObject::QObject;

    virtual void read(const QString &key, QObject *context, Done done) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *context, Done done) = 0;
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace Sluice
