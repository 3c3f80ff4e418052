// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/client.h"

#include <QJsonArray>

namespace Sluice {

// Reads all pages of a list and gives its rows once each, in the server's order. idKey names the
// field that tells rows apart ("id", "name", "agentId", "streamingPipelineId"); a row without it
// makes the list a bad reply. The envelope is {page, results, size, total}; size and total are not
// trusted (the guide shows 0 and 0 with one result): reading ends at an empty page, a page without
// a new id, or a short page. A row that goes or comes between two pages moves all that follow, and
// one may be missed. So a list of several pages is read again when its total or its ids moved, or
// when it has no total that fits, until two passes agree; after five it is a bad reply. An error on
// any page is the list's error, so that a part is never taken for the whole. 1,000 pages at most.
// The handler runs once, later; never after context or client died.
void fetchAll(Client *client, const Request &list, const QString &idKey, QObject *context,
              Handler<QJsonArray> handler);

// What is left to do after a page: pure, for the tests.
struct PageFacts {
    qint64 rows = 0;  // on this page
    qint64 fresh = 0; // of them not seen before
    qint64 read = 0;  // in all, this page included
    qint64 size = 0;  // the envelope's words, 0 when missing
    qint64 total = 0;
    qint64 asked = 0;
};

bool isLastPage(const PageFacts &page);

} // namespace Sluice
