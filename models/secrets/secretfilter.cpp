// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/secretfilter.h"

#include "models/secrets/secretsmodel.h"

#include <algorithm>

namespace Sluice {

SecretFilter::SecretFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SecretsModel::SortRole);
    setDynamicSortFilter(true);
}

template <typename Member, typename Value>
void SecretFilter::set(Member &member, const Value &value)
{
    if (member == value)
        return;
    member = value;
    invalidateFilter();
}

void SecretFilter::setText(const QString &text)
{
    set(m_words, text.toLower().split(u' ', Qt::SkipEmptyParts));
}

void SecretFilter::setProvider(const QString &provider)
{
    set(m_provider, provider);
}

void SecretFilter::setAccount(const QString &id)
{
    set(m_account, id);
}

void SecretFilter::setOnlyFindings(bool only)
{
    set(m_onlyFindings, only);
}

bool SecretFilter::isFiltering() const
{
    return !m_words.isEmpty() || !m_provider.isEmpty() || !m_account.isEmpty() || m_onlyFindings;
}

bool SecretFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isFiltering())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto reference = index.data(SecretsModel::ReferenceRole).value<SecretReference>();
    if (!m_provider.isEmpty() && reference.provider != m_provider)
        return false;
    if (!m_account.isEmpty() &&
        !index.data(SecretsModel::AccountsRole).toStringList().contains(m_account))
        return false;
    if (!m_words.isEmpty()) {
        const QString text = index.data(SecretsModel::SearchRole).toString();
        if (!std::all_of(m_words.begin(), m_words.end(),
                         [&text](const QString &word) { return text.contains(word); }))
            return false;
    }
    return !m_onlyFindings || index.data(SecretsModel::FindingCountRole).toInt() > 0;
}

bool SecretFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant one = left.data(sortRole());
    const QVariant other = right.data(sortRole());
    if (one != other)
        return QSortFilterProxyModel::lessThan(left, right);
    return left.data(SecretsModel::ReferenceRole).value<SecretReference>() <
           right.data(SecretsModel::ReferenceRole).value<SecretReference>();
}

} // namespace Sluice
