// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/secretsuggestions.h"

#include "models/form/secretguard.h"
#include "models/secrets/secretindex.h"
#include "models/secrets/secretsmodel.h"

#include <algorithm>
#include <tuple>

namespace Sluice {

namespace {

bool isWorthNaming(const SecretReference &reference)
{
    return !reference.provider.isEmpty() && !reference.name.isEmpty() &&
           !looksLikeSecret(reference.text());
}

} // namespace

SecretSuggestions::Row SecretSuggestions::makeRow(const SecretIndex &index, const Wish &wish,
                                                  const SecretReference &reference)
{
    Row row{reference};
    const QList<SecretUser> users = index.users(reference);
    for (const SecretUser &user : users) {
        if (!wish.account.isEmpty() && user.pipeline.account != wish.account)
            continue;
        ++row.uses;
        row.isOfField |= !wish.field.isEmpty() && user.path.endsWith(wish.field);
    }
    return row;
}

void SecretSuggestions::load(const SecretIndex &index, const Wish &wish)
{
    QList<Row> rows;
    const QList<SecretReference> references = index.references();
    for (const SecretReference &reference : references) {
        if (!wish.provider.isEmpty() && reference.provider != wish.provider)
            continue;
        const Row row = makeRow(index, wish, reference);
        if (row.uses > 0 && isWorthNaming(reference))
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end(), [](const Row &left, const Row &right) {
        return std::tie(right.isOfField, right.uses, left.reference) <
               std::tie(left.isOfField, left.uses, right.reference);
    });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SecretSuggestions::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SecretSuggestions::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.reference.text();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row.reference.text(), row.uses == 1
                                                          ? tr("used once")
                                                          : tr("used %1 times").arg(row.uses));
    case ReferenceRole: return QVariant::fromValue(row.reference);
    case UserCountRole: return row.uses;
    case SearchRole:
        return SecretReference{{}, row.reference.location, row.reference.name, row.reference.key}
            .text();
    default: return {};
    }
}

} // namespace Sluice
