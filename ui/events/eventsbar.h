// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/eventfilter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;

namespace Sluice {

class Chip;
class FilterEdit;
class Fleet;
class TextLabel;

// The head of the event log: its title and what can be done, and below it the filters.
class EventsBar final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsBar(Fleet *fleet, QWidget *parent = nullptr);

    EventFilter filter() const;
    void focusText();
    void clearFilters();
    // Only events that concern this pipeline, with a chip that says so.
    void setPipeline(const PipelineKey &key, const QString &name);
    void setAccount(const QString &id);
    // When the user was here before; invalid: never.
    void setLastVisit(const QDateTime &moment);
    void showSinceLastVisit();
    void setNumbers(qint64 matching, qint64 all);
    void setExportMenu(QMenu *menu);

Q_SIGNALS:
    void filterChanged();
    void rowsRequested(); // Down or Enter in the filter

private:
    QComboBox *makeChoice(const QString &objectName, const QString &name);
    QLayout *makeTitleLine();
    QLayout *makeFilterLine();
    void fillAccounts();

    Fleet *m_fleet;
    FilterEdit *m_text;
    QComboBox *m_account;
    QComboBox *m_kind;
    QComboBox *m_severity;
    QComboBox *m_time;
    QPushButton *m_visit;
    Chip *m_chip;
    TextLabel *m_numbers;
    QPushButton *m_export;
    QTimer m_typing;
    PipelineKey m_pipeline;
    QDateTime m_lastVisit;
};

} // namespace Sluice
