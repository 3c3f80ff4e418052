// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alertblock.h"

#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "ui/alerts/alertlook.h"
#include "ui/alerts/mutemenu.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int glyphColumn = 40;
constexpr int partMargin = 12; // of a flat button, so that its text stands below the title

} // namespace

AlertBlock::AlertBlock(Fleet *fleet, AlertWatch *alerts, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_alerts(alerts)
    , m_title(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
    , m_known(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
    , m_place(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_time(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_open(makeButton("external-link", tr("Open"), u"openAlertButton"_s))
    , m_check(makeButton("refresh-cw", tr("Check now"), u"checkAlertButton"_s))
    , m_log(makeButton("history", tr("Events"), u"alertEventsButton"_s))
    , m_mute(new MenuButton(icon("bell-off"), tr("Mute"), this))
    , m_parts(new QWidget(this))
    , m_grid(new QGridLayout(m_parts))
{
    setObjectName(u"alertBlock"_s);
    m_title->setObjectName(u"alertTitle"_s);
    QFont fact; // its weight alone: the rest follows the program's font
    fact.setWeight(QFont::DemiBold);
    m_title->setFont(fact);
    m_known->setObjectName(u"alertKnown"_s);
    m_known->setWordWrap(true);
    m_place->setObjectName(u"alertPlace"_s);
    m_time->setObjectName(u"alertTime"_s);
    m_mute->setObjectName(u"muteAlertButton"_s);
    m_mute->setProperty("small", true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_known);
    texts->addWidget(m_place);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Size::Gap);
    for (QPushButton *button : {m_open, m_check, m_log})
        buttons->addWidget(button);
    buttons->addWidget(m_mute);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(glyphColumn, 12, 12, 12);
    head->setSpacing(Size::PageMargin);
    head->addLayout(texts, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addLayout(buttons);
    right->addWidget(m_time, 0, Qt::AlignRight);
    right->addStretch();
    head->addLayout(right);
    m_grid->setContentsMargins(glyphColumn - partMargin, 5, 12, 5);
    m_grid->setHorizontalSpacing(Size::PageMargin);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1); // the line to the next one
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_parts);
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(m_alert.parts.value(0).key); });
    connect(m_check, &QPushButton::clicked, this, [this] { m_alerts->checkNow(m_alert); });
    connect(m_log, &QPushButton::clicked, this, [this] {
        Q_EMIT logRequested(m_alert.parts.size() == 1 ? m_alert.parts.constFirst().key
                                                      : PipelineKey{m_alert.account, {}, {}});
    });
    connect(m_mute, &QPushButton::clicked, this, &AlertBlock::showMuteMenu);
}

QPushButton *AlertBlock::makeButton(const char *iconName, const QString &text,
                                    const QString &objectName)
{
    auto *button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(objectName);
    button->setProperty("small", true);
    return button;
}

void AlertBlock::setAlert(const Alert &alert)
{
    m_alert = alert;
    const AlertTexts texts(m_fleet);
    const QString title = texts.title(alert);
    m_title->setText(title);
    m_known->setText(texts.known(alert));
    const bool isOne = alert.parts.size() == 1;
    m_open->setVisible(isOne && m_fleet->pipelines()->find(alert.parts.constFirst().key));
    m_check->setVisible(alert.isOpen());
    m_mute->setVisible(alert.isOpen());
    const bool isMuted = m_alerts->isMuted(alert);
    m_mute->setText(isMuted ? tr("Muted") : tr("Mute"));
    // Several blocks have the same buttons: a screen reader tells them apart by this.
    m_open->setAccessibleName(tr("Open: %1").arg(title));
    m_check->setAccessibleName(tr("Check now: %1").arg(title));
    m_log->setAccessibleName(tr("Events: %1").arg(title));
    m_mute->setAccessibleName(isMuted ? tr("Muted: %1").arg(title) : tr("Mute: %1").arg(title));
    setAccessibleName(title);
    showParts();
    updateTimes();
    update();
}

void AlertBlock::updateTimes()
{
    const QDateTime now = m_alerts->now();
    const AlertTexts texts(m_fleet);
    m_time->setText(texts.time(m_alert, now));
    const QString mute = muteText(now);
    const QString place = texts.place(m_alert);
    m_place->setText(mute.isEmpty() ? place : u"%1 · %2"_s.arg(place, mute));
}

// For how long, and of what nobody is told; empty: it is not muted.
QString AlertBlock::muteText(const QDateTime &now) const
{
    if (!m_alert.isOpen() || !m_alerts->isMuted(m_alert))
        return {};
    const QDateTime until = m_alerts->mutedUntil(m_alert);
    const bool canGrow = !m_alert.parts.isEmpty() && m_alerts->isMutedAsWhole(m_alert);
    if (!until.isValid())
        return canGrow ? tr("Muted until it is over, with all that joins it")
                       : tr("Muted until it is over");
    const QString end = AlertTexts::moment(until, now);
    return (canGrow ? tr("Muted until %1, with all that joins it") : tr("Muted until %1")).arg(end);
}

void AlertBlock::showParts()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_parts->setVisible(m_alert.parts.size() > 1);
    if (m_alert.parts.size() <= 1)
        return;
    const AlertTexts texts(m_fleet);
    const QDateTime now = m_alerts->now();
    QList<AlertPart> parts = m_alert.parts; // what is over comes last
    std::stable_partition(parts.begin(), parts.end(),
                          [](const AlertPart &part) { return !part.overAt.isValid(); });
    const qsizetype shown = std::min(parts.size(), partsShown);
    for (qsizetype i = 0; i < shown; ++i) {
        const AlertPart &part = parts.at(i);
        const QString name = texts.name(part.key);
        auto *open = new QPushButton(QString(name).replace(u'&', u"&&"_s), m_parts);
        open->setObjectName(u"alertPartButton"_s);
        open->setProperty("small", true);
        open->setFlat(true);
        open->setAccessibleName(tr("Open %1").arg(name));
        open->setEnabled(m_fleet->pipelines()->find(part.key));
        connect(open, &QPushButton::clicked, this,
                [this, key = part.key] { Q_EMIT openRequested(key); });
        const auto add = [this, row = int(i)](const QString &text, int column) {
            m_grid->addWidget(
                new TextLabel(text, TextLabel::Role::Small, TextLabel::Ink::Secondary, m_parts),
                row, column);
        };
        m_grid->addWidget(open, int(i), 0, Qt::AlignLeft);
        add(texts.place(part.key), 1);
        add(texts.remark(m_alert.rule, part, now), 2);
    }
    const int more = int(m_alert.parts.size() - shown);
    if (more > 0)
        m_grid->addWidget(new TextLabel(tr("and %Ln more", nullptr, more), TextLabel::Role::Small,
                                        TextLabel::Ink::Secondary, m_parts),
                          int(shown), 0);
}

