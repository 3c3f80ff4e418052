// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Sluice {

// A command line without the options that Qt reads itself when the window's application is made. A
// session manager starts the program again with one of them.
struct WithoutQtOptions {
    QStringList words;
    QString first; // the first of Qt's options as it was written; empty: there was none

    explicit WithoutQtOptions(const QStringList &all);
};

} // namespace Sluice
