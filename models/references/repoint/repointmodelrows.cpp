// SPDX-License-Identifier: Apache-2.0
// The rows of a RepointModel: how they follow the fleet, and how they are read again.
#include "models/fleet/fleet.h"
#include "models/references/referencemonitor.h"
#include "models/references/repoint/repointmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

RepointModel::RepointModel(Fleet *fleet, const ReferenceMonitor *watch,
                           const QSet<SecretReference> &from, const QString &accountInView,
                           const QSet<PipelineKey> &pipelines, QObject *parent)
    : QAbstractTableModel(parent)
    , m_fleet(fleet)
    , m_watch(watch)
    , m_accountInView(accountInView)
    , m_pipelinesInView(pipelines)
{
    m_repointing.from = from;
    const QList<Account *> accounts = fleet->accounts();
    if (m_accountInView.isEmpty() && accounts.size() == 1)
        m_accountInView = accounts.first()->id();
    m_rows = missing();
    std::sort(m_rows.begin(), m_rows.end(),
              [this](const Row &one, const Row &other) { return comesBefore(one, other); });
    for (Row &row : m_rows)
        row.isTicked = isInView(row.key);
    notePlaces();
    connect(watch, &ReferenceMonitor::changed, this, &RepointModel::follow);
    connect(fleet->pipelines(), &QAbstractItemModel::dataChanged, this,
            &RepointModel::followStates);
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

bool RepointModel::isInView(const PipelineKey &key) const
{
    return m_pipelinesInView.isEmpty() ? key.account == m_accountInView
                                       : m_pipelinesInView.contains(key);
}

// What is in view first.
bool RepointModel::comesBefore(const Row &one, const Row &other) const
{
    const bool isFirst = isInView(one.key);
    if (isFirst != isInView(other.key))
        return isFirst;
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
    notePlaces();
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

void RepointModel::followStates(const QModelIndex &first, const QModelIndex &last)
{
    if (first.column() > PipelineModel::StatusColumn) // when it was checked, say
        return;
    for (int pipeline = first.row(); pipeline <= last.row(); ++pipeline) {
        const int row = rowOf(m_fleet->pipelines()->row(pipeline).key);
        if (row >= 0)
            update(row, row);
    }
}

void RepointModel::notePlaces()
{
    m_places.clear();
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_places.insert(m_rows.at(row).key, row);
}

void RepointModel::beginRetry()
{
    m_beforeRetry = m_rows;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        if (!now.isChosen || now.step == RepointRun::Step::Done)
            continue;
        now.step = RepointRun::Step::Waiting;
        now.result.clear();
        put(row, now);
    }
    m_reading = 0;
    readNext();
}

void RepointModel::endRetry()
{
    m_reading = -1;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        if (!now.isChosen || now.step == RepointRun::Step::Done)
            continue;
        now.step = m_beforeRetry.at(row).step;
        now.result = m_beforeRetry.at(row).result;
        put(row, now);
    }
    m_beforeRetry.clear();
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
    } else if (isThere(*read, m_rows.at(row).base)) { // an answer was lost
        now.step = RepointRun::Step::Done;
        now.result = tr("The server has it already; nothing was sent.");
    } else if (now.uses = int(usesToChange(*read, m_repointing).size()); now.uses == 0) {
        now.step = RepointRun::Step::Done;
        now.result = tr("Nothing to change any more: the server's definition does not use it.");
    }
    put(row, now);
    if (!read && read.error().endsARun())
        passOver(now, read.error().kind);
}

// Everything that this run of readings would have changed stands there changed.
bool RepointModel::isThere(const QJsonObject &read, const QJsonObject &base) const
{
    const QList<SecretUse> now = secretUses(read);
    const QList<SecretUse> uses = usesToChange(base, m_repointing);
    return usesToChange(read, m_repointing).isEmpty() &&
           std::all_of(uses.begin(), uses.end(), [this, &now](const SecretUse &use) {
               return now.contains(SecretUse{use.path, m_repointing.target(use.reference)});
           });
}

// Those that would fare as this one did. A project may be forbidden beside others that are not.
void RepointModel::passOver(const Row &failed, ApiError::Kind kind)
{
    const bool isOfProject = kind == ApiError::Kind::Forbidden;
    QList<PipelineKey> alike;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.step == RepointRun::Step::Waiting && row.key.account == failed.key.account &&
            (!isOfProject || row.key.project == failed.key.project))
            alike.append(row.key);
    }
    setStep(alike, RepointRun::Step::NotStarted,
            tr("Not read, as this stands in its way too: %1").arg(failed.result));
}

} // namespace Sluice
