// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include "ui/theme/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStyle>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// QtSvg paints "currentColor" black, so the colour is written into the source.
QPixmap render(const QString &name, const QSize &size, const QColor &color)
{
    QFile file(u":/icons/lucide/%1.svg"_s.arg(name));
    if (size.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray source = file.readAll();
    source.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(source);
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter, QRectF(QPointF(), size));
    return pixmap;
}

// size in device pixels.
QPixmap cached(const QString &name, const QSize &size, const QColor &color)
{
    const QString key = u"sluice-%1-%2x%3-%4"_s.arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, size, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QRect centredSquare(const QRect &rect)
{
    const int side = qMin(rect.width(), rect.height());
    return QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {side, side}, rect);
}

class LucideEngine : public QIconEngine
{
public:
    explicit LucideEngine(const QString &name)
        : m_name(name)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return cached(m_name, size, color(mode));
    }

    QIconEngine *clone() const override { return new LucideEngine(*this); }

    QString key() const override { return u"lucide"_s; }

    QString iconName() override { return m_name; }

    bool isNull() override { return !QFile::exists(u":/icons/lucide/%1.svg"_s.arg(m_name)); }

private:
    static QColor color(QIcon::Mode mode)
    {
        const Tokens &tokens = tokensFor(QGuiApplication::palette());
        return mode == QIcon::Disabled ? tokens.textDisabled : tokens.textSecondary;
    }

    QString m_name;
};

} // namespace

QIcon icon(QAnyStringView name)
{
    return QIcon(new LucideEngine(name.toString()));
}

QIcon programIcon()
{
    return QIcon(u":/icons/app/sluice.svg"_s);
}

void paintIcon(QPainter *painter, const QRect &rect, QAnyStringView name, const QColor &color)
{
    const QRect square = centredSquare(rect);
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(square, cached(name.toString(), square.size() * ratio, color));
}

void paintTinted(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &color)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QPixmap pixmap = icon.pixmap(rect.size(), ratio);
    {
        QPainter tint(&pixmap);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(QRect(QPoint(), rect.size()), color);
    }
    painter->drawPixmap(rect, pixmap);
}

} // namespace Sluice
