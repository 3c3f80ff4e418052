// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "models/account/profile.h"

#include <QString>

namespace Sluice {

// The credentials in the environment. problem is set when something is missing or looks like a
// mistake: control characters, quotes around a value.
struct Credentials {
    Profile profile;
    QString secret; // the token, or the client's secret
    QString problem;

    // MAIA_TOKEN counts more than MAIA_CLIENT_ID and MAIA_CLIENT_SECRET.
    static Credentials fromEnvironment(const Arguments &arguments);
};

} // namespace Sluice
