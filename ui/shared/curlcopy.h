// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/curl/curltext.h"
#include "ui/shared/pathchooser.h"

namespace Sluice {

// A request on its way to the clipboard as a command line. It is a value, so that it outlives its
// menu. Questions appear over the window.
struct CurlCopy {
    Request request;
    QUrl baseUrl;
    CurlOptions options;
    PathChooser paths;
    QWidget *window = nullptr;

    // Puts the body into the command. A body that is too long goes to a file, when the user agrees.
    void withBody() const;
    // Writes the body to a file that the user names; the command reads it from there.
    void withFile() const;

private:
    void writeTo(const QString &path) const;
};

} // namespace Sluice
