// SPDX-License-Identifier: Apache-2.0
#include "ui/events/shiftpanel.h"

#include "models/store/events/eventsmodel.h"
#include "models/support/agetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype namesShown = 6;

QString shortNames(const QStringList &names)
{
    const QString shown = names.mid(0, namesShown).join(u", "_s);
    const int more = int(names.size() - namesShown);
    return more > 0 ? ShiftPanel::tr("%1 and %Ln more", nullptr, more).arg(shown) : shown;
}

QString linesOf(const ShiftReport &report)
{
    QStringList lines;
    for (const ShiftReport::Line &line : report.lines())
        lines.append(ShiftPanel::tr("%1 (%L2): %3")
                         .arg(line.what)
                         .arg(line.names.size())
                         .arg(shortNames(line.names)));
    if (report.notObserved() > 0)
        lines.append(ShiftPanel::tr("Not observed: %1")
                         .arg(durationText(QDateTime::fromMSecsSinceEpoch(0),
                                           QDateTime::fromMSecsSinceEpoch(report.notObserved()))));
    return lines.join(u'\n');
}

} // namespace

ShiftPanel::ShiftPanel(QWidget *parent)
    : Panel(Ground::Tinted, parent)
    , m_title(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_lines(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
{
    setObjectName(u"shiftPanel"_s);
    m_lines->setObjectName(u"shiftLines"_s);
    m_lines->setWordWrap(true);
    auto *copy = new QPushButton(icon("copy"), tr("&Copy as text"), this);
    copy->setObjectName(u"copyShiftReport"_s);
    copy->setProperty("small", true);
    auto *show = new QPushButton(icon("list-filter"), tr("&Show these"), this);
    show->setObjectName(u"showShiftEvents"_s);
    show->setProperty("small", true);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeShiftReport"_s);
    close->setIcon(icon("x"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the report"));
    close->setToolTip(close->accessibleName());
    auto *head = new QHBoxLayout;
    head->setSpacing(Size::Gap);
    head->addWidget(m_title, 1);
    head->addWidget(copy);
    head->addWidget(show);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, Size::Gap, Size::Gap, Size::Gap);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_lines);
    connect(copy, &QPushButton::clicked, this,
            [this, copy] { copyToClipboard(m_report.text(), copy); });
    connect(show, &QPushButton::clicked, this, &ShiftPanel::showRequested);
    connect(close, &QToolButton::clicked, this, &ShiftPanel::closed);
}

void ShiftPanel::setReport(const ShiftReport &report, qint64 left)
{
    m_report = report;
    m_title->setText(
        tr("While you were away, since %1")
            .arg(EventsModel::timeText(report.since(), QDateTime::currentDateTimeUtc())));
    QString lines = linesOf(report);
    if (left > 0)
        lines += u'\n' + tr("%Ln older event(s) are not counted here; the log has them.", nullptr,
                            int(left));
    m_lines->setText(lines);
}

} // namespace Sluice
