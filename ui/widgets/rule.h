// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

// A horizontal 1 px separator in the colour of lines.
class Rule final : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sluice
