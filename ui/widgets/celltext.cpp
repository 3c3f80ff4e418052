// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/celltext.h"

#include "ui/widgets/drawnonce.h"

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QStaticText>
#include <QStyle>

#include <memory>

namespace Sluice {

namespace {

struct ShapedKey {
    QString text;
    QString font;
    int width = 0;
    qreal ratio = 1;

    bool operator==(const ShapedKey &) const = default;
};

size_t qHash(const ShapedKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.font, key.width, key.ratio);
}

// A few screens full of cells.
using ShapedTexts = DrawnOnce<ShapedKey, QStaticText, 1000>;

} // namespace

void drawCellText(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  Qt::LayoutDirection direction, const CutText &cut, const TextHits &hits)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const ShapedKey key{text, font.key(), rect.width(), painter->device()->devicePixelRatio()};
    const QStaticText &shown = ShapedTexts::get(key, [&] {
        const QFontMetrics metrics(font);
        auto shaped = std::make_unique<QStaticText>(
            cut ? cut(metrics, rect.width())
                : metrics.elidedText(text, Qt::ElideRight, rect.width()));
        shaped->setTextFormat(Qt::PlainText);
        shaped->prepare(QTransform(), font);
        return shaped;
    });
    const QRect place = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter,
                                            shown.size().toSize().boundedTo(rect.size()), rect);
    if (!hits.words.isEmpty())
        paintHits(painter, rect, shown.text(), font, direction, hits);
    painter->setFont(font);
    painter->drawStaticText(place.topLeft(), shown);
}

} // namespace Sluice
