// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointmodel.h"

#include "models/fleet/fleet.h"
#include "models/form/servermessages.h"
#include "models/references/referencemonitor.h"
#include "models/support/rowdiff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

RepointModel::RepointModel(Fleet *fleet, const ReferenceMonitor *monitor,
                           const QSet<SecretReference> &from, const QString &accountInView,
                           const QSet<PipelineKey> &pipelines, QObject *parent)
    : TickableTable(parent)
    , m_fleet(fleet)
    , m_monitor(monitor)
    , m_accountInView(accountInView)
    , m_pipelinesInView(pipelines)
    , m_reading(fleet)
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
    recordPlaces();
    connect(monitor, &ReferenceMonitor::changed, this, &RepointModel::follow);
    connect(fleet->pipelines(), &QAbstractItemModel::dataChanged, this,
            &RepointModel::followStates);
    connect(&m_reading, &RepointReading::reading, this,
            [this](const PipelineKey &key) { setReport({key}, {ItemState::Reading}); });
    connect(&m_reading, &RepointReading::answered, this, &RepointModel::onRead);
    connect(&m_reading, &RepointReading::passedOver, this, &RepointModel::passOver);
    connect(&m_reading, &RepointReading::finished, this, &RepointModel::readAgain);
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
    const PipelineReferences *secrets = m_monitor->index().pipeline(row.key);
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
        const PipelineReferences *secrets = m_monitor->index().pipeline(key);
        return secrets && std::any_of(secrets->uses.begin(), secrets->uses.end(),
                                      [this](const SecretUse &use) {
                                          return m_repointing.from.contains(use.reference);
                                      });
    };
    const QList<RowRun> gone = rowRuns(
        int(m_rows.size()), [this, &usesOne](int row) { return !usesOne(m_rows.at(row).key); });
    for (const RowRun &run : gone) {
        beginRemoveRows({}, run.first, run.last);
        m_rows.remove(run.first, run.count());
        endRemoveRows();
    }
    update(0, int(m_rows.size()) - 1);
    addMissing();
    recordPlaces();
    Q_EMIT tickedChanged();
}

QList<RepointModel::Row> RepointModel::missing() const
{
    QSet<PipelineKey> known;
    for (const Row &row : m_rows)
        known.insert(row.key);
    QList<Row> rows;
    for (const SecretReference &reference : m_repointing.from) {
        const QList<ReferenceUser> users = m_monitor->index().users(reference);
        for (const ReferenceUser &user : users) {
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

void RepointModel::recordPlaces()
{
    m_places.clear();
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_places.insert(m_rows.at(row).key, row);
}

void RepointModel::beginRetry()
{
    m_beforeRetry = m_rows;
    QList<PipelineKey> keys;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        if (!now.isChosen || now.report.state == ItemState::Done)
            continue;
        keys.append(now.key);
        now.report = {ItemState::Waiting};
        put(row, now);
    }
    m_reading.start(keys);
}

void RepointModel::endRetry()
{
    m_reading.stop();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        if (!now.isChosen || now.report.state == ItemState::Done)
            continue;
        now.report = m_beforeRetry.at(row).report;
        put(row, now);
    }
    m_beforeRetry.clear();
}

void RepointModel::onRead(const PipelineKey &key, const Result<QJsonObject> &read)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    Row now = updated(m_rows.at(row));
    now.report = {};
    now.base = read ? *read : now.base;
    if (!read) {
        now.report = {ItemState::Failed, read.error().kind == ApiError::Kind::NotFound
                                             ? tr("The pipeline is not on the server any more.")
                                             : read.error().summary()};
    } else if (isRepointed(*read, m_rows.at(row).base, m_repointing)) { // an answer was lost
        now.report = {ItemState::Done, tr("The server has it already; nothing was sent.")};
    } else if (now.uses = int(usesToChange(*read, m_repointing).size()); now.uses == 0) {
        now.report = {ItemState::Done, tr("Nothing to change any more: the server's definition "
                                          "does not use it.")};
    }
    put(row, now);
}

void RepointModel::passOver(const QList<PipelineKey> &keys, const ApiError &error)
{
    setReport(keys, {ItemState::NotSent,
                     tr("Not read, as this stands in its way too: %1").arg(error.summary())});
}

void RepointModel::setTarget(const SecretReference &to)
{
    m_repointing.to = to;
    m_hasTarget = m_repointing.obstacle().isEmpty();
    update(0, int(m_rows.size()) - 1);
    Q_EMIT tickedChanged();
}

