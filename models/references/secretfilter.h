// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/secretcriteria.h"

#include <QSortFilterProxyModel>

namespace Sluice {

// The references of a SecretsModel that meet the criteria, sorted by a column and below that as
// references are.
class SecretFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SecretFilter(QObject *parent = nullptr);

    void setCriteria(const SecretCriteria &criteria);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    SecretCriteria m_criteria;
};

} // namespace Sluice
