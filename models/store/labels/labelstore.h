// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/fleet/table/pipelinelabel.h"
#include "models/store/database/storeproblem.h"

#include <QHash>

#include <functional>

class QObject;

namespace Sluice {

class StoreDatabase;

// Pins, tags and notes.
class LabelStore
{
public:
    using Labels = QHash<PipelineKey, PipelineLabel>;

    explicit LabelStore(StoreDatabase *database)
        : m_database(database)
    {}

    // Those of other pipelines stay. An empty label removes what was kept.
    void put(const Labels &labels);
    void removeAccount(const QString &account);
    void all(QObject *context, std::function<void(const StoreResult<Labels> &)> got) const;

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
