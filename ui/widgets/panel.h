// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

// A framed white area with round corners: the cards of the start page, the frames of the overview.
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sluice
