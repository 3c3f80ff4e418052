// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Sluice {

struct Arguments;

// The options that the window was started with.
struct LaunchOptions {
    bool sandbox = false;
    QString seed = QStringLiteral("demo"); // of the sandbox
    QString theme;                         // "light", "dark" or "system"; empty: as the user chose
    QString screenshot;        // write a picture here once the dashboard is complete, then end
    bool printKept = false;    // for measurements: say when what was kept here is painted, then end
    bool printPainted = false; // for measurements: say when all pipelines are painted, then end
    std::chrono::seconds timeout{300}; // of both
    // --region or --url: connect there with the credentials of the environment, for this session.
    std::optional<Profile> profile;
    QString secret;

    QString problem; // wrong usage, in words; empty = fine

    static LaunchOptions from(const Arguments &arguments);
    // words: the command line without the program's name.
    static LaunchOptions parse(const QStringList &words);
};

} // namespace Sluice
