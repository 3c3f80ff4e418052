// SPDX-License-Identifier: Apache-2.0
#include "ui/events/eventsbar.h"

#include "models/fleet/fleet.h"
#include "models/support/agetext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/endmenu.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::chrono::milliseconds typingPause{200};

} // namespace

EventsBar::EventsBar(Fleet *fleet, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_text(new FilterEdit(this))
    , m_account(makeChoice(u"eventAccount"_s, tr("Account")))
    , m_kind(makeChoice(u"eventKind"_s, tr("Kind")))
    , m_severity(makeChoice(u"eventSeverity"_s, tr("Severity")))
    , m_time(makeChoice(u"eventTime"_s, tr("Time")))
    , m_visit(new QPushButton(tr("Since my last &visit"), this))
    , m_chip(new Chip({}, this))
    , m_numbers(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_export(new QPushButton(icon("download"), tr("E&xport"), this))
{
    m_text->setObjectName(u"eventFilterEdit"_s);
    m_text->setAccessibleName(tr("Filter events"));
    m_text->setPlaceholderText(tr("Filter by text"));
    m_kind->addItem(tr("Kind: all"));
    for (const auto category :
         {Event::Category::State, Event::Category::Command, Event::Category::Change,
          Event::Category::Api, Event::Category::Gap, Event::Category::Alert})
        m_kind->addItem(categoryText(category), int(category));
    m_severity->addItem(tr("Severity: all"), int(Event::Severity::Information));
    m_severity->addItem(tr("Warnings and problems"), int(Event::Severity::Warning));
    m_severity->addItem(tr("Problems"), int(Event::Severity::Problem));
    m_time->addItem(tr("Time: all"), 0);
    m_time->addItem(tr("Last hour"), 1);
    m_time->addItem(tr("Last 24 hours"), 24);
    m_time->addItem(tr("Last 7 days"), 7 * 24);
    m_visit->setObjectName(u"sinceLastVisit"_s);
    m_visit->setProperty("small", true);
    m_visit->setCheckable(true);
    m_visit->hide();
    m_chip->setObjectName(u"eventPipelineChip"_s);
    m_chip->hide();
    m_numbers->setObjectName(u"eventNumbers"_s);
    m_export->setObjectName(u"exportEventsButton"_s);
    m_export->setProperty("small", true);
    fillAccounts();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeTitleLine());
    layout->addWidget(new Rule(this));
    layout->addLayout(makeFilterLine());
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &EventsBar::filterChanged);
    connect(m_text, &FilterEdit::rowsRequested, this, &EventsBar::rowsRequested);
    connect(m_text, &FilterEdit::firstRequested, this, &EventsBar::rowsRequested);
    for (QComboBox *choice : {m_account, m_kind, m_severity, m_time})
        connect(choice, &QComboBox::currentIndexChanged, this, &EventsBar::filterChanged);
    connect(m_visit, &QPushButton::toggled, this, &EventsBar::filterChanged);
    connect(m_chip, &QAbstractButton::clicked, this, [this] { setPipeline({}, {}); });
    connect(fleet, &Fleet::accountAdded, this, &EventsBar::fillAccounts);
    // Queued, because the fleet still has the account when the signal comes.
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, &EventsBar::fillAccounts,
            Qt::QueuedConnection);
}

QComboBox *EventsBar::makeChoice(const QString &objectName, const QString &name)
{
    auto *choice = new CalmComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setFont(smallFont());
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return choice;
}

QLayout *EventsBar::makeTitleLine()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Size::PageMargin, 6, 12, 6);
    line->setSpacing(Size::Gap);
    line->addWidget(
        new TextLabel(tr("Event log"), TextLabel::Role::Title, TextLabel::Ink::Text, this));
    auto *whose =
        new TextLabel(tr("What this computer saw. Maia's own event list is in its web interface."),
                      TextLabel::Role::Body, TextLabel::Ink::Secondary, this);
    whose->setElideMode(Qt::ElideRight);
    line->addWidget(whose, 1);
    line->addWidget(m_export);
    return line;
}

QLayout *EventsBar::makeFilterLine()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, Size::Gap, 12, Size::Gap);
    line->setSpacing(Size::Gap);
    line->addWidget(m_text);
    line->addWidget(m_account);
    line->addWidget(m_kind);
    line->addWidget(m_severity);
    line->addWidget(m_time);
    line->addWidget(m_visit);
    line->addWidget(m_chip);
    line->addStretch(1);
    line->addWidget(m_numbers);
    return line;
}

EventFilter EventsBar::filter() const
{
    EventFilter filter;
    filter.text = m_text->text();
    filter.account = m_account->currentData().toString();
    filter.pipeline = m_pipeline;
    if (m_kind->currentIndex() > 0)
        filter.categories = {Event::Category(m_kind->currentData().toInt())};
    filter.least = Event::Severity(m_severity->currentData().toInt());
    if (const int hours = m_time->currentData().toInt(); hours > 0)
        filter.from = QDateTime::currentDateTimeUtc().addSecs(-3600LL * hours);
    if (m_visit->isChecked() && m_lastVisit.isValid())
        filter.from = filter.from.isValid() ? qMax(filter.from, m_lastVisit) : m_lastVisit;
    return filter;
}

void EventsBar::focusText()
{
    m_text->begin();
}

void EventsBar::clearFilters()
{
    {
        const QSignalBlocker quiet(this);
        m_text->clear();
        for (QComboBox *choice : {m_account, m_kind, m_severity, m_time})
            choice->setCurrentIndex(0);
        m_visit->setChecked(false);
        setPipeline({}, {});
    }
    Q_EMIT filterChanged();
}

void EventsBar::setAccount(const QString &id)
{
    m_account->setCurrentIndex(std::max(0, m_account->findData(id)));
}

void EventsBar::setPipeline(const PipelineKey &key, const QString &name)
{
    m_pipeline = key;
    m_chip->setText(tr("Pipeline: %1").arg(name));
    m_chip->setVisible(key.isValid());
    Q_EMIT filterChanged();
}

void EventsBar::setLastVisit(const QDateTime &moment)
{
    m_lastVisit = moment;
    m_visit->setVisible(moment.isValid());
    m_visit->setToolTip(tr("Since %1").arg(momentText(moment)));
}

void EventsBar::showSinceLastVisit()
{
    clearFilters();
    m_visit->setChecked(m_lastVisit.isValid());
}

void EventsBar::setNumbers(qint64 matching, qint64 all)
{
    m_numbers->setText(tr("%L1 of %Ln event(s)", nullptr, int(all)).arg(matching));
}

void EventsBar::setExportMenu(QMenu *menu)
{
    m_export->setMenu(menu);
    new EndMenu(m_export);
}

void EventsBar::fillAccounts()
{
    const QString chosen = m_account->currentData().toString();
    {
        const QSignalBlocker quiet(m_account);
        m_account->clear();
        m_account->addItem(tr("Account: all"));
        const QList<Account *> accounts = m_fleet->accounts();
        for (const Account *each : accounts)
            m_account->addItem(each->profile().name, each->id());
        m_account->setVisible(accounts.size() > 1);
        m_account->setCurrentIndex(qMax(0, m_account->findData(chosen)));
    }
    if (m_account->currentData().toString() != chosen)
        Q_EMIT filterChanged();
}

} // namespace Sluice
