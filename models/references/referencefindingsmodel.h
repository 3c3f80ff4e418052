// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"
#include "models/support/recordtable.h"

namespace Sluice {

class ReferenceMonitor;

// One finding about one use of the reference, as the table shows it.
struct ReferenceFindingRow {
    QString id; // of the place and the rule
    ReferenceFinding finding;
    QString name;  // of the pipeline
    QString place; // "PROD-EU › Test-project"
    bool silenced = false;
    QString why; // the user's reason for silencing it

    bool operator==(const ReferenceFindingRow &) const = default;
};

// The findings about one reference, with a row for each use and rule. Silenced ones are in it too.
// It follows the monitor.
class ReferenceFindingsModel final : public RecordTable<ReferenceFindingRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, PlaceColumn, ReasonColumn, AdviceColumn, StateColumn, ColumnCount };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        RuleRole,               // int, ReferenceRule
        SilencedRole,           // bool
    };

    // The monitor outlives it. Empty at first.
    explicit ReferenceFindingsModel(const ReferenceMonitor *monitor, QObject *parent = nullptr);

    void setReference(const SecretReference &reference);

    // The number of findings that are not silenced.
    int count() const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    ReferenceFindingRow rowOf(const ReferenceFinding &finding, bool silenced) const;

    const ReferenceMonitor *m_monitor;
    SecretReference m_reference;
};

} // namespace Sluice
