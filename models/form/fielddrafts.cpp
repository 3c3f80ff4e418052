// SPDX-License-Identifier: Apache-2.0
#include "models/form/fielddrafts.h"

using namespace Qt::StringLiterals;

namespace Sluice {

const FieldDrafts::Draft *FieldDrafts::find(const DefinitionPath &path) const
{
    const auto found = m_drafts.constFind(path);
    return found == m_drafts.constEnd() ? nullptr : &*found;
}

bool FieldDrafts::set(const DefinitionPath &path, const QString &problem, const QJsonValue &content)
{
    if (problem.isEmpty())
        return m_drafts.remove(path) > 0;
    const Draft *known = find(path);
    if (known && known->content == content)
        return false;
    m_drafts.insert(path, {problem, content});
    return true;
}

bool FieldDrafts::drop(const DefinitionPath &path)
{
    const auto gone = m_drafts.removeIf([&path](auto draft) { return path.overlaps(draft.key()); });
    return gone > 0;
}

bool FieldDrafts::exchange(const DefinitionPath &path, const QString &former, const QString &next)
{
    QHash<DefinitionPath, Draft> parked;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it) {
        if (it.key().isAtOrBelow(path))
            parked.insert(it.key(), it.value());
    }
    const bool hasDropped = drop(path);
    m_parked.insert(former, parked);
    m_drafts.insert(m_parked.take(next));
    return hasDropped;
}

void FieldDrafts::clear()
{
    m_drafts.clear();
}

QJsonObject FieldDrafts::toJson() const
{
    QJsonObject all;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it)
        all.insert(it.key().text(),
                   QJsonObject{{"problem"_L1, it->problem}, {"content"_L1, it->content}});
    return all;
}

} // namespace Sluice
