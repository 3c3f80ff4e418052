// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace Sluice {

// Small text that can be clicked, in the colour of links and with an arrow behind it. It is plain
// text while it is disabled.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Sluice
