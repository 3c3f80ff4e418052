// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/turning.h"

#include <QStyle>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr auto oneTurn = 1200ms;

} // namespace

Turning::Turning(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(50ms);
    connect(&m_timer, &QTimer::timeout, this, &Turning::repaint);
}

bool Turning::isAllowed(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

qreal Turning::angle(const QWidget *widget)
{
    if (!isAllowed(widget))
        return 0;
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto part = std::chrono::duration_cast<std::chrono::milliseconds>(now) % oneTurn;
    return qreal(part.count()) / oneTurn.count();
}

void Turning::painted(QWidget *widget, const QRect &rect)
{
    if (!isAllowed(widget))
        return;
    const auto known =
        std::find_if(m_parts.begin(), m_parts.end(),
                     [widget](const TurningPart &part) { return part.widget == widget; });
    if (known == m_parts.end())
        m_parts.append({widget, rect});
    else
        known->region += rect;
    if (!m_timer.isActive())
        m_timer.start();
}

void Turning::repaint()
{
    // Widgets that still turn name themselves again when they are painted.
    const QList<TurningPart> parts = std::exchange(m_parts, {});
    if (parts.isEmpty())
        m_timer.stop();
    for (const TurningPart &part : parts) {
        if (part.widget)
            part.widget->update(part.region);
    }
}

} // namespace Sluice
