// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencecriteria.h"

#include <QSortFilterProxyModel>

namespace Sluice {

// The references of a ReferencesModel, or the uses of a ReferenceMapModel with the rows above them,
// that meet the criteria. Sorted by a column, and below that as references are.
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
