// SPDX-License-Identifier: Apache-2.0
#include "models/references/secretfilter.h"

#include "models/references/secretsmodel.h"

namespace Sluice {

SecretFilter::SecretFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SecretsModel::SortRole);
}

void SecretFilter::setCriteria(const SecretCriteria &criteria)
{
    if (m_criteria == criteria)
        return;
    m_criteria = criteria;
    invalidateFilter();
}

bool SecretFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_criteria.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto reference = index.data(SecretsModel::ReferenceRole).value<SecretReference>();
    if (!m_criteria.provider.isEmpty() && reference.provider != m_criteria.provider)
        return false;
    if (!m_criteria.account.isEmpty() &&
        !index.data(SecretsModel::AccountsRole).toStringList().contains(m_criteria.account))
        return false;
    if (!m_criteria.words.isEmpty() &&
        !hasWords(index.data(SecretsModel::SearchRole).toString(), m_criteria.words))
        return false;
    return !m_criteria.onlyFindings || index.data(SecretsModel::FindingCountRole).toInt() > 0;
}

bool SecretFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.data(sortRole()) != right.data(sortRole()))
        return QSortFilterProxyModel::lessThan(left, right);
    const auto one = left.data(SecretsModel::ReferenceRole).value<SecretReference>();
    const auto other = right.data(SecretsModel::ReferenceRole).value<SecretReference>();
    return sortOrder() == Qt::AscendingOrder ? one < other : other < one;
}

} // namespace Sluice
