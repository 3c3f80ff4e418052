// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/events/eventstore.h"
#include "ui/shared/pathchooser.h"

class QMenu;

namespace Sluice {

// Writes the events that the filter lets pass to a file, all of them and not only those on screen.
class EventExport final : public QObject
{
    Q_OBJECT

public:
    using FilterNow = std::function<EventFilter()>;

    // The store outlives it.
    EventExport(EventStore *store, FilterNow filter, const PathChooser &paths, QWidget *parent);

    QMenu *menu() const { return m_menu; }

private:
    enum class Format { Csv, Json };

    void choosePath(Format format);
    void write(const QString &path, Format format);
    void tell(const QString &path, int count, const QString &problem);

    EventStore *m_store;
    FilterNow m_filter;
    PathChooser m_paths;
    QWidget *m_page;
    QMenu *m_menu;
};

} // namespace Sluice
