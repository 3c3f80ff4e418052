// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

// A rounded frame around things that belong together, red and 2 px when they are wrong.
class Panel : public QWidget
{
    Q_OBJECT

public:
    // Plain: the page's own ground. Tinted: a slightly different one, for parts of one value. Base:
    // that of inputs, for cards on a tinted page.
    enum class Ground { Plain, Tinted, Base };

    explicit Panel(Ground ground, QWidget *parent = nullptr);

    void setWrong(bool wrong);

    bool isWrong() const { return m_wrong; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    bool m_wrong = false;
};

} // namespace Sluice
