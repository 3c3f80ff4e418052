// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/newssieve.h"

#include <QTimer>
#include <QWidget>

namespace Sluice {

class EventExport;
class EventsBar;
class EventsModel;
class EventsTable;
class EventStore;
class Fleet;
class ShiftPanel;
struct PathChooser;

// The event log: what happened to all accounts, as far as this computer saw it, with filters, and
// what happened since the last visit.
class EventsPage final : public QWidget
{
    Q_OBJECT

public:
    // All of them outlive it.
    EventsPage(Fleet *fleet, EventStore *events, const PathChooser &paths,
               QWidget *parent = nullptr);

    void focusFilter();
    void focusRows();
    // Only what concerns this pipeline.
    void showPipeline(const PipelineKey &key, const QString &name);
    // Only what concerns this account.
    void showAccount(const QString &account);
    void showSinceLastVisit();
    // "18,306 events, kept for 30 days", translated.
    QString countText() const;

    // How many happened since the last visit and were not on screen, without what the user did.
    int unseen() const { return m_unseen; }

    // The user leaves: what happens from now on is new to the next visit.
    void endVisit();

Q_SIGNALS:
    // versionId: the version that the event made; 0: none.
    void openRequested(const Sluice::PipelineKey &key, qint64 versionId);
    void countsChanged();
    // What happened while nobody was here, in a line; once, and not when nothing did.
    void awayReported(const QString &summary);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectBar();
    void readLastVisit();
    void reportSoon();
    void report();
    void updateNumbers();
    void showMenu(const QPoint &place);

    Fleet *m_fleet;
    EventStore *m_events;
    EventsModel *m_model;
    EventsBar *m_bar;
    EventExport *m_export;
    QWidget *m_report; // the panel with its margins
    ShiftPanel *m_shift;
    EventsTable *m_table;
    QDateTime m_lastVisit;
    QTimer m_reportTimer;
    QTimer m_visitTimer;
    int m_looks = 0; // whether the fleet was checked already
    bool m_isChecked = false;
    NewsSieve m_news;
    int m_unseen = 0;
};

} // namespace Sluice
