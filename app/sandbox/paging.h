// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <QByteArray>
#include <QVector>

namespace Sluice::Sandbox {

// Which page is asked for: index from 0, 1 to 100 records, 25 when not said (third party clients).
struct PageRequest {
    qsizetype page = 0;
    qsizetype size = 25;

    qsizetype first() const { return page * size; }

    // Reads page and size of the query; what is wrong with them goes to `faults`.
    static PageRequest from(const Request &request, QList<Fault> &faults);
};

// Some records of a list, as JSON texts, and how many the list has.
struct Slice {
    QVector<QByteArray> items;
    qsizetype total = 0;
};

// The API's envelope: page, results, size, total.
Answer pageAnswer(const PageRequest &page, const Slice &slice);

} // namespace Sluice::Sandbox
