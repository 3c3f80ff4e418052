// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencefilter.h"

#include "models/definition/secret/secretreference.h"
#include "models/references/referenceroles.h"

namespace Sluice {

ReferenceFilter::ReferenceFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ReferenceRoles::Sort);
    setRecursiveFilteringEnabled(true);
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
    const QVariant text = index.data(ReferenceRoles::Search);
    if (!text.isValid())
        return false; // shown for the sake of what is below
    const auto reference = index.data(ReferenceRoles::Reference).value<SecretReference>();
    if (!m_criteria.provider.isEmpty() && reference.provider != m_criteria.provider)
        return false;
    if (!m_criteria.account.isEmpty() &&
        !index.data(ReferenceRoles::Accounts).toStringList().contains(m_criteria.account))
        return false;
    if (m_criteria.onlyFindings && index.data(ReferenceRoles::FindingCount).toInt() == 0)
        return false;
    return hasWords(text.toString(), m_criteria.words);
}

bool ReferenceFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.data(sortRole()) != right.data(sortRole()))
        return QSortFilterProxyModel::lessThan(left, right);
    const auto one = left.data(ReferenceRoles::Reference).value<SecretReference>();
    const auto other = right.data(ReferenceRoles::Reference).value<SecretReference>();
    return sortOrder() == Qt::AscendingOrder ? one < other : other < one;
}

} // namespace Sluice
