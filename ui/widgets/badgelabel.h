// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/badgepainter.h"

#include <QWidget>

namespace Sluice {

class Turning;

// A badge on a page. Its word is the accessible name.
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(QWidget *parent = nullptr);

    const BadgeLook &look() const { return m_look; }

    void setLook(const BadgeLook &look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    BadgeLook m_look;
    Turning *m_turning;
};

} // namespace Sluice
