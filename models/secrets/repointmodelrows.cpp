// SPDX-License-Identifier: Apache-2.0
// The rows of a RepointModel: how they follow the fleet, and how they are read again.
#include "models/fleet/fleet.h"
#include "models/secrets/repointmodel.h"
#include "models/secrets/secretwatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

RepointModel::RepointModel(Fleet *fleet, const SecretWatch *watch,
                           const QSet<SecretReference> &from, const QString &accountInView,
                           QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
    , m_watch(watch)
    , m_accountInView(accountInView)
{
    m_repointing.from = from;
    const QList<Account *> accounts = fleet->accounts();
    if (m_accountInView.isEmpty() && accounts.size() == 1)
        m_accountInView = accounts.first()->id();
    m_rows = missing();
    std::sort(m_rows.begin(), m_rows.end(),
              [this](const Row &one, const Row &other) { return comesBefore(one, other); });
    for (Row &row : m_rows)
        row.isTicked = row.key.account == m_accountInView;
    connect(watch, &SecretWatch::changed, this, &RepointModel::follow);
    connect(fleet->pipelines(), &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                followStates(first.row(), last.row());
            });
}

RepointModel::Row RepointModel::updated(Row row) const
{
    const PipelineRow *pipeline = m_fleet->pipelines()->find(row.key);
    if (!pipeline)
        return row;
    row.name = pipeline->name;
    row.place =
        tr("%1 › %2", "account and project").arg(pipeline->accountName, pipeline->projectName);
    row.badge = pipeline->badge();
    row.rawStatus = pipeline->rawStatus;
    row.isOutdated = pipeline->outdated;
    if (!m_isChoosing)
        return row;
    const PipelineSecrets *secrets = m_watch->index().pipeline(row.key);
    const QList<SecretUse> uses = secrets ? secrets->uses : QList<SecretUse>();
    row.uses = int(std::count_if(uses.begin(), uses.end(), [this](const SecretUse &use) {
        return m_hasTarget ? m_repointing.changes(use.reference)
                           : m_repointing.from.contains(use.reference);
    }));
    return row;
}

// The account in view first.
bool RepointModel::comesBefore(const Row &one, const Row &other) const
{
    const bool isInView = one.key.account == m_accountInView;
    if (isInView != (other.key.account == m_accountInView))
        return isInView;
    if (const int order = one.place.localeAwareCompare(other.place))
        return order < 0;
    if (const int order = one.name.localeAwareCompare(other.name))
        return order < 0;
    return one.key.pipeline < other.key.pipeline;
}

void RepointModel::follow(const QSet<SecretReference> &touched)
{
    if (m_isChoosing && touched.intersects(m_repointing.from))
        sync();
}

void RepointModel::sync()
{
    const auto usesOne = [this](const PipelineKey &key) {
        const PipelineSecrets *secrets = m_watch->index().pipeline(key);
        return secrets && std::any_of(secrets->uses.begin(), secrets->uses.end(),
                                      [this](const SecretUse &use) {
                                          return m_repointing.from.contains(use.reference);
                                      });
    };
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (usesOne(m_rows.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    update(0, int(m_rows.size()) - 1);
    addMissing();
    Q_EMIT tickedChanged();
}

QList<RepointModel::Row> RepointModel::missing() const
{
    QSet<PipelineKey> known;
    for (const Row &row : m_rows)
        known.insert(row.key);
    QList<Row> rows;
    for (const SecretReference &reference : m_repointing.from) {
        const QList<SecretUser> users = m_watch->index().users(reference);
        for (const SecretUser &user : users) {
            if (known.contains(user.pipeline) || !m_fleet->pipelines()->find(user.pipeline))
                continue;
            known.insert(user.pipeline);
            rows.append(updated({.key = user.pipeline}));
        }
    }
    return rows;
}

// What comes while the user chooses is not ticked: it was not there to be seen.
void RepointModel::addMissing()
{
    const QList<Row> rows = missing();
    for (const Row &added : rows) {
        const auto place = std::lower_bound(
            m_rows.begin(), m_rows.end(), added,
            [this](const Row &one, const Row &other) { return comesBefore(one, other); });
        const int row = int(place - m_rows.begin());
        beginInsertRows({}, row, row);
        m_rows.insert(place, added);
        endInsertRows();
    }
}

void RepointModel::update(int first, int last)
{
    for (int row = first; row <= last; ++row)
        put(row, updated(m_rows.at(row)));
}

void RepointModel::put(int row, const Row &now)
{
    if (m_rows.at(row) == now)
        return;
    m_rows[row] = now;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RepointModel::followStates(int first, int last)
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const int place = m_fleet->pipelines()->rowOf(m_rows.at(row).key);
        if (place >= first && place <= last)
            update(row, row);
    }
}

void RepointModel::beginRetry()
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        if (!now.isChosen)
            continue;
        now.isChosen = now.step != RepointRun::Step::Done;
        now.step = now.isChosen ? RepointRun::Step::Waiting : now.step;
        now.result.clear();
        put(row, now);
    }
    m_reading = 0;
    readNext();
}

void RepointModel::readNext()
{
    while (m_reading < int(m_rows.size()) && m_rows.at(m_reading).step != RepointRun::Step::Waiting)
        ++m_reading;
    if (m_reading >= int(m_rows.size())) {
        m_reading = -1;
        Q_EMIT readAgain();
        return;
    }
    Row now = m_rows.at(m_reading);
    now.step = RepointRun::Step::Reading;
    put(m_reading, now);
    m_fleet->readPipeline(now.key, this, [this, key = now.key](const Result<QJsonObject> &read) {
        if (m_reading >= 0 && m_rows.at(m_reading).key == key) {
            takeRead(m_reading, read);
            readNext();
        }
    });
}

void RepointModel::takeRead(int row, const Result<QJsonObject> &read)
{
    Row now = updated(m_rows.at(row));
    now.step = RepointRun::Step::None;
    now.base = read ? *read : now.base;
    if (!read) {
        now.step = RepointRun::Step::Failed;
        now.result = read.error().kind == ApiError::Kind::NotFound
                         ? tr("The pipeline is not on the server any more.")
                         : read.error().summary();
    } else if (now.uses = int(usesToChange(*read, m_repointing).size()); now.uses == 0) {
        now.step = RepointRun::Step::Done;
        now.result = tr("Nothing to change any more: the server's definition does not use it.");
    }
    put(row, now);
    if (read || !read.error().endsARun())
        return;
    for (int other = 0; other < int(m_rows.size()); ++other) {
        Row waiting = m_rows.at(other);
        if (waiting.key.account != now.key.account || waiting.step != RepointRun::Step::Waiting)
            continue;
        waiting.step = RepointRun::Step::NotStarted;
        waiting.result = tr("Not read, as it would fare the same: %1").arg(now.result);
        put(other, waiting);
    }
}

} // namespace Sluice
