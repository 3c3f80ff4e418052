// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editorbanners.h"

#include "ui/theme/fonts.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Sluice {

namespace {

// Moves what the page shows down by so many pixels, up when negative.
void scrollBy(QWidget *page, int by)
{
    auto *area = qobject_cast<QScrollArea *>(page);
    if (!area)
        area = page->findChild<QScrollArea *>();
    if (area) {
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->value() + by);
    } else if (const auto *text = page->findChild<QPlainTextEdit *>()) { // scrolls by lines
        const int lines = qRound(double(by) / text->fontMetrics().lineSpacing());
        text->verticalScrollBar()->setValue(text->verticalScrollBar()->value() + lines);
    }
}

} // namespace

EditorBanners::EditorBanners(QTabWidget *tabs, std::initializer_list<QWidget *> banners)
    : QWidget(tabs->findChild<QStackedWidget *>())
    , m_tabs(tabs)
    , m_pages(static_cast<QStackedWidget *>(parentWidget()))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("editorBanners"));
    setAutoFillBackground(true);
    m_layout->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    m_layout->setSpacing(Size::Gap / 2);
    for (QWidget *banner : banners) {
        m_layout->addWidget(banner);
        banner->installEventFilter(this);
    }
    m_pages->installEventFilter(this);
    place();
}

int EditorBanners::neededHeight() const
{
    bool isEmpty = true;
    for (int at = 0; at < m_layout->count(); ++at)
        isEmpty = isEmpty && m_layout->itemAt(at)->isEmpty();
    if (isEmpty)
        return 0;
    const int width = m_pages->width();
    return m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(width)
                                         : m_layout->totalSizeHint().height();
}

void EditorBanners::place()
{
    const int height = neededHeight();
    setGeometry(0, 0, m_pages->width(), height);
    setVisible(height > 0);
    raise();
    if (height == m_height)
        return;
    const int by = height - m_height;
    m_height = height;
    m_pages->setContentsMargins(0, height, 0, 0);
    m_pages->layout()->activate();
    if (QWidget *page = m_tabs->currentWidget(); page && isVisibleTo(m_tabs->window()))
        scrollBy(page, by);
}

bool EditorBanners::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        place();
    return isHandled;
}

bool EditorBanners::eventFilter(QObject *watched, QEvent *event)
{
    // While this is hidden, its layout tells of no banner that comes.
    const bool comesOrGoes =
        event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent;
    if (watched == m_pages ? event->type() == QEvent::Resize : comesOrGoes)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace Sluice
