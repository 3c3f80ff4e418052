// SPDX-License-Identifier: Apache-2.0
#include "models/store/database/storeproblem.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

namespace Sluice {

namespace {

struct ProblemText {
    Q_DECLARE_TR_FUNCTIONS(Sluice::StoreProblem)
};

// SQLite's primary result codes (sqlite.org/rescode.html).
enum SqliteCode {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

bool isDiskFull(const QString &path)
{
    const QStorageInfo disk(QFileInfo(path).path());
    return disk.isValid() && disk.bytesAvailable() == 0;
}

StoreProblem::Kind kindOf(int code, const QString &path)
{
    switch (code & 0xff) { // extended codes have the primary one in their lowest byte
    case Full: return StoreProblem::Kind::Full;
    case Corrupt:
    case NotADatabase: return StoreProblem::Kind::Damaged;
    case Perm:
    case ReadOnly: return StoreProblem::Kind::NoAccess;
    case CannotOpen:
    case IoError:
        if (isDiskFull(path))
            return StoreProblem::Kind::Full;
        return (code & 0xff) == CannotOpen ? StoreProblem::Kind::NoAccess
                                           : StoreProblem::Kind::Failed;
    case Busy:
    case Locked: return StoreProblem::Kind::Busy;
    default: return StoreProblem::Kind::Failed;
    }
}

QString whatIsWrong(StoreProblem::Kind kind, const QString &path)
{
    const QString file = QDir::toNativeSeparators(path);
    switch (kind) {
    case StoreProblem::Kind::None: break;
    case StoreProblem::Kind::NoAccess:
        return ProblemText::tr("The local store %1 cannot be written.").arg(file);
    case StoreProblem::Kind::Full:
        return ProblemText::tr("There is no room on the disk for the local store %1.").arg(file);
    case StoreProblem::Kind::Damaged:
        return ProblemText::tr("The local store %1 is damaged, or is another program's file.")
            .arg(file);
    case StoreProblem::Kind::Newer:
        return ProblemText::tr("The local store %1 was written by a newer version of Sluice.")
            .arg(file);
    case StoreProblem::Kind::Busy:
        return ProblemText::tr("Another program holds the local store %1.").arg(file);
    case StoreProblem::Kind::Failed:
        return ProblemText::tr("The local store %1 does not work.").arg(file);
    }
    return {};
}

QString whatToDo(StoreProblem::Kind kind)
{
    switch (kind) {
    case StoreProblem::Kind::None: break;
    case StoreProblem::Kind::NoAccess:
        return ProblemText::tr(
            "Make the file and its folder yours to write, and start Sluice again.");
    case StoreProblem::Kind::Full:
        return ProblemText::tr("Make room on the disk, and start Sluice again if this stays.");
    case StoreProblem::Kind::Damaged:
        return ProblemText::tr(
            "Nothing in it was changed. Move it to another place, and start Sluice "
            "again: it makes a new one.");
    case StoreProblem::Kind::Newer:
        return ProblemText::tr("Nothing in it was changed. Start the newer version of Sluice.");
    case StoreProblem::Kind::Busy:
        return ProblemText::tr("End the other program, and start Sluice again if this stays.");
    case StoreProblem::Kind::Failed:
        return ProblemText::tr("Check the disk, and start Sluice again.");
    }
    return {};
}

} // namespace

StoreProblem storeProblem(StoreProblem::Kind kind, const QString &path, const QString &reason)
{
    if (kind == StoreProblem::Kind::None)
        return {};
    QStringList sentences{whatIsWrong(kind, path)};
    if (!reason.isEmpty())
        sentences.append(ProblemText::tr("The system says: %1.").arg(reason));
    sentences.append(
        ProblemText::tr("Until that is solved, drafts, versions, templates and the trash are "
                        "not kept."));
    sentences.append(whatToDo(kind));
    return {kind, sentences.join(u' ')};
}

StoreProblem storeProblem(const QSqlError &error, const QString &path)
{
    return storeProblem(kindOf(error.nativeErrorCode().toInt(), path), path,
                        error.databaseText().trimmed());
}

} // namespace Sluice
