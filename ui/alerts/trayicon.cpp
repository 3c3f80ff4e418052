// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/trayicon.h"

#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "ui/alerts/alertlook.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr auto updateDelay = 500ms;
constexpr auto checkInterval = 30s; // a tray may come and go
constexpr qreal markPart = 0.56;    // of the icon's side

enum class Mark { Exclamation, Bars };

void paintMark(QPainter *painter, const QRectF &rect, Mark mark, const FamilyColors &colors)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.solid);
    painter->drawEllipse(rect);
    painter->setBrush(Qt::white);
    const qreal unit = rect.width() / 8;
    const QPointF middle = rect.center();
    if (mark == Mark::Bars) {
        for (const qreal side : {-1.5, 0.5})
            painter->drawRect(
                QRectF(middle.x() + side * unit, middle.y() - 2 * unit, unit, 4 * unit));
        return;
    }
    painter->drawRect(QRectF(middle.x() - unit / 2, middle.y() - 2.6 * unit, unit, 3.2 * unit));
    painter->drawRect(QRectF(middle.x() - unit / 2, middle.y() + 1.4 * unit, unit, unit));
}

// A menu reads "&" as a mark of its own.
QString menuText(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace

QIcon trayPicture(const TraySummary &summary, const QPalette &palette)
{
    const QIcon plain = programIcon();
    if (!summary.isPaused && !summary.worst())
        return plain;
    const Mark mark = summary.isPaused ? Mark::Bars : Mark::Exclamation;
    const Family family = summary.isPaused ? Family::Stopped : alertFamily(summary.worst().value());
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture = plain.pixmap(side, side);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal size = side * markPart;
        paintMark(&painter, QRectF(side - size, side - size, size, size), mark,
                  familyColors(family, palette));
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

TrayIcon::TrayIcon(Fleet *fleet, AlertWatch *alerts, const QList<QAction *> &actions,
                   QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_alerts(alerts)
    , m_actions(actions)
{
    m_menu.setObjectName(u"trayMenu"_s);
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    Q_EMIT showRequested();
            });
    connect(&m_soon, &QTimer::timeout, this, &TrayIcon::update);
    const auto updateSoon = [this] { m_soon.start(updateDelay); };
    connect(fleet->pipelines(), &PipelineModel::dataChanged, this, updateSoon);
    connect(fleet->pipelines(), &PipelineModel::rowsRemoved, this, updateSoon);
    connect(fleet, &Fleet::pollingChanged, this, updateSoon);
    if (alerts)
        connect(alerts, &AlertWatch::changed, this, updateSoon);
    window->installEventFilter(this);
    update();
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_soon.start(updateDelay);
    return QObject::eventFilter(watched, event);
}

void TrayIcon::update()
{
    m_soon.start(checkInterval);
    const bool isThere = QSystemTrayIcon::isSystemTrayAvailable();
    if (isThere) {
        const TraySummary summary = TraySummary::of(m_fleet, m_alerts);
        m_icon.setIcon(trayPicture(summary, QGuiApplication::palette()));
        m_icon.setToolTip(summary.toolTip());
        if (!m_menu.isVisible())
            fillMenu();
    }
    m_icon.setVisible(isThere);
}

void TrayIcon::fillMenu()
{
    m_menu.clear();
    addProblems(TraySummary::of(m_fleet, m_alerts));
    QAction *show = m_menu.addAction(tr("Show &window"), this, &TrayIcon::showRequested);
    show->setObjectName(u"trayShow"_s);
    m_menu.addActions(m_actions);
}

void TrayIcon::addProblems(const TraySummary &summary)
{
    const QList<TraySummary::Problem> listed = summary.listed();
    for (const TraySummary::Problem &problem : listed) {
        QAction *open = m_menu.addAction(menuText(problem.text()), this, [this, key = problem.key] {
            if (m_fleet->pipelines()->find(key))
                Q_EMIT openRequested(key);
            else
                Q_EMIT alertsRequested();
        });
        open->setObjectName(u"trayProblem"_s);
    }
    if (const QString more = summary.moreText(); !more.isEmpty())
        m_menu.addAction(more, this, &TrayIcon::alertsRequested)->setObjectName(u"trayMore"_s);
    if (!listed.isEmpty())
        m_menu.addSeparator();
}

} // namespace Sluice
