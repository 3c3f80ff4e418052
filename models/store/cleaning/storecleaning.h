// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

namespace Sluice {

class StoreDatabase;

// Takes secrets out of what former programs kept, which knew fewer forms of them: an address with a
// password, for example. Goes through the store once for each set of rules, in pieces, so that
// others need not wait long, and last through the copies of it that were made before migrations.
class StoreCleaning final : public QObject
{
    Q_OBJECT

public:
    // Rises when SecretScrubber learns to know more.
    static constexpr int rules = 1;

    explicit StoreCleaning(StoreDatabase *database, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(); // also when the store cannot be read or written; the next start tries again

private:
    struct Progress;

    void next();

    StoreDatabase *m_database;
    std::shared_ptr<Progress> m_progress;
};

} // namespace Sluice
