// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

namespace Sluice {

// Where client secrets and tokens are kept between sessions. The answer always comes, later, once;
// never after context died. error is empty on success; a plain sentence otherwise.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    struct Answer {
        QString secret; // of a read
        QString error;
        bool found = false;
    };

    using Done = std::function<void(const Answer &)>;

    using QObject::QObject;

    virtual void read(const QString &key, QObject *context, Done done) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *context, Done done) = 0;
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

} // namespace Sluice
