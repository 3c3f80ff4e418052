// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Sluice {

class AlertTexts;

// What one post tells: that alerts were raised, or that they are settled, in words and in facts.
struct WebhookMessage {
    enum class Event { Raised, Settled, Test };

    struct Pipeline {
        PipelineKey key;
        QString name;
    };

    struct Item {
        QString id;   // the same when it is raised and when it is settled
        QString rule; // its word
        QString title;
        QString known; // what is known of it; sentences
        QString place;
        QDateTime since;           // UTC
        QDateTime settled;         // UTC; invalid: it is open
        QList<Pipeline> pipelines; // none: it is the account
    };

    static constexpr qsizetype mostItems = 20;
    static constexpr qsizetype mostNames = 10;

    Event event = Event::Raised;
    QString summary; // one line
    QList<Item> items;
    int more = 0; // that are not among the items

    static WebhookMessage of(Event event, const QList<Alert> &alerts, const AlertTexts &texts);
    // To try the way.
    static WebhookMessage test();

    // The lines of an item below its title, for people.
    static QStringList lines(const Item &item);
    // "and 3 more"; empty: there are no more.
    QString moreText() const;
};

} // namespace Sluice
