// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <QByteArray>
#include <QVector>

namespace Sluice::Sandbox {

// Which page is asked for. The index begins at 0. A page has 1 to 100 records, 25 by default (third
// party clients).
struct PageRequest {
    qsizetype page = 0;
    qsizetype size = 25;

    qsizetype first() const { return page * size; }

    // Reads page and size from the query. Adds what is wrong with them to `faults`.
    static PageRequest from(const Request &request, QList<Fault> &faults);
};

// Some records of a list as JSON texts, and the number of records in the whole list.
struct Slice {
    QVector<QByteArray> items;
    qsizetype total = 0;
};

// Puts a slice into the envelope of the API: page, results, size, total.
Answer pageAnswer(const PageRequest &page, const Slice &slice);

// The envelope of the audit events has page and results alone.
Answer barePageAnswer(const PageRequest &page, const Slice &slice);

} // namespace Sluice::Sandbox
