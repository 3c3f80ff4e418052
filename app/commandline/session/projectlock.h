// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"

#include <QLockFile>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Sluice {

// One at a time on this computer creates by name in a project: whoever does so holds this lock from
// the look at the project's names until the last pipeline is made. It knows nothing of other
// computers and of other programs.
class ProjectLock
{
public:
    ProjectLock(const QUrl &baseUrl, const QString &projectId);

    // Waits for its turn, which is said on stderr, no longer than this. Gives a failure when
    // another run still holds the lock. A lock that cannot be made is told, and no hindrance.
    std::optional<Failure> take(std::chrono::milliseconds longest);

private:
    QString holder() const; // "process 123", or nothing when it is not known

    QLockFile m_lock;
};

} // namespace Sluice