void RepointModel::tickAll(bool ticked)
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        now.isTicked = ticked;
        put(row, now);
    }
    Q_EMIT tickedChanged();
}

int RepointModel::tickedCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), &RepointModel::isWanted));
}

void RepointModel::beginReview()
{
    m_isChoosing = false;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        now.base = m_fleet->pipelines()->definition(now.key);
        now.isChosen = isWanted(now) && !usesToChange(now.base, m_repointing).isEmpty();
        now.report = {};
        put(row, now);
    }
}

void RepointModel::endReview()
{
    m_isChoosing = true;
    m_reading.stop();
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        now.isChosen = false;
        put(row, now);
    }
    sync();
}

QList<RepointRun::Item> RepointModel::left() const
{
    QList<RepointRun::Item> items;
    for (const Row &row : m_rows) {
        if (row.isChosen && row.report.state == ItemState::None)
            items.append({row.key, row.base});
    }
    return items;
}

int RepointModel::count(ItemState state) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [state](const Row &row) {
        return row.isChosen && row.report.state == state;
    }));
}

int RepointModel::unknownCount() const
{
    return count(ItemState::Unknown) + count(ItemState::NotSeen);
}

int RepointModel::movedCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), &RepointModel::isMoved));
}

int RepointModel::movedWhileRunning() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return isMoved(row) && isRunning(row); }));
}

QList<Change> RepointModel::changes(int row) const
{
    const QJsonObject &base = m_rows.at(row).base;
    return semanticDiff(base, repointed(base, m_repointing));
}

void RepointModel::setReport(const QList<PipelineKey> &keys, const ItemReport &report)
{
    int first = int(m_rows.size());
    int last = -1;
    for (const PipelineKey &key : keys) {
        const int row = rowOf(key);
        if (row < 0)
            continue;
        m_rows[row].report = report;
        first = qMin(first, row);
        last = qMax(last, row);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int RepointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RepointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool RepointModel::isRunning(const Row &row)
{
    return row.badge == Badge::Streaming || row.badge == Badge::Snapshotting ||
           row.badge == Badge::Starting || row.badge == Badge::StartRequested;
}

QString RepointModel::note(const Row &row) const
{
    if (row.uses == 0)
        return tr("Nothing to change");
    if (m_isChoosing && !isWanted(row))
        return tr("Not selected");
    const QString fields = tr("%Ln field(s)", nullptr, int(row.uses));
    return isRunning(row) ? tr("%1, may need a restart").arg(fields) : fields;
}

QString RepointModel::text(const Row &row, int column) const
{
    switch (column) {
    case PipelineColumn: return row.name;
    case PlaceColumn: return row.place;
    case NoteColumn: return note(row);
    case ResultColumn: return ServerMessages::clipped(resultText(row)).simplified();
    default: return {};
    }
}

QString RepointModel::resultText(const Row &row)
{
    switch (row.report.state) {
    case ItemState::Waiting: return tr("Waiting");
    case ItemState::Reading: return tr("Reading…");
    case ItemState::Saving: return tr("Saving…");
    case ItemState::None:
    case ItemState::Done:
    case ItemState::Failed:
    case ItemState::Unknown:
    case ItemState::NotSeen:
    case ItemState::NotSent: break;
    }
    return row.report.text;
}

QVariant RepointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == ResultColumn ? ServerMessages::clipped(row.report.text)
                                              : text(row, index.column());
    case Qt::CheckStateRole: return checkState(index);
    case KeyRole: return QVariant::fromValue(row.key);
    case BadgeRole: return int(row.badge);
    case RawStatusRole: return row.rawStatus;
    case OutdatedRole: return row.isOutdated;
    case CautionRole: return isRunning(row) && (isWanted(row) || !m_isChoosing);
    case StateRole: return int(row.report.state);
    case ResultRole: return row.report.text;
    case ReviewRole: return row.isChosen && row.report.state != ItemState::Done;
    case ChosenRole: return row.isChosen;
    default: return {};
    }
}

QVariant RepointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case PipelineColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Where");
    case StatusColumn: return tr("Status");
    case NoteColumn: return tr("Note");
    case ResultColumn: return tr("Result");
    default: return {};
    }
}

QString RepointModel::report() const
{
    QString lines;
    for (const Row &row : m_rows) {
        if (row.isChosen)
            lines += line({row.name, row.place, resultText(row)});
    }
    return lines;
}

void RepointModel::tick(int row, bool ticked)
{
    Row now = m_rows.at(row);
    now.isTicked = ticked;
    put(row, now);
    Q_EMIT tickedChanged();
}

} // namespace Sluice
