// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencesuggestions.h"

#include "models/definition/secret/secretguard.h"
#include "models/references/referenceindex.h"
#include "models/references/referencesmodel.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Sluice {

namespace {

// True when a part of it does.
bool beginsWith(const SecretReference &reference, const QString &text)
{
    return reference.location.startsWith(text, Qt::CaseInsensitive) ||
           reference.name.startsWith(text, Qt::CaseInsensitive) ||
           reference.key.startsWith(text, Qt::CaseInsensitive);
}

} // namespace

ReferenceSuggestions::Row ReferenceSuggestions::makeRow(const ReferenceIndex &index,
                                                        const Wish &wish,
                                                        const SecretReference &reference)
{
    Row row{reference};
    row.text = SecretReference{{}, reference.location, reference.name, reference.key}.text();
    const QList<ReferenceUser> users = index.users(reference);
    for (const ReferenceUser &user : users) {
        if (!wish.account.isEmpty() && user.pipeline.account != wish.account)
            continue;
        ++row.uses;
        row.isOfField |= !wish.field.isEmpty() && user.path.lastKey() == wish.field;
    }
    return row;
}

void ReferenceSuggestions::load(const ReferenceIndex &index, const Wish &wish)
{
    QList<Row> rows;
    const QList<SecretReference> references = index.references();
    for (const SecretReference &reference : references) {
        if (!wish.provider.isEmpty() && reference.provider != wish.provider)
            continue;
        if (reference.provider.isEmpty() || reference.name.isEmpty())
            continue;
        const Row row = makeRow(index, wish, reference);
        if (row.uses > 0)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end(), [](const Row &left, const Row &right) {
        return std::tie(right.uses, right.isOfField, left.reference) <
               std::tie(left.uses, left.isOfField, right.reference);
    });
    m_rows = rows;
    m_worth.removeIf([&index](const auto &judged) { return !index.contains(judged.key()); });
    show();
}

void ReferenceSuggestions::search(const QString &text)
{
    m_text = text;
    show();
}

bool ReferenceSuggestions::isWorthNaming(const SecretReference &reference)
{
    auto known = m_worth.constFind(reference);
    if (known == m_worth.constEnd()) {
        // Each by itself: side by side two names would look like a list of settings.
        const bool isSecret = SecretGuard::judge(reference.location).isSure() ||
                              SecretGuard::judge(reference.name).isSure() ||
                              SecretGuard::judge(reference.key).isSure();
        known = m_worth.insert(reference, !isSecret);
    }
    return *known;
}

void ReferenceSuggestions::show()
{
    // A text is mostly the beginning of a part: these come before those that have it somewhere.
    QList<Row> shown;
    for (const bool atBegin : {true, false}) {
        for (const Row &row : std::as_const(m_rows)) {
            if (shown.size() == mostShown)
                break;
            if (beginsWith(row.reference, m_text) == atBegin &&
                row.text.contains(m_text, Qt::CaseInsensitive) && isWorthNaming(row.reference))
                shown.append(row);
        }
    }
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

int ReferenceSuggestions::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ReferenceSuggestions::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.reference.shownText();
    case Qt::ToolTipRole: return row.reference.text();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(row.reference.shownText(),
                                tr("used %n time(s)", nullptr, row.uses));
    case ReferenceRole: return QVariant::fromValue(row.reference);
    case UserCountRole: return row.uses;
    default: return {};
    }
}

} // namespace Sluice
