// SPDX-License-Identifier: Apache-2.0
#include "models/store/labelkeeper.h"

#include "models/fleet/labelbook.h"
#include "models/store/labels/labelstore.h"

namespace Sluice {

LabelKeeper::LabelKeeper(LabelBook *book, LabelStore *store, QObject *parent)
    : QObject(parent)
{
    connect(book, &LabelBook::labelsSet, this, [book, store](const QSet<PipelineKey> &keys) {
        LabelStore::Labels labels;
        for (const PipelineKey &key : keys)
            labels.insert(key, book->label(key));
        store->put(labels);
    });
    store->all(this, [book](const StoreResult<LabelStore::Labels> &labels) {
        // The window tells of a store that does not work.
        book->recall(labels ? *labels : LabelStore::Labels());
    });
}

} // namespace Sluice
