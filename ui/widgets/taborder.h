// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

// Tab order for windows whose widgets come and go: Qt puts a new widget last.
namespace Sluice::TabOrder {

// The widgets below (or at) root that Tab stops at, in the order in which they were made.
QList<QWidget *> stopsIn(QWidget *root);

// Makes Tab go through the widgets in this order.
void chain(const QList<QWidget *> &stops);

} // namespace Sluice::TabOrder
