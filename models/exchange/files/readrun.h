// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/importfile.h"

#include <QFutureWatcher>
#include <QObject>

namespace Sluice {

// Reads definitions from files and folders in a thread of its own, because a disk may be slow and a
// large file takes time. Stops after the current file when it is cancelled or destroyed. Nobody
// waits for a read that hangs in the system.
class ReadRun final : public QObject
{
    Q_OBJECT

public:
    // The most bytes that one run reads: definitions take many times that in memory.
    static constexpr qint64 most = qint64(32) * 1024 * 1024;

    enum class Subfolders { Told, Read }; // told: see ImportReading::folders

    explicit ReadRun(const QStringList &paths, Subfolders subfolders = Subfolders::Told,
                     QObject *parent = nullptr);
    ~ReadRun() override;

    void start();
    // finished() comes at once, without entries.
    void cancel();

Q_SIGNALS:
    // A file is about to be read.
    void progressed(const QString &path, qint64 bytes);
    // reading: see readImportFiles(). isCancelled: by the user, and it is empty.
    void finished(const Sluice::ImportReading &reading, bool isCancelled);

private:
    const QStringList m_paths;
    const Subfolders m_subfolders;
    QFutureWatcher<ImportReading> m_watcher;
};

} // namespace Sluice
