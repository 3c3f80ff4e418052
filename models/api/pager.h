// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/client.h"

#include <QJsonArray>

namespace Sluice {

// Reads all pages of a list. Gives each row once, in the server's order. idKey names the field that
// tells rows apart ("id", "name", "agentId", "streamingPipelineId"). A row without it makes the
// list a bad reply. The envelope is {page, results, size, total}. size and total are not trusted
// (the guide shows 0 and 0 with one result): reading ends at an empty page, a page without a new
// id, or a short page. When a row comes or goes between two pages, all later rows move, and one may
// be missed. So a list of several pages is read again when its total or its ids have changed, or
// when its total does not fit, until two passes agree. After five passes it is a bad reply. An
// error on any page is the error of the list, so that a part is never taken for the whole. Reads
// 1,000 pages at most. The handler runs once, later, and never after the context or the client has
// died.
void fetchAll(Client *client, const Request &list, const QString &idKey, QObject *context,
              Handler<QJsonArray> handler);

// Decides whether a page is the last one. A pure function, for the tests.
struct PageCounts {
    qint64 rows = 0;  // rows on this page
    qint64 fresh = 0; // rows on this page that are new
    qint64 read = 0;  // rows read so far, including this page
    qint64 size = 0;  // from the envelope; 0 when missing
    qint64 total = 0;
    qint64 asked = 0;
};

bool isLastPage(const PageCounts &page);

} // namespace Sluice
