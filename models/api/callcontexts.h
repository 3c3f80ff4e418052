// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

namespace Sluice {

// For whom calls are made: knows how many calls each context waits for, and tells when one dies
// before it has got its answers.
class CallContexts final : public QObject
{
    Q_OBJECT

public:
    // One more call of this context.
    void add(QObject *context);
    // One call less. The context may be dead by now.
    void release(const QObject *context);

Q_SIGNALS:
    // It is amid its own end: good as an address only.
    void died(const QObject *context);

private:
    struct Watched {
        QMetaObject::Connection connection;
        int calls = 0;
    };

    QHash<const QObject *, Watched> m_watched;
};

} // namespace Sluice
