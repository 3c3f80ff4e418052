// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/secret/secretreference.h"
#include "models/references/referencelint.h"

#include <QMap>
#include <QModelIndexList>
#include <QSet>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace Sluice {

class TextLabel;
class EmptyState;
class Fleet;
class ReferenceFindingsModel;
class ReferenceUsersModel;
class ReferenceMonitor;
class RowsView;

// Shown below the references: who uses the chosen one, and what may be wrong with it.
class ReferenceDetails final : public QWidget
{
    Q_OBJECT

public:
    // Both outlive it.
    ReferenceDetails(Fleet *fleet, const ReferenceMonitor *monitor, QWidget *parent = nullptr);

    // Empty: none is chosen.
    void setReference(const SecretReference &reference);

Q_SIGNALS:
    void openRequested(const Sluice::PipelineKey &key);

private:
    enum Tab { Users, Findings };

    QLayout *makeHeader();
    QTableView *makeUsers();
    QTableView *makeFindings();
    void addMenu(QTableView *table, int keyRole);
    void showCounts();
    void showSilence();
    void askForSilence();
    using Places = QMap<ReferenceRule, QSet<PipelineKey>>; // what can be silenced

    void setSilent(bool silent, const Places &places, const QString &reason);
    QModelIndexList chosenFindings() const;
    Places chosenPlaces() const;
    bool areSilenced() const;

    const ReferenceMonitor *m_monitor;
    ReferenceUsersModel *m_users;
    ReferenceFindingsModel *m_findings;
    QWidget *m_parts; // everything but the words for none
    EmptyState *m_none;
    TextLabel *m_title;
    QTabBar *m_tabs;
    QToolButton *m_copy;
    QPushButton *m_silence;
    QStackedWidget *m_pages;
    RowsView *m_findingsTable = nullptr;
    EmptyState *m_noFindings = nullptr;
};

} // namespace Sluice
