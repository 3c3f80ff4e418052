// SPDX-License-Identifier: Apache-2.0
#include "ui/form/secret/secretchips.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/widgetkeys.h"

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int iconRoom = SecretChips::padding + Size::SmallIcon + Size::IconText;

// What assistive technology sees: a button while it can be opened, else a text.
class ChipsAccess final : public QAccessibleWidget
{
public:
    explicit ChipsAccess(SecretChips *chips)
        : QAccessibleWidget(chips)
    {}

    QAccessible::Role role() const override
    {
        return chips()->isOpenable() ? QAccessible::Button : QAccessible::StaticText;
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (chips()->isOpenable() && chips()->isEnabled())
            names.prepend(pressAction());
        return names;
    }

    void doAction(const QString &name) override
    {
        if (name == pressAction())
            chips()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    SecretChips *chips() const { return static_cast<SecretChips *>(object()); }
};

QAccessibleInterface *makeChipsAccess(const QString &, QObject *object)
{
    auto *chips = qobject_cast<SecretChips *>(object);
    return chips ? new ChipsAccess(chips) : nullptr;
}

} // namespace

SecretChips::SecretChips(QWidget *parent)
    : QAbstractButton(parent)
{
    static const bool isKnown = (QAccessible::installFactory(makeChipsAccess), true);
    Q_UNUSED(isKnown);
    setFont(fixedFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setOpenable(false);
}

void SecretChips::setNothing(bool nothing)
{
    m_isNothing = nothing;
    update();
}

void SecretChips::setOpenable(bool openable)
{
    m_isOpenable = openable;
    setFocusPolicy(openable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(openable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

QSize SecretChips::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {iconRoom + wholeWidth(metrics, text()) + padding,
            heightFor(Size::SmallControl, metrics)};
}

QSize SecretChips::minimumSizeHint() const
{
    return {iconRoom + fontMetrics().horizontalAdvance(u"mmmmm…"_s) + padding, sizeHint().height()};
}

QRect SecretChips::textPlace() const
{
    return rect().adjusted(iconRoom, 0, -padding, 0);
}

QString SecretChips::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideLeft, textPlace().width());
}

void SecretChips::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(&painter,
              {padding, (height() - Size::SmallIcon) / 2, Size::SmallIcon, Size::SmallIcon},
              "key-round", tokens.textSecondary);
    QFont shown = font();
    shown.setUnderline(m_isOpenable && underMouse());
    painter.setFont(shown);
    painter.setPen(m_isNothing ? tokens.textSecondary : palette().color(QPalette::WindowText));
    painter.drawText(textPlace(), Qt::AlignVCenter | Qt::AlignLeft, shownText());
    if (!hasFocus())
        return;
    const int end = iconRoom + fontMetrics().horizontalAdvance(shownText()) + padding;
    painter.setPen(QPen(tokens.focus, 2));
    painter.drawRoundedRect(QRectF(1, 1, std::min(end, width()) - 2, height() - 2), Size::Radius,
                            Size::Radius);
}

void SecretChips::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_isOpenable && (key == Qt::Key_Return || key == Qt::Key_Enter ||
                         isPressed(event, WidgetKey::OpenReference)))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void SecretChips::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    if (event->reason() == Qt::OtherFocusReason || event->reason() == Qt::ShortcutFocusReason)
        click();
}

bool SecretChips::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && shownText() != text()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

} // namespace Sluice
