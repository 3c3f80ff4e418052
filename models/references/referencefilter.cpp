// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencefilter.h"

#include "models/references/referencesmodel.h"

namespace Sluice {

ReferenceFilter::ReferenceFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ReferencesModel::SortRole);
}

void ReferenceFilter::setCriteria(const ReferenceCriteria &criteria)
{
    if (m_criteria == criteria)
        return;
    m_criteria = criteria;
    invalidateFilter();
}

bool ReferenceFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_criteria.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto reference = index.data(ReferencesModel::ReferenceRole).value<SecretReference>();
    if (!m_criteria.provider.isEmpty() && reference.provider != m_criteria.provider)
        return false;
    if (!m_criteria.account.isEmpty() &&
        !index.data(ReferencesModel::AccountsRole).toStringList().contains(m_criteria.account))
        return false;
    if (!m_criteria.words.isEmpty() &&
        !hasWords(index.data(ReferencesModel::SearchRole).toString(), m_criteria.words))
        return false;
    return !m_criteria.onlyFindings || index.data(ReferencesModel::FindingCountRole).toInt() > 0;
}

bool ReferenceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.data(sortRole()) != right.data(sortRole()))
        return QSortFilterProxyModel::lessThan(left, right);
    const auto one = left.data(ReferencesModel::ReferenceRole).value<SecretReference>();
    const auto other = right.data(ReferencesModel::ReferenceRole).value<SecretReference>();
    return sortOrder() == Qt::AscendingOrder ? one < other : other < one;
}

} // namespace Sluice
