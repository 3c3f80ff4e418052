// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QRegion>
#include <QTimer>
#include <QWidget>

namespace Sluice {

// Repaints the parts that turn, and only those. Who paints such a part says where it is. It is
// painted again until a paint no longer names it. No timer runs while nothing on screen turns.
class Turning : public QObject
{
    Q_OBJECT

public:
    explicit Turning(QObject *parent = nullptr);

    // False under reduced motion.
    static bool isAllowed(const QWidget *widget);

    // The angle now, 0 to 1, the same for all parts. One turn takes 1.2 s. Stays 0 under reduced
    // motion.
    static qreal angle(const QWidget *widget);

    // Call while painting: rect of widget has something that turns.
    void painted(QWidget *widget, const QRect &rect);

    bool isActive() const { return m_timer.isActive(); }

private:
    void repaint();

    struct TurningPart {
        QPointer<QWidget> widget;
        QRegion region;
    };

    QList<TurningPart> m_parts;
    QTimer m_timer;
};

} // namespace Sluice
