// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleethealth.h"

#include "models/fleet/fleet.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::chrono::seconds untoldWait{3};

// No answer at all: the whole account is out of reach, whichever call noticed it.
bool isConnection(const ApiError &error)
{
    return error.kind == ApiError::Kind::Network || error.kind == ApiError::Kind::Timeout ||
           error.kind == ApiError::Kind::Tls;
}

// Nothing gets through to the account: whatever the user starts would fail as well.
QString obstacleOf(const Account &account, const ApiError &error)
{
    const QString name = account.profile().name;
    if (isConnection(error))
        return FleetHealth::tr("No connection to %1.").arg(name);
    return error.kind == ApiError::Kind::Unauthorized
               ? FleetHealth::tr("%1 did not accept the sign-in.").arg(name)
               : QString();
}

// "13:40", with the day where that is another one: data may be of an earlier run of the program.
QString timeOfData(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return local.date() == QDate::currentDate() ? local.toString(u"HH:mm"_s)
                                                : QLocale().toString(local, u"d MMM HH:mm"_s);
}

// What the system says of a connection that its fact names already.
QString causeOfSilence(const ApiError &error)
{
    const bool repeats = error.kind == ApiError::Kind::Network && !error.message.isEmpty();
    return repeats ? FleetHealth::tr("%1: \"%2\".").arg(error.host, error.message)
                   : error.summary();
}

Notice noticeOf(const Account &account, const ApiError &error, const QString &what)
{
    const bool connection = isConnection(error);
    Notice notice;
    notice.key =
        account.id() + (connection ? u"/connection"_s : u"/lists/%1"_s.arg(int(error.kind)));
    notice.kind = connection ? Notice::Kind::Warning : Notice::Kind::Problem;
    notice.isAlert = true;
    notice.iconName = connection ? u"wifi-off"_s : QString();
    const QString name = account.profile().name;
    notice.fact = connection ? FleetHealth::tr("No connection to %1.").arg(name)
                             : FleetHealth::tr("%1: %2").arg(name, what);
    notice.back = connection ? FleetHealth::tr("The connection to %1 is back.").arg(name)
                             : FleetHealth::tr("%1 can be read again.").arg(name);
    notice.past =
        connection ? FleetHealth::tr("There was no connection to %1.").arg(name) : notice.fact;
    notice.consequence =
        u"%1 %2"_s.arg(connection ? causeOfSilence(error) : error.summary(), error.nextStep())
            .trimmed();
    notice.details = error.details();
    notice.account = account.id();
    return notice;
}

// Without projects there is no pipeline to check, so no check tells that the account is out of
// reach.
Notice noticeOfProjects(const Account &account)
{
    Notice notice = noticeOf(account, account.projectsError(),
                             FleetHealth::tr("The projects could not be read."));
    if (account.projects().isEmpty())
        notice.obstacle = obstacleOf(account, account.projectsError());
    return notice;
}

} // namespace

FleetHealth::FleetHealth(Fleet *fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(2 * PipelineModel::flushInterval);
    connect(&m_timer, &QTimer::timeout, this, &FleetHealth::look);
    m_waitOver.setSingleShot(true);
    connect(&m_waitOver, &QTimer::timeout, this, &FleetHealth::look);
    const auto later = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(fleet->pipelines(), &PipelineModel::dataChanged, this, later);
    connect(fleet->pipelines(), &PipelineModel::rowsInserted, this, later);
    connect(fleet->pipelines(), &PipelineModel::rowsRemoved, this, later);
    connect(fleet, &Fleet::accountAboutToBeRemoved, this, later);
    connect(fleet, &Fleet::accountAdded, this, &FleetHealth::follow);
    const QList<Account *> accounts = fleet->accounts();
    for (Account *account : accounts)
        follow(account);
}

void FleetHealth::follow(Account *account)
{
    const auto later = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(account, &Account::projectsChanged, this, later);
    connect(account, &Account::toldToWait, this, later);
    connect(account, &Account::pipelinesStateChanged, this, later);
    later();
}

