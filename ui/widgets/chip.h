// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Sluice {

// An active filter as a tinted chip. A click, Space or Delete removes it (clicked()).
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Sluice
