// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/problemicon.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

class ProblemEngine : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintIcon(painter, rect, "circle-alert",
                  familyColors(Family::Problem, QGuiApplication::palette()).solid);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, picture.rect(), mode, state);
        return picture;
    }

    QIconEngine *clone() const override { return new ProblemEngine(*this); }

    QString key() const override { return u"problem"_s; }
};

} // namespace

QIcon problemIcon()
{
    return QIcon(new ProblemEngine);
}

} // namespace Sluice
