// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/versions/versionstore.h"
#include "models/support/recordtable.h"

namespace Sluice {

// The versions of one pipeline as a table, newest first. Follows the store.
class VersionsModel final : public RecordTable<Version>
{
    Q_OBJECT

public:
    enum Column { SeenColumn, OriginColumn, NameColumn, TablesColumn, SizeColumn, ColumnCount };

    enum Role {
        VersionRole = Qt::UserRole, // Version
        IdRole,                     // qint64, for VersionStore::definition()
        OriginRole,                 // int, Version::Origin
        HashRole,                   // QString; equal for equal content
        FirstSeenRole,              // QDateTime, UTC
        LastSeenRole,               // QDateTime, UTC
        SortRole,                   // by column; a comparable value
    };

    explicit VersionsModel(VersionStore *versions, QObject *parent = nullptr);

    // An invalid key: no versions.
    void setPipeline(const PipelineKey &key);

    // True when a save from here is among them, with the version before it: it can be undone.
    bool hasSave() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // "Saved from here", translated.
    static QString originText(Version::Origin origin);

Q_SIGNALS:
    // The versions of this pipeline have been read.
    void loaded();
    // The versions could not be read. Those read before stay.
    void failed(const Sluice::StoreProblem &problem);

private:
    void refresh();
    QVariant text(const Version &version, int column) const;
    QVariant sortKey(const Version &version, int column) const;

    VersionStore *m_versions;
    PipelineKey m_key;
};

} // namespace Sluice
