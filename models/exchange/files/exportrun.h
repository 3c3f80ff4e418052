// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/exportplan.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

class QThread;

namespace Sluice {

// An export in a thread of its own, because each file is forced onto the disk, which may take a
// moment. First call prepare(), then write(), unless the user wants to keep files that would be
// replaced.
class ExportRun final : public QObject
{
    Q_OBJECT

public:
    ExportRun(const QList<ExportFolder> &folders, const QString &folder, QObject *parent = nullptr);
    ExportRun(const QList<QJsonObject> &definitions, const QString &folder,
              QObject *parent = nullptr);
    ~ExportRun() override; // cancel(), and waits for the file under way

    int fileCount() const { return m_fileCount; }

    const QString &folder() const { return m_folder; }

    // The definitions are all that there are: finished() also names files of other pipelines in the
    // folder.
    void lookForStrays() { m_looksForStrays = true; }

    void prepare();
    void write();

    // Stops after the current file; finished() says what was written.
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    // replaced: see ExportPlan::replaced.
    void prepared(const QStringList &replaced);
    void progressed(int filesDone);
    // strays: see lookForStrays() and ExportPlan::strays; none after cancel().
    void finished(const Sluice::ExportPlan::Outcome &outcome, const QStringList &strays);

private:
    template <typename Work>
    void runInThread(Work work);

    const QList<ExportFolder> m_folders;
    int m_fileCount = 0;
    const QString m_folder;
    std::optional<ExportPlan> m_plan; // made by the thread of prepare()
    bool m_looksForStrays = false;
    std::atomic_bool m_isCancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Sluice
