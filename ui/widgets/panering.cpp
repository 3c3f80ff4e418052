// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/panering.h"

#include "ui/widgets/taborder.h"

#include <algorithm>
#include <iterator>

namespace Sluice {

PaneRing::PaneRing(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void PaneRing::move(const QList<QWidget *> &panes, bool next)
{
    QList<QWidget *> ring;
    std::copy_if(panes.cbegin(), panes.cend(), std::back_inserter(ring), [](QWidget *pane) {
        return pane->isVisible() && !TabOrder::stopsIn(pane).isEmpty();
    });
    if (ring.isEmpty())
        return;
    QWidget *focus = m_window->focusWidget();
    const auto holdsFocus = [focus](const QWidget *pane) {
        return focus && (pane == focus || pane->isAncestorOf(focus));
    };
    const auto found = std::find_if(ring.cbegin(), ring.cend(), holdsFocus);
    const qsizetype count = ring.size();
    qsizetype to = next ? 0 : count - 1;
    if (found != ring.cend()) {
        const qsizetype at = found - ring.cbegin();
        m_last.insert(ring.at(at), focus);
        to = (at + (next ? 1 : count - 1)) % count;
    }
    const QList<QWidget *> stops = TabOrder::stopsIn(ring.at(to));
    QWidget *last = m_last.value(ring.at(to));
    QWidget *stop = stops.contains(last) ? last : stops.first();
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

} // namespace Sluice
