// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>
#endif

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Files)
};

QString tooLarge(qint64 most)
{
    static constexpr qint64 megabyte = qint64(1024) * 1024;
    return FileWords::tr("it is larger than %1 MB").arg(most / megabyte);
}

QString noPlainFile(const QFileInfo &info)
{
    return info.isDir() ? FileWords::tr("it is a folder")
                        : FileWords::tr("it is no plain file but a pipe or a device");
}

// Reads until the limit, because a file may grow while it is read.
FileContent readOn(QIODevice &device, qint64 most)
{
    FileContent content;
    static constexpr qint64 piece = qint64(1) << 20;
    while (true) {
        const QByteArray more = device.read(piece);
        if (more.isEmpty())
            break;
        content.bytes += more;
        if (content.bytes.size() > most)
            return {{}, tooLarge(most)};
    }
    return content;
}

QString notWritten(const QString &path, const QString &reason)
{
    return FileWords::tr("%1 cannot be written: %2").arg(path, reason);
}

#ifdef Q_OS_UNIX

// A new file beside the one that it will replace. It is removed unless it replaces that one.
class Sibling
{
public:
    Sibling(const QString &folder, mode_t mode)
    {
        for (int attempt = 0; attempt < 100 && m_file < 0; ++attempt) {
            const QString suffix = QString::number(QRandomGenerator::system()->generate64(), 36);
            m_path = QFile::encodeName(folder + u"/.sluice-"_s + suffix);
            m_file = ::open(m_path.constData(),
                            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
            if (m_file < 0 && errno != EEXIST)
                break;
        }
        m_isThere = m_file >= 0;
    }

    ~Sibling()
    {
        if (m_file >= 0)
            ::close(m_file);
        if (m_isThere)
            ::unlink(m_path.constData());
    }

    Q_DISABLE_COPY_MOVE(Sibling)

    // Each of these is false when it failed; errno says why.
    bool isOpen() const { return m_isThere; }

    bool write(const QByteArray &bytes) const
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const ssize_t now =
                ::write(m_file, bytes.constData() + done, size_t(bytes.size() - done));
            if (now < 0 && errno != EINTR)
                return false;
            if (now > 0)
                done += now;
        }
        return true;
    }

    // Works only where the file system has permissions. The file was made with no more than these.
    void allow(mode_t mode) const { (void)::fchmod(m_file, mode); }

    // Disks report here what they could not keep.
    bool finish()
    {
        // Some file systems have no fsync.
        if (::fsync(m_file) != 0 && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
            return false;
        return ::close(std::exchange(m_file, -1)) == 0;
    }

    bool takePlaceOf(const QString &path)
    {
        if (::rename(m_path.constData(), QFile::encodeName(path).constData()) != 0)
            return false;
        m_isThere = false;
        return true;
    }

private:
    QByteArray m_path;
    int m_file = -1;
    bool m_isThere = false;
};

// Puts the new name on the disk, too. A failure here does not count: the file's bytes are on the
// disk already, and not every file system can do this.
void syncFolder(const QString &folder)
{
    const int file = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

QString replaceFile(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path] { return notWritten(path, qt_error_string(errno)); };
    struct stat old = {};
    const bool isThere = ::lstat(QFile::encodeName(path).constData(), &old) == 0;
    if (!isThere && errno != ENOENT)
        return failed();
    const bool isPlain = isThere && S_ISREG(old.st_mode);
    if (isThere && !isPlain && !S_ISLNK(old.st_mode))
        return notWritten(path, noPlainFile(QFileInfo(path)));
    if (isPlain && ::access(QFile::encodeName(path).constData(), W_OK) != 0)
        return failed(); // a file that is protected stays, though its folder would allow it
    const QFileInfo place(path);
    static constexpr mode_t usual = 0666; // less what the user's umask takes
    const mode_t mode = isPlain ? old.st_mode & 0777 : usual;
    Sibling fresh(place.path(), mode);
    if (!fresh.isOpen())
        return failed();
    if (isPlain)
        fresh.allow(mode);
    if (!fresh.write(bytes) || !fresh.finish() || !fresh.takePlaceOf(path))
        return failed();
    syncFolder(place.path());
    return {};
}

#else

QString replaceFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return notWritten(path, noPlainFile(info));
    if (info.isSymLink() && !QFile::remove(path))
        return notWritten(path, FileWords::tr("the link that stands there cannot be removed"));
    QSaveFile file(path);
    // commit() alone does not report a failed flush.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() &&
        file.commit())
        return {};
    return notWritten(path, file.errorString());
}

#endif

} // namespace

FileContent readWhole(const QString &path, qint64 most)
{
    const QFileInfo info(path);
    // Checks before opening, because opening a pipe waits for a writer and opening a device may
    // have effects.
    if (info.exists() && !info.isFile())
        return {{}, noPlainFile(info)};
    if (info.size() > most)
        return {{}, tooLarge(most)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool leadsNowhere = info.isSymLink() && !info.exists();
        return {{},
                leadsNowhere ? FileWords::tr("it cannot be read: the link leads nowhere")
                             : FileWords::tr("it cannot be read: %1").arg(file.errorString())};
    }
    FileContent content = readOn(file, most);
    if (file.error() != QFileDevice::NoError && content.problem.isEmpty())
        return {{}, FileWords::tr("it cannot be read: %1").arg(file.errorString())};
    return content;
}

FileContent readWhole(std::FILE *stream, qint64 most)
{
    QFile file;
    if (!file.open(stream, QIODevice::ReadOnly))
        return {{}, FileWords::tr("it cannot be read: %1").arg(file.errorString())};
    FileContent content = readOn(file, most);
    if (file.error() != QFileDevice::NoError && content.problem.isEmpty())
        return {{}, FileWords::tr("it cannot be read: %1").arg(file.errorString())};
    return content;
}

bool isTaken(const QString &path)
{
    return QFile::exists(path) || isLink(path);
}

bool isLink(const QString &path)
{
    return QFileInfo(path).isSymLink();
}

QString writeWhole(const QString &path, const QByteArray &bytes)
{
    return replaceFile(path, bytes);
}

} // namespace Sluice
