// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencecriteria.h"

#include <QSortFilterProxyModel>

namespace Sluice {

// The uses of a ReferenceMapModel that meet the criteria, with the rows above them. Words may stand
// in any of these rows.
class ReferenceMapFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ReferenceMapFilter(QObject *parent = nullptr);

    void setCriteria(const ReferenceCriteria &criteria);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    ReferenceCriteria m_criteria;
};

} // namespace Sluice
