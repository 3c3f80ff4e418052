// SPDX-License-Identifier: Apache-2.0
#include "ui/window/pagestack.h"

#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace Sluice {

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
    setObjectName(u"pages"_s);
}

void PageStack::setPage(Page page, QWidget *widget)
{
    m_widgets[std::size_t(page)] = widget;
    addWidget(widget);
}

bool PageStack::isShown(Page page) const
{
    return currentWidget() && currentWidget() == m_widgets[std::size_t(page)];
}

void PageStack::open(Page page)
{
    // Set before the page changes: who hears of the change asks for it.
    if (page == Page::Editors && !isShown(Page::Editors)) {
        m_back = Page::Dashboard;
        for (const Page from : {Page::References, Page::Events, Page::Alerts}) {
            if (isShown(from))
                m_back = from;
        }
    }
    setCurrentWidget(m_widgets[std::size_t(page)]);
}

PageStack::Page PageStack::origin() const
{
    if (isShown(Page::Editors))
        return m_back;
    for (const Page page : {Page::References, Page::Events, Page::Alerts}) {
        if (isShown(page))
            return page;
    }
    return Page::Dashboard;
}

bool PageStack::mayClose(const std::function<void()> &close)
{
    if (m_isAnswered || !m_edits.any || !m_edits.any())
        return true;
    open(Page::Editors);
    m_edits.ask([this, close] {
        const QScopedValueRollback answered(m_isAnswered, true);
        close();
    });
    return false;
}

} // namespace Sluice
