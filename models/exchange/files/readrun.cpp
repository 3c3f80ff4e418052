// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/readrun.h"

#include "models/support/detachedthreads.h"

#include <QPromise>

#include <memory>
#include <utility>

namespace Sluice {

ReadRun::ReadRun(const QStringList &paths, Subfolders subfolders, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_subfolders(subfolders)
{}

ReadRun::~ReadRun()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void ReadRun::start()
{
    // The thread owns everything it uses, so it may outlive this run.
    const auto promise = std::make_shared<QPromise<ImportReading>>();
    connect(&m_watcher, &QFutureWatcherBase::progressTextChanged, this,
            [this](const QString &text) {
                const qsizetype blank = text.indexOf(u' ');
                Q_EMIT progressed(text.mid(blank + 1), text.left(blank).toLongLong());
            });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (!m_watcher.isCanceled())
            Q_EMIT finished(m_watcher.result(), false);
    });
    m_watcher.setFuture(promise->future());
    DetachedThreads::start([promise, paths = m_paths, within = m_subfolders == Subfolders::Read] {
        promise->start();
        // The progress of a promise is a rising number and a text. The number is that of the
        // file, the text is "bytes path".
        int number = 0;
        const auto goesOn = [&promise, &number](const QString &path, qint64 bytes) {
            promise->setProgressValueAndText(++number, QString::number(bytes) + u' ' + path);
            return !promise->isCanceled();
        };
        promise->addResult(readImportFiles(paths, {most, goesOn, within}));
        promise->finish();
    });
}

void ReadRun::cancel()
{
    if (m_watcher.isCanceled() || m_watcher.isFinished())
        return;
    m_watcher.cancel();
    Q_EMIT finished({}, true);
}

} // namespace Sluice
