// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablereport.h"

#include <QFutureWatcher>
#include <QObject>

namespace Sluice {

// Reads the tables that a text file names, in a thread of its own, because a disk may be slow and a
// long text takes time. Stops when it is destroyed. Nobody waits for a read that hangs in the
// system.
class TableFile final : public QObject
{
    Q_OBJECT

public:
    // The most bytes that are read.
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
