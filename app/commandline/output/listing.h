// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"

#include <QJsonArray>
#include <QStringList>

namespace Sluice {

// A list of things that can be printed in any format.
class Listing
{
public:
    struct Row {
        QString name;
        QString id; // may be empty
        QStringList cells;
        QJsonValue json;
    };

    // A column with the title STATUS holds states.
    explicit Listing(const QStringList &titles)
        : m_titles(titles)
    {}

    void add(const Row &row) { m_rows.append(row); }

    // By name it prints a line each that can be used as an operand; see operandFor().
    void print(OutputFormat format) const;

private:
    QStringList names() const;

    QStringList m_titles;
    QList<Row> m_rows;
};

} // namespace Sluice
