// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace Sluice {

// Tells over the window how something ended. One button closes it.
void showMessage(QWidget *window, const QString &fact, const QString &detail);

// The same after files were written, with a button that opens their folder.
void showWritten(QWidget *window, const QString &fact, const QString &detail,
                 const QString &folder);

} // namespace Sluice
