// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/banner.h"

#include "ui/theme/breakable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int margin = 12;
constexpr int lineMargin = 5; // above and below: a few banners must not cover the page

Family familyOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Problem: return Family::Problem;
    case Banner::Kind::Warning: return Family::Warning;
    case Banner::Kind::Information: return Family::Information;
    }
    return Family::Information;
}

QString iconOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Problem: return u"circle-alert"_s;
    case Banner::Kind::Warning: return u"triangle-alert"_s;
    case Banner::Kind::Information: return u"info"_s;
    }
    return {};
}

// On Linux, Qt drops the event Alert, and screen readers speak of their own accord only of what is
// a notification, when it comes on screen.
QAccessibleInterface *makeBannerAccess(const QString &className, QObject *object)
{
    if (className != QLatin1StringView(Banner::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Notification);
}

// Names and words from elsewhere may end in a full stop before the sentence has its own.
QString withSingleStops(QString text)
{
    static const QRegularExpression afterEllipsis(uR"(…\.{1,2}(?=\s|$))"_s);
    static const QRegularExpression doubled(uR"((?<!\.)\.([\"”]?)\.(?=\s|$))"_s);
    return text.replace(afterEllipsis, u"…"_s).replace(doubled, u".\\1"_s);
}

} // namespace

Banner::Banner(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton)
{
    m_text->setObjectName(u"bannerText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setIcon(icon("x"));
    m_close->setAutoRaise(true);
    m_close->setProperty("small", true);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });

    m_buttons->setSpacing(Size::Gap);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin + Size::Icon + Size::Gap, lineMargin, Size::Gap, lineMargin);
    layout->setSpacing(margin);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setKind(kind);
    [[maybe_unused]] static const bool isAccessible = [] {
        QAccessible::installFactory(makeBannerAccess);
        return true;
    }();
}

void Banner::setKind(Kind kind)
{
    m_kind = kind;
    setIconName(iconOf(kind));
}

void Banner::setIconName(QAnyStringView name)
{
    m_iconName = name.toString();
    update();
}

void Banner::setText(const QString &factText, const QString &consequenceText)
{
    const QString fact = withSingleStops(factText);
    const QString consequence = withSingleStops(consequenceText);
    const QString former = accessibleName();
    m_text->setText(u"<b>%1</b> %2"_s.arg(breakable(fact).toHtmlEscaped(),
                                          breakable(consequence).toHtmlEscaped()));
    setAccessibleName(consequence.isEmpty() ? fact : u"%1 %2"_s.arg(fact, consequence));
    m_text->setAccessibleName(accessibleName());
    if (isVisible() && accessibleName() != former)
        announce();
}

QPushButton *Banner::addButton(const QString &text, QAnyStringView iconName)
{
    auto *button = new QPushButton(text);
    button->setProperty("small", true);
    button->setFont(smallFont());
    button->setIconSize({Size::SmallIcon, Size::SmallIcon});
    if (!iconName.empty())
        button->setIcon(icon(iconName));
    m_buttons->addWidget(button);
    return button;
}

void Banner::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::paintEvent(QPaintEvent *)
{
    const FamilyColors &colors = familyColors(familyOf(m_kind), palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.bg);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::Radius,
                            Size::Radius);
    // Stands beside the first line, also when the text has several lines.
    const int line =
        qMin(height(), heightFor(Size::SmallControl, m_text->fontMetrics()) + 2 * lineMargin);
    const QRect place(margin, (line - Size::Icon) / 2, Size::Icon, Size::Icon);
    const bool single = m_text->height() < 2 * m_text->fontMetrics().height();
    const QRect icon =
        single ? QRect(margin, (height() - Size::Icon) / 2, Size::Icon, Size::Icon) : place;
    paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_iconName,
              colors.solid);
}

// As if it came anew: Qt tells of that by itself only when it is shown.
void Banner::announce()
{
    QAccessibleEvent shown(this, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
}

} // namespace Sluice
