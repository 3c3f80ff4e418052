// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/request.h"

#include <QUrl>

// A request as a command line of curl.
namespace Sluice {

enum class Shell {
    Posix,      // sh, bash, zsh
    PowerShell, // 5.1 and later
};

struct CurlOptions {
    Shell shell = Shell::Posix;
    QByteArray accountId; // header account-id; empty: none
    QString bodyFile;     // the body is read from this file; empty: it stands in the command
};

// The command, on several lines, without a newline at its end. The token is the environment
// variable MAIA_TOKEN and never part of the text. In PowerShell a body in the command goes through
// a pipe, because versions differ in how they pass quotes to a program. It is written in ASCII with
// JSON's escapes, because they differ in the encoding of the pipe too.
QString curlText(const Request &request, const QUrl &baseUrl, const CurlOptions &options = {});

// The request for a token by client credentials; the answer has it as "access_token". The secret is
// the environment variable MAIA_CLIENT_SECRET and never part of the text.
QString curlTokenText(const QUrl &tokenUrl, const QString &clientId, Shell shell = Shell::Posix);

// False when a body is too long for a command line (Linux allows 128 KiB for an argument); it needs
// a file then.
bool fitsCommandLine(const Request &request);

} // namespace Sluice
