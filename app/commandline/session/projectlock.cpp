// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/session/projectlock.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"

#include <QCryptographicHash>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString lockPath(const QUrl &baseUrl, const QString &projectId)
{
    // All spellings of a project's address and id give the same file.
    const QByteArray place =
        baseUrl.toString(QUrl::StripTrailingSlash).toUtf8() + '\n' + projectId.toLower().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex();
    return QDir(QDir::tempPath()).filePath(u"sluice-%1.lock"_s.arg(QLatin1String(hash.left(32))));
}

} // namespace

ProjectLock::ProjectLock(const QUrl &baseUrl, const QString &projectId)
    : m_lock(lockPath(baseUrl, projectId))
{
    // A lock is stale only when its program has ended, not after some time.
    m_lock.setStaleLockTime(0);
}

std::optional<Failure> ProjectLock::take(std::chrono::milliseconds longest)
{
    if (m_lock.tryLock(0))
        return {};
    if (m_lock.error() == QLockFile::LockFailedError) {
        Console::note(
            CommandLine::tr("Another run on this computer creates pipelines in this project%1. "
                            "Waiting for it, at most %2 s.")
                .arg(holder())
                .arg(std::chrono::ceil<std::chrono::seconds>(longest).count()));
        if (m_lock.tryLock(int(longest.count())))
            return {};
    }
    if (m_lock.error() == QLockFile::LockFailedError)
        return Failure(u"busy"_s,
                       CommandLine::tr("It is not done yet, so nothing was sent. If there is no "
                                       "such run any more, remove %1.")
                           .arg(QDir::toNativeSeparators(m_lock.fileName())));
    Console::warn(CommandLine::tr("%1 cannot be made, so other runs on this computer are not "
                                  "kept from creating the same pipelines.")
                      .arg(QDir::toNativeSeparators(m_lock.fileName())));
    return {};
}

QString ProjectLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_lock.getLockInfo(&process, &host, &program))
        return {};
    return u" (%1)"_s.arg(CommandLine::tr("process %1").arg(process));
}

} // namespace Sluice
