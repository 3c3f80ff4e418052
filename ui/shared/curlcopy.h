// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/curl/curltext.h"
#include "ui/shared/pathchooser.h"

namespace Sluice {

// A request on its way to the clipboard as a command line. A value, so that it outlives the menu
// that it was chosen in; the window is what questions appear over.
struct CurlCopy {
    Request request;
    QUrl baseUrl;
    CurlOptions options;
    PathChooser paths;
    QWidget *window = nullptr;

    // With the body in the command. A body too long for that goes to a file, when the user agrees.
    void withBody() const;
    // The body goes to a file that the user names, and the command reads it from there.
    void withFile() const;

private:
    void writeTo(const QString &path) const;
};

} // namespace Sluice
