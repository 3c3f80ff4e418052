// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice {

// Lets Shift+F10 open the context menu of what has the focus, in all windows of the program, as the
// Menu key does: many keyboards have no such key, and on Linux Qt knows no other one.
class MenuKey final : public QObject
{
    Q_OBJECT

public:
    explicit MenuKey(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Sluice
