// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Sluice {

// One condition on the fields of a definition: "path=value" or "path~text". The path is the end of
// a dotted path, in any case: "host=db1" finds streamingSource.connection.host. The number of an
// element may be left out: "tables.schema=dbo". With nothing behind the sign the field must only be
// there.
class FieldCondition final
{
public:
    // Nothing when this is no condition: no sign, or nothing that can be a path before it.
    static std::optional<FieldCondition> fromText(const QString &text);

    // True when a field at such a path has the value (=) or holds the text (~), in any case.
    bool holds(const QJsonObject &definition) const;

    bool operator==(const FieldCondition &) const = default;

private:
    FieldCondition(const QString &path, const QString &value, bool isPart)
        : m_path(path)
        , m_value(value)
        , m_isPart(isPart)
    {}

    class Search;

    QString m_path;  // dotted; numbers of elements have dots, too
    QString m_value; // empty: any
    bool m_isPart;   // of the value
};

} // namespace Sluice
