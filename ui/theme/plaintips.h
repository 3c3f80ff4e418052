// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QLabel;

namespace Sluice {

// Shows every tool tip as the plain text that it is, whoever set it: a name from a server is never
// read as HTML. Long ones wrap.
class PlainTips final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // True for the label that Qt shows tool tips in.
    static bool isTip(const QWidget *widget);
    // Before its first text is set.
    void watch(QLabel *tip);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Sluice
