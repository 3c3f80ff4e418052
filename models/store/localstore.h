// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/alerts/mutestore.h"
#include "models/store/cleaning/storecleaning.h"
#include "models/store/database/storedatabase.h"
#include "models/store/drafts/draftstore.h"
#include "models/store/events/eventstore.h"
#include "models/store/events/spanstore.h"
#include "models/store/labels/labelstore.h"
#include "models/store/laststates.h"
#include "models/store/lists/liststore.h"
#include "models/store/templates/templatestore.h"
#include "models/store/trash/trash.h"
#include "models/store/versions/versionstore.h"

#include <QLockFile>

namespace Sluice {

// All that is kept on this computer, in one SQLite file at the given path. Never blocks. When the
// file does not work, database()->problem() says so and everything goes on without it. The
// destructor writes what waits. Must outlive its users.
class LocalStore
{
public:
    explicit LocalStore(const QString &path, const StoreSettings &settings = {})
        : m_lock(path + QStringLiteral(".lock"))
        , m_database(path, settings)
    {
        // A lock is stale only when its program is gone, however old it is.
        m_lock.setStaleLockTime(0);
        m_isAlone = m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError;
    }

    StoreDatabase *database() { return &m_database; }

    // False while another running program has this store open: the drafts may be open in its
    // windows.
    bool isAlone() const { return m_isAlone; }

    DraftStore *drafts() { return &m_drafts; }

    VersionStore *versions() { return &m_versions; }

    Trash *trash() { return &m_trash; }

    TemplateStore *templates() { return &m_templates; }

    StoreCleaning *cleaning() { return &m_cleaning; }

    LastStates *lastStates() { return &m_lastStates; }

    EventStore *events() { return &m_events; }

    SpanStore *spans() { return &m_spans; }

    MuteStore *mutes() { return &m_mutes; }

    LabelStore *labels() { return &m_labels; }

    ListStore *lists() { return &m_lists; }

private:
    QLockFile m_lock;
    bool m_isAlone = true;
    StoreDatabase m_database; // goes last: drafts are written on their way out
    DraftStore m_drafts{&m_database};
    VersionStore m_versions{&m_database};
    Trash m_trash{&m_database};
    TemplateStore m_templates{&m_database};
    LastStates m_lastStates{&m_database};
    EventStore m_events{&m_database};
    SpanStore m_spans{&m_database};
    MuteStore m_mutes{&m_database};
    LabelStore m_labels{&m_database};
    ListStore m_lists{&m_database};
    StoreCleaning m_cleaning{&m_database};
};

} // namespace Sluice