void AlertBlock::focusFirst()
{
    for (QPushButton *button : {m_open, m_check, m_log}) {
        if (!button->isVisibleTo(this))
            continue;
        button->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void AlertBlock::showMuteMenu()
{
    const QString name = m_alert.parts.isEmpty()
                             ? QString()
                             : AlertTexts(m_fleet).name(m_alert.parts.constFirst().key);
    auto *menu = new MuteMenu(m_alerts, m_alert, name, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_mute->mapToGlobal(QPoint(0, m_mute->height())));
}

void AlertBlock::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    const bool isMuted = m_alert.isOpen() && m_alerts->isMuted(m_alert);
    const bool isQuiet = isMuted || !m_alert.isOpen() || m_alert.isRecovering();
    const Tokens &tokens = tokensFor(palette());
    const QColor ink =
        isQuiet ? tokens.textSecondary : familyColors(alertFamily(m_alert.rule), palette()).solid;
    if (m_parts->isVisibleTo(this)) { // the group's pipelines, on a ground of their own
        painter.fillRect(m_parts->geometry(), palette().brush(QPalette::AlternateBase));
        painter.fillRect(0, m_parts->y(), width(), 1, tokens.line);
    }
    painter.fillRect(0, height() - 1, width(), 1, tokens.line);
    paintIcon(&painter, {12, 14, Size::Icon, Size::Icon}, alertIcon(m_alert, isMuted), ink);
}

} // namespace Sluice
