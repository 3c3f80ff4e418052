// SPDX-License-Identifier: Apache-2.0
#include "ui/window/pageframe.h"

#include <QEvent>

namespace Sluice {

PageFrame::PageFrame(QStackedWidget *pages, QWidget *banners, QWidget *parent)
    : QWidget(parent)
    , m_pages(pages)
    , m_banners(banners)
{
    m_banners->setParent(this);
    m_pages->setParent(this);
    m_banners->setAutoFillBackground(true); // it may lie over the page
    m_banners->installEventFilter(this);
    m_pages->installEventFilter(this);
    connect(pages, &QStackedWidget::currentChanged, this, &PageFrame::settle);
    place();
}

int PageFrame::bannersHeight() const
{
    if (m_banners->isHidden())
        return 0;
    return m_banners->hasHeightForWidth() ? m_banners->heightForWidth(width())
                                          : m_banners->sizeHint().height();
}

void PageFrame::settle()
{
    m_reserved = bannersHeight();
    place();
}

void PageFrame::place()
{
    const int needed = bannersHeight();
    if (!m_pages->underMouse())
        m_reserved = needed;
    const int least = m_pages->minimumSizeHint().height(); // rather covered than squeezed
    m_pages->setGeometry(0, 0, width(), qMax(least, height() - m_reserved));
    m_banners->setGeometry(0, height() - needed, width(), needed);
    m_banners->raise();
}

bool PageFrame::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

bool PageFrame::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isOver = watched == m_pages && type == QEvent::Leave;
    const bool hasChanged =
        watched == m_banners && (type == QEvent::ShowToParent || type == QEvent::HideToParent ||
                                 type == QEvent::LayoutRequest);
    if (isOver || hasChanged)
        place();
    return QWidget::eventFilter(watched, event);
}

void PageFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace Sluice
