// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <initializer_list>

class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace Sluice {

// The banners of an editor, between its tabs and the page below them. The tabs stay where they are
// when a banner comes or goes, and the page scrolls by the same height, as far as it can: what is
// under the mouse stays there.
class EditorBanners final : public QWidget
{
    Q_OBJECT

public:
    EditorBanners(QTabWidget *tabs, std::initializer_list<QWidget *> banners);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    int neededHeight() const;

    QTabWidget *m_tabs;
    QStackedWidget *m_pages;
    QVBoxLayout *m_layout;
    int m_height = 0; // of the room that the pages leave
};

} // namespace Sluice
