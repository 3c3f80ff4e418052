// SPDX-License-Identifier: Apache-2.0
#include "models/store/versions/versionsmodel.h"

#include <QLocale>

namespace Sluice {

namespace {

bool isNumber(int column)
{
    return column == VersionsModel::TablesColumn || column == VersionsModel::SizeColumn;
}

} // namespace

VersionsModel::VersionsModel(VersionStore *versions, QObject *parent)
    : RecordTable(parent)
    , m_versions(versions)
{
    connect(versions, &VersionStore::changed, this, [this](const QList<PipelineKey> &keys) {
        if (keys.contains(m_key))
            refresh();
    });
}

void VersionsModel::setPipeline(const PipelineKey &key)
{
    if (m_key == key)
        return;
    m_key = key;
    setRecords({});
    if (key.isValid())
        refresh();
}

void VersionsModel::refresh()
{
    m_versions->list(m_key, this, [this, key = m_key](const StoreResult<QList<Version>> &versions) {
        if (key != m_key) // another pipeline is shown meanwhile
            return;
        if (!versions) {
            Q_EMIT failed(versions.error());
            return;
        }
        setRecords(*versions);
        Q_EMIT loaded();
    });
}

bool VersionsModel::hasSave() const
{
    for (int row = 0; row + 1 < rowCount(); ++row) {
        if (record(row).isSave())
            return true;
    }
    return false;
}

int VersionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Version &version = record(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(version, column);
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case VersionRole: return QVariant::fromValue(version);
    case IdRole: return version.id;
    case OriginRole: return int(version.origin);
    case HashRole: return version.hash;
    case FirstSeenRole: return version.firstSeen;
    case LastSeenRole: return version.lastSeen;
    case SortRole: return sortKey(version, column);
    default: return {};
    }
}

QVariant VersionsModel::text(const Version &version, int column) const
{
    const QLocale locale;
    switch (column) {
    case SeenColumn: return locale.toString(version.firstSeen.toLocalTime(), QLocale::ShortFormat);
    case OriginColumn: return originText(version.origin);
    case NameColumn: return version.name;
    case TablesColumn: return locale.toString(version.tableCount);
    case SizeColumn: return locale.formattedDataSize(version.size, 1, QLocale::DataSizeSIFormat);
    default: return {};
    }
}

QVariant VersionsModel::sortKey(const Version &version, int column) const
{
    switch (column) {
    case SeenColumn: return version.id; // the order of time, whatever the clock did
    case OriginColumn: return int(version.origin);
    case TablesColumn: return version.tableCount;
    case SizeColumn: return version.size;
    default: return text(version, column).toString().toCaseFolded();
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return RecordTable::headerData(section, orientation, role);
    switch (section) {
    case SeenColumn: return tr("Since");
    case OriginColumn: return tr("Origin");
    case NameColumn: return tr("Name");
    case TablesColumn: return tr("Tables");
    case SizeColumn: return tr("Size");
    default: return {};
    }
}

QString VersionsModel::originText(Version::Origin origin)
{
    switch (origin) {
    case Version::Origin::Read: return tr("Read from the server");
    case Version::Origin::BeforeSave: return tr("Before a save from here");
    case Version::Origin::Deleted: return tr("Deleted from here");
    case Version::Origin::Created: return tr("Created from here");
    case Version::Origin::Saved: return tr("Saved from here");
    case Version::Origin::Restored: return tr("Restored from here");
    }
    return {};
}

} // namespace Sluice
