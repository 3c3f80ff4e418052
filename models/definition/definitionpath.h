// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>

namespace Sluice {

// Where something stands in a definition: the keys that lead to it from the top. A key is exact and
// may hold dots, as the name of a property does ("max.batch.size"). In a list it is the number of
// an element. Empty: the definition as a whole.
class DefinitionPath final
{
public:
    DefinitionPath() = default;

    DefinitionPath(std::initializer_list<QString> keys)
        : m_keys(keys)
    {}

    explicit DefinitionPath(const QStringList &keys)
        : m_keys(keys)
    {}

    // Reads what the API, the tables of fields and the form write: "tables[3].schema" and
    // "tables.3.schema" are the same path. The API shows no example of an index, so both are read.
    // Every dot parts two keys.
    static DefinitionPath fromText(const QString &text);
    // The one place in which the two definitions differ, or the innermost one that holds all their
    // differences. A list is one place. Empty: they differ at the top, or nowhere.
    static DefinitionPath ofDifference(const QJsonObject &one, const QJsonObject &other);

    // The keys with dots between them: "tables.3.schema". Two paths may give one text.
    QString text() const { return m_keys.join(u'.'); }

    const QStringList &keys() const { return m_keys; }

    bool isEmpty() const { return m_keys.isEmpty(); }

    qsizetype size() const { return m_keys.size(); }

    QString lastKey() const { return m_keys.value(m_keys.size() - 1); }

    // The path of what stands below this one with that key.
    DefinitionPath child(const QString &key) const
    {
        return DefinitionPath(m_keys + QStringList(key));
    }

    // One key deeper, and back, for a loop over all places of a definition.
    void enter(const QString &key) { m_keys.append(key); }

    void leave() { m_keys.removeLast(); }

    // True for the same path and for one that leads through the other.
    bool isAtOrBelow(const DefinitionPath &other) const;

    // True when a change of one is a change of the other: the same, above or below.
    bool overlaps(const DefinitionPath &other) const
    {
        return isAtOrBelow(other) || other.isAtOrBelow(*this);
    }

    // The value there; Undefined when there is none.
    QJsonValue valueIn(const QJsonObject &definition) const;

    // The three ways to set a value; Undefined removes it. All of them make objects on the way. An
    // element that a list does not have is not set, but for the one after its last.

    // Nothing else changes: objects that get empty stay.
    void setIn(QJsonObject &definition, const QJsonValue &value) const;
    // A removal also takes out the objects that it leaves empty.
    void setAndPruneIn(QJsonObject &definition, const QJsonValue &value) const;
    // Takes out what the change leaves empty, the place itself and the objects above it, each as
    // far as like has none there.
    void settleIn(QJsonObject &definition, const QJsonValue &value, const QJsonObject &like) const;

    bool operator==(const DefinitionPath &) const = default;

    friend bool operator<(const DefinitionPath &one, const DefinitionPath &other)
    {
        return one.m_keys < other.m_keys;
    }

    friend size_t qHash(const DefinitionPath &path, size_t seed = 0)
    {
        return ::qHash(path.m_keys, seed);
    }

private:
    QStringList m_keys;
};

} // namespace Sluice
