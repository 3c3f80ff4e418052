// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QString>

namespace Sluice {

class Fleet;

// What an alert says: the fact, what is known of it, and where. Translated. It says nothing that
// nobody has seen.
class AlertTexts
{
public:
    // fleet outlives it.
    explicit AlertTexts(Fleet *fleet)
        : m_fleet(fleet)
    {}

    // "orders stopped unexpectedly", "6 pipelines are unknown"
    QString title(const Alert &alert) const;
    // What is known, and what is not; sentences.
    QString known(const Alert &alert) const;
    // "PROD-EU › Sales", or the account where there are several projects.
    QString place(const Alert &alert) const;
    // "24 min, since 13:38:52"
    QString time(const Alert &alert, const QDateTime &now) const;
    // The name of a pipeline, or its id where it is gone.
    QString name(const PipelineKey &key) const;
    QString place(const PipelineKey &key) const;
    // What a line of a group adds: the runner, or that it is over.
    QString remark(AlertRule rule, const AlertPart &part, const QDateTime &now) const;

    // "15:02", with the day where that is another one.
    static QString moment(const QDateTime &moment, const QDateTime &now);

    static QString ruleText(AlertRule rule); // "Stopped unexpectedly"

private:
    Fleet *m_fleet;
};

} // namespace Sluice
