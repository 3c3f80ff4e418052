// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <QFutureWatcher>
#include <QObject>

namespace Sluice {

// Reads the tables that a text file names, in a thread of its own: a disk may be slow, and a long
// text takes its time. Ends when it is destroyed; a read that hangs in the system is left behind,
// nobody waits for it.
class TableFile final : public QObject
{
    Q_OBJECT

public:
    // Bytes that are read at the most.
    static constexpr qint64 most = qint64(32) * 1024 * 1024;

    struct Content {
        TableText::Found found;
        QString problem; // in words, without a full stop; empty: it was read
    };

    explicit TableFile(const QString &path, QObject *parent = nullptr);
    ~TableFile() override;

    void start();

Q_SIGNALS:
    void finished(const Sluice::TableFile::Content &content);

private:
    const QString m_path;
    QFutureWatcher<Content> m_watcher;
};

} // namespace Sluice
