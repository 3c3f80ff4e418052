// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/secretcriteria.h"

#include <QSortFilterProxyModel>

namespace Sluice {

// The uses of a SecretMapModel that meet the criteria, with the rows above them. Words may stand in
// any of these rows.
class SecretMapFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SecretMapFilter(QObject *parent = nullptr);

    void setCriteria(const SecretCriteria &criteria);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    SecretCriteria m_criteria;
};

} // namespace Sluice