QString FleetHealth::obstacle(const QString &account) const
{
    for (const Notice &notice : m_notices) {
        if (notice.account == account && !notice.obstacle.isEmpty())
            return notice.obstacle;
    }
    return {};
}

void FleetHealth::look()
{
    QHash<QString, Notice> found;
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts) {
        lookAt(*account, found);
        lookAtWait(*account, found);
    }
    const QHash<QString, Notice> before = std::exchange(m_notices, found);
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!found.contains(it.key()))
            Q_EMIT cleared(it.key());
    }
    for (const Notice &notice : std::as_const(found)) {
        if (before.value(notice.key) != notice)
            Q_EMIT raised(notice);
    }
}

void FleetHealth::lookAt(const Account &account, QHash<QString, Notice> &found) const
{
    lookAtChecks(account, found);
    const auto add = [&found](const Notice &notice) {
        if (!found.contains(notice.key))
            found.insert(notice.key, notice);
    };
    if (account.projectsState() == LoadState::Failed)
        add(noticeOfProjects(account));
    for (const Project &project : account.projects()) {
        if (account.pipelinesState(project.id) == LoadState::Failed)
            add(noticeOf(account, account.pipelinesError(project.id),
                         tr("The pipelines of %1 could not be read.").arg(project.name)));
    }
}

// Short waits come and go unseen.
void FleetHealth::lookAtWait(const Account &account, QHash<QString, Notice> &found)
{
    const QDateTime until = account.waitsUntil();
    const std::chrono::milliseconds left(QDateTime::currentDateTimeUtc().msecsTo(until));
    if (!until.isValid() || left <= std::chrono::milliseconds::zero())
        return;
    if (!m_waitOver.isActive() || m_waitOver.remainingTimeAsDuration() > left)
        m_waitOver.start(left + std::chrono::milliseconds(PipelineModel::flushInterval));
    const QString key = account.id() + u"/wait"_s;
    if (left < untoldWait && !m_notices.contains(key))
        return;
    Notice notice;
    notice.key = key;
    notice.kind = Notice::Kind::Information;
    notice.iconName = u"clock"_s;
    notice.fact = tr("Maia asked %1 to wait. It is asked again at %2.")
                      .arg(account.profile().name, until.toLocalTime().toString(u"HH:mm:ss"_s));
    notice.consequence = tr("It got more calls than it allows. Your actions go first then; checks "
                            "become slower by themselves.");
    notice.details = notice.fact;
    found.insert(key, notice);
}

void FleetHealth::lookAtChecks(const Account &account, QHash<QString, Notice> &found) const
{
    const StatusPoller *poller = m_fleet->poller(account.id());
    const std::optional<ApiError> trouble = poller ? poller->trouble() : std::nullopt;
    // What is not found leaves the list soon.
    if (!trouble || trouble->kind == ApiError::Kind::NotFound)
        return;
    const PipelineModel *model = m_fleet->pipelines();
    if (!model->rows().haveAllChecksFailed(account.id()))
        return;
    QDateTime newest;
    const QList<PipelineKey> keys = model->keys(account.id());
    for (const PipelineKey &key : keys) {
        const PipelineRow *row = model->find(key);
        if (row->checked.isValid() && (!newest.isValid() || row->checked > newest))
            newest = row->checked;
    }
    Notice notice = noticeOf(account, *trouble, tr("No pipeline could be checked."));
    if (newest.isValid())
        notice.fact += u' ' + tr("Data of %1.").arg(timeOfData(newest));
    if (isConnection(*trouble))
        notice.consequence = tr("%1 Sluice goes on trying.").arg(causeOfSilence(*trouble));
    notice.obstacle = obstacleOf(account, *trouble);
    notice.details =
        u"%1\n%2\n%3"_s.arg(notice.fact, trouble->details(), account.profile().baseUrl.toString());
    found.insert(notice.key, notice);
}

} // namespace Sluice
