// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

// A 1 px separator in the colour of lines, horizontal unless said otherwise.
class Rule final : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(QWidget *parent = nullptr);
    explicit Rule(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Sluice
