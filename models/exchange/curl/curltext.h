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

// The command line, several lines long, without a newline at its end. The token is the variable
// MAIA_TOKEN of the environment and never part of the text. In PowerShell a body in the command
// goes through a pipe, since versions differ in how they hand quotes to a program, and is written
// in ASCII with JSON's escapes, since they differ in the pipe's encoding.
QString curlText(const Request &request, const QUrl &baseUrl, const CurlOptions &options = {});

// The request for a token by client credentials, whose answer holds it as "access_token". The
// secret is the variable MAIA_CLIENT_SECRET of the environment and never part of the text.
QString curlTokenText(const QUrl &tokenUrl, const QString &clientId, Shell shell = Shell::Posix);

// False when a body is too long for a command line (Linux allows 128 KiB an argument); then a file
// is wanted.
bool fitsCommandLine(const Request &request);

} // namespace Sluice
