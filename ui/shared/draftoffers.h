// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/drafts/draftstore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Sluice {

class BannerArea;
class LocalStore;

// The drafts of one kind that are in no view now. Reads those of former sessions when it begins,
// and offers drafts in the banners until the user goes on with them or discards them.
class DraftOffers final : public QObject
{
    Q_OBJECT

public:
    // What a banner says of a draft; the rest is the same for all.
    struct Words {
        QString fact;
        QString consequence;
        QString verb; // goes on with it
    };

    // when: the time at which the draft was saved, for people.
    using Wording = std::function<Words(const Draft &draft, const QString &when)>;

    // store may be null: there are no drafts then. All outlive it.
    DraftOffers(Draft::Kind kind, LocalStore *store, BannerArea *banners, Wording wording,
                QObject *parent);

    // All of them, offered or not, newest first.
    const QList<Draft> &drafts() const { return m_drafts; }

    // The newest one of this pipeline.
    std::optional<Draft> draftOf(const PipelineKey &pipeline) const;

    // A view of this session left it right now. It has no banner, and gets none by itself.
    void add(const Draft &draft);
    void offer(const QList<Draft> &drafts);
    // It is open or gone: no longer offered. It stays in the store.
    void settle(const Draft &draft);
    void forgetAccount(const QString &account);

Q_SIGNALS:
    // Former sessions left them, or they are being edited right now: offer() those that are not.
    void found(const QList<Sluice::Draft> &drafts);
    // The user wants to go on with it; it is offered until settle().
    void chosen(const Sluice::Draft &draft);
    // The list of drafts changed.
    void changed();

private:
    void read();
    bool isKnown(const Draft &draft) const;
    void put(const Draft &draft);
    void answer(const QString &notice, bool discard);

    Draft::Kind m_kind;
    LocalStore *m_store;
    BannerArea *m_banners;
    Wording m_wording;
    QList<Draft> m_drafts;
};

} // namespace Sluice
