// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statesegment.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/choiceaccess.h"

#include <QGuiApplication>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

constexpr int segmentPadding = 12;
constexpr int segmentGlyph = 12;

QFont countFont()
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

StateSegment::StateSegment(const QString &word, std::optional<Badge> mark,
                           const QSet<Badge> &badges, QWidget *parent)
    : QAbstractButton(parent)
    , m_mark(mark)
    , m_badges(badges)
{
    ChoiceAccess::installFor(staticMetaObject);
    setText(word);
    setToolTip(word);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(m_joins); });
    setCount(0);
}

void StateSegment::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("%1: %2").arg(text(), QLocale().toString(count)));
    updateGeometry();
    update();
}

void StateSegment::setCompact(bool compact)
{
    if (m_isCompact == compact)
        return;
    m_isCompact = compact;
    updateGeometry();
    update();
}

int StateSegment::fixedWidth() const
{
    const int count = QFontMetrics(countFont()).horizontalAdvance(QLocale().toString(m_count));
    return 2 * segmentPadding + (m_mark ? segmentGlyph + Size::Gap : 0) + count;
}

int StateSegment::wordWidth() const
{
    return QFontMetrics(smallFont()).horizontalAdvance(text()) + 2;
}

int StateSegment::wideWidth() const
{
    return fixedWidth() + Size::Gap + wordWidth();
}

QSize StateSegment::sizeHint() const
{
    const QFontMetrics metrics(countFont());
    if (!m_isCompact)
        return {wideWidth(), heightFor(36, metrics)};
    return {qMax(fixedWidth(), 2 * segmentPadding + wordWidth()),
            metrics.height() + QFontMetrics(smallFont()).height() + Size::Gap};
}

QSize StateSegment::minimumSizeHint() const
{
    return {fixedWidth() + 2, sizeHint().height()};
}

void StateSegment::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    if (isChecked())
        painter.fillRect(rect(), tokens.selection);
    else if (underMouse())
        painter.fillRect(rect(), tokens.hover);

    QRect rest = rect().adjusted(segmentPadding, 0, -segmentPadding, 0);
    const int below = m_isCompact ? QFontMetrics(smallFont()).height() + 3 : 0;
    const QRect word = rest.adjusted(0, height() - below, 0, -3);
    rest.setBottom(rest.bottom() - below);
    const auto take = [&rest, this](int width) {
        const QRect place(rest.left(), rest.top(), width, rest.height());
        rest.setLeft(place.right() + 1 + Size::Gap);
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    if (m_mark)
        paintBadgeMark(&painter, take(segmentGlyph), {.badge = *m_mark}, palette());
    const QString count = QLocale().toString(m_count);
    painter.setFont(countFont());
    painter.setPen(m_count > 0 ? palette().color(QPalette::Text) : tokens.textSecondary);
    painter.drawText(take(QFontMetrics(countFont()).horizontalAdvance(count)), Qt::AlignCenter,
                     count);
    paintWord(painter, m_isCompact ? word : rest);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void StateSegment::paintWord(QPainter &painter, const QRect &place) const
{
    const QFontMetrics metrics(smallFont());
    const int least =
        qMin(metrics.horizontalAdvance(text()), metrics.horizontalAdvance(QStringLiteral("mm…")));
    if (place.width() < least)
        return;
    painter.setFont(smallFont());
    painter.setPen(tokensFor(palette()).textSecondary);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), place),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        metrics.elidedText(text(), Qt::ElideRight, place.width()));
}

void StateSegment::mousePressEvent(QMouseEvent *event)
{
    m_joins = event->modifiers().testFlag(Qt::ControlModifier);
    QAbstractButton::mousePressEvent(event);
}

void StateSegment::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::LeftToRight ? 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left: Q_EMIT stepped(-forward); return;
    case Qt::Key_Right: Q_EMIT stepped(forward); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_joins = event->modifiers().testFlag(Qt::ControlModifier);
        click();
        return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

bool StateSegment::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace Sluice
