// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QWidget>

namespace Sluice {

class EventStore;
class EventsModel;
class EventsTable;
class LinkButton;
struct Event;

// The last events of one pipeline, with a link to the whole log.
class RecentEvents final : public QWidget
{
    Q_OBJECT

public:
    explicit RecentEvents(EventStore *events, QWidget *parent = nullptr);

    void setPipeline(const PipelineKey &key);
    // So high it may be; at the least it shows a few events.
    void setRoom(int height);
    // The height of the line above the table.
    int headHeight() const;

Q_SIGNALS:
    void logRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fitHeight();
    void showNothing();

    PipelineKey m_key;
    int m_room = 0;
    LinkButton *m_link; // to the whole log
    EventsModel *m_model;
    EventsTable *m_table;
};

} // namespace Sluice
