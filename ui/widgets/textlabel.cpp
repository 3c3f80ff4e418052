// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/textlabel.h"

#include "ui/theme/breakable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QToolTip>

namespace Sluice {

namespace {

constexpr int mostLetters = 40; // wider texts may be cut where there is no room

QFont fontFor(TextLabel::Role role)
{
    switch (role) {
    case TextLabel::Role::Small: return smallFont();
    case TextLabel::Role::Section: return sectionFont();
    case TextLabel::Role::Title: return titleFont();
    case TextLabel::Role::Welcome: return welcomeFont();
    case TextLabel::Role::Fixed: return fixedFont();
    case TextLabel::Role::Body: break;
    }
    return QApplication::font();
}

QColor colorFor(TextLabel::Ink ink, const QPalette &palette)
{
    switch (ink) {
    case TextLabel::Ink::Secondary: return tokensFor(palette).textSecondary;
    case TextLabel::Ink::Warning: return familyColors(Family::Warning, palette).fg;
    case TextLabel::Ink::Problem: return familyColors(Family::Problem, palette).fg;
    case TextLabel::Ink::Text: break;
    }
    return palette.color(QPalette::Text);
}

} // namespace

TextLabel::TextLabel(const QString &text, Role role, Ink ink, QWidget *parent)
    : QLabel(breakable(text), parent)
    , m_role(role)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    applyFont();
    applyInk();
}

void TextLabel::setText(const QString &text)
{
    QLabel::setText(m_elideMode ? text : breakable(text));
}

void TextLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    update();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    if (m_elideMode)
        return {fontMetrics().horizontalAdvance(QStringLiteral("mmm…")), hint.height()};
    return {qMin(hint.width(), fontMetrics().averageCharWidth() * mostLetters), hint.height()};
}

QString TextLabel::shortened() const
{
    return fontMetrics().elidedText(text(), m_elideMode.value_or(Qt::ElideRight),
                                    contentsRect().width());
}

bool TextLabel::isCut() const
{
    if (m_elideMode)
        return shortened() != text();
    return !wordWrap() && pixmap().isNull() && contentsRect().width() < sizeHint().width() &&
           !text().contains(u'\n');
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(),
                          int(QStyle::visualAlignment(layoutDirection(), alignment())), palette(),
                          isEnabled(), shortened(), foregroundRole());
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    applyInk();
}

void TextLabel::applyFont()
{
    if (m_role != Role::Body)
        setFont(fontFor(m_role));
}

void TextLabel::applyInk()
{
    const QPalette program = QApplication::palette();
    QPalette own;
    if (m_ink != Ink::Text) {
        own.setColor(QPalette::WindowText, colorFor(m_ink, program));
        own.setColor(QPalette::Disabled, QPalette::WindowText,
                     program.color(QPalette::Disabled, QPalette::WindowText));
    }
    const QScopedValueRollback guard(m_applying, true);
    // Also on pages whose ground is Base, where labels are painted in Text else.
    setForegroundRole(m_ink == Ink::Text ? QPalette::NoRole : QPalette::WindowText);
    setPalette(own);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying && m_ink != Ink::Text)
        applyInk();
}

} // namespace Sluice
