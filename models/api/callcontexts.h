// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

namespace Sluice {

// Knows how many calls each context waits for. Tells when a context dies before it has all its
// answers.
class CallContexts final : public QObject
{
    Q_OBJECT

public:
    // Adds a call of this context.
    void add(QObject *context);
    // Removes a call. The context may be dead by now.
    void release(const QObject *context);

Q_SIGNALS:
    // The context is being destroyed: only its address may be used.
    void died(const QObject *context);

private:
    struct Watched {
        QMetaObject::Connection connection;
        int calls = 0;
    };

    QHash<const QObject *, Watched> m_watched;
};

} // namespace Sluice
