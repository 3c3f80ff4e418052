// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Makes the scripts with which a shell completes commands, options and their values.
namespace Sluice::CompletionScript {

// Returns the script for "bash", "zsh" or "fish"; empty for any other shell.
QString forShell(const QString &shell);

} // namespace Sluice::CompletionScript
