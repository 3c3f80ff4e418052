// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencecriteria.h"

#include <QSortFilterProxyModel>

namespace Sluice {

// Shows what meets the criteria: references of a ReferencesModel, or uses of a ReferenceMapModel
// with the rows above them. Sorted by a column; equal rows are in the usual order of references.
class ReferenceFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ReferenceFilter(QObject *parent = nullptr);

    void setCriteria(const ReferenceCriteria &criteria);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ReferenceCriteria m_criteria;
};

} // namespace Sluice
