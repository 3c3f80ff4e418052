// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencemapfilter.h"

#include "models/references/referencemapmodel.h"

namespace Sluice {

ReferenceMapFilter::ReferenceMapFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ReferenceMapModel::SortRole);
    setRecursiveFilteringEnabled(true);
}

void ReferenceMapFilter::setCriteria(const ReferenceCriteria &criteria)
{
    if (m_criteria == criteria)
        return;
    m_criteria = criteria;
    invalidateFilter();
}

bool ReferenceMapFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_criteria.isEmpty())
        return true;
    const QModelIndex use = sourceModel()->index(row, 0, parent);
    if (use.data(ReferenceMapModel::KindRole).toInt() != int(ReferenceMapModel::Kind::Use))
        return false; // shown for the sake of what is below
    const auto reference = parent.data(ReferenceMapModel::ReferenceRole).value<SecretReference>();
    if (!m_criteria.provider.isEmpty() && reference.provider != m_criteria.provider)
        return false;
    const auto key = use.data(ReferenceMapModel::KeyRole).value<PipelineKey>();
    if (!m_criteria.account.isEmpty() && key.account != m_criteria.account)
        return false;
    if (m_criteria.onlyFindings && use.data(ReferenceMapModel::FindingCountRole).toInt() == 0)
        return false;
    if (m_criteria.words.isEmpty())
        return true;
    QString text = reference.providerName() + u'\n' + reference.text();
    for (QModelIndex above = use; above.isValid(); above = above.parent())
        text += u'\n' + above.data().toString();
    return hasWords(text.toLower(), m_criteria.words);
}

} // namespace Sluice
