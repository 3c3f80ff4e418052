// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStackedWidget>
#include <QWidget>

namespace Sluice {

// The pages with the banners at the bottom edge. A page keeps its size while the mouse is over it,
// so that nothing moves away under it: a banner that comes lies over the page's edge, and gets a
// place of its own when the mouse has left.
class PageFrame final : public QWidget
{
    Q_OBJECT

public:
    // Takes both as its children.
    PageFrame(QStackedWidget *pages, QWidget *banners, QWidget *parent = nullptr);

    QSize sizeHint() const override { return m_pages->sizeHint(); }

    QSize minimumSizeHint() const override { return m_pages->minimumSizeHint(); }

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int bannersHeight() const;
    // The page gives the banners their place, or takes back what they left.
    void settle();
    void place();

    QStackedWidget *m_pages;
    QWidget *m_banners;
    int m_reserved = 0; // what the page leaves free at the bottom
};

} // namespace Sluice
