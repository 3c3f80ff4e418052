// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Scripts that make a shell complete commands, options and their values, from the tables of both.
namespace Sluice::CompletionScript {

// shell: "bash", "zsh" or "fish"; empty for any other.
QString forShell(const QString &shell);

} // namespace Sluice::CompletionScript
