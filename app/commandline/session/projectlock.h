// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/output/failure.h"

#include <QLockFile>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Sluice {

// Lets only one run on this computer create pipelines by name in a project. A run holds this lock
// from the look at the project's names until the last pipeline is made. It does not stop other
// computers or other programs.
class ProjectLock
{
public:
    ProjectLock(const QUrl &baseUrl, const QString &projectId);

    // Waits for its turn, and says so, but not longer than this. Returns a failure when another run
    // still holds the lock. Only warns when the lock cannot be made.
    std::optional<Failure> take(std::chrono::milliseconds longest);

private:
    QString holder() const; // "process 123", or nothing when it is not known

    QLockFile m_lock;
};

} // namespace Sluice
