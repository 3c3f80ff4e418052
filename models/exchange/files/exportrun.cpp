// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/exportrun.h"

#include <QThread>

namespace Sluice {

ExportRun::ExportRun(const QList<ExportFolder> &folders, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folders(folders)
    , m_folder(folder)
{
    for (const ExportFolder &each : folders)
        m_fileCount += int(each.definitions.size());
}

ExportRun::ExportRun(const QList<QJsonObject> &definitions, const QString &folder, QObject *parent)
    : ExportRun(QList<ExportFolder>{{{}, definitions}}, folder, parent)
{}

ExportRun::~ExportRun()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

template <typename Work>
void ExportRun::runInThread(Work work)
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset(QThread::create(work));
    m_thread->start();
}

// The signals go to the thread of this object. Those that are queued when it ends are dropped.
void ExportRun::prepare()
{
    runInThread([this] {
        m_plan.emplace(m_folders);
        const QStringList replaced = m_plan->replaced(m_folder);
        QMetaObject::invokeMethod(this, [this, replaced] { Q_EMIT prepared(replaced); });
    });
}

void ExportRun::write()
{
    runInThread([this] {
        const auto goesOn = [this](int done) {
            QMetaObject::invokeMethod(this, [this, done] { Q_EMIT progressed(done); });
            return !m_isCancelled;
        };
        const ExportPlan::Outcome outcome = m_plan->write(m_folder, goesOn);
        const bool looks = m_looksForStrays && !m_isCancelled;
        const QStringList strays = looks ? m_plan->strays(m_folder) : QStringList();
        QMetaObject::invokeMethod(this,
                                  [this, outcome, strays] { Q_EMIT finished(outcome, strays); });
    });
}

} // namespace Sluice
