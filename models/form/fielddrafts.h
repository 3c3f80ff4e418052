// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QHash>
#include <QJsonObject>

namespace Sluice {

// What was typed in fields but is not yet a value of them, by the path of the field. The drafts of
// a type that is not chosen now are parked and come back with the type.
class FieldDrafts
{
public:
    struct Draft {
        QString problem;    // what is missing; never empty
        QJsonValue content; // the editor's own
    };

    bool isEmpty() const { return m_drafts.isEmpty(); }

    bool contains(const DefinitionPath &path) const { return m_drafts.contains(path); }

    QList<DefinitionPath> paths() const { return m_drafts.keys(); }

    // Null: none. Valid until the next change.
    const Draft *find(const DefinitionPath &path) const;
    // An empty problem takes the draft away. False when nothing changed.
    bool set(const DefinitionPath &path, const QString &problem, const QJsonValue &content);
    // Takes away those at, above and below the path. False when there were none.
    bool drop(const DefinitionPath &path);
    // Parks the drafts at and below the path for the type former, and brings back those of the type
    // next. False when none were parked.
    bool exchange(const DefinitionPath &path, const QString &former, const QString &next);
    // Parked drafts stay.
    void clear();

    // By path, {"problem", "content"}, for FormModel::drafts().
    QJsonObject toJson() const;

private:
    QHash<DefinitionPath, Draft> m_drafts;
    QHash<QString, QHash<DefinitionPath, Draft>> m_parked; // by type
};

} // namespace Sluice
