// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/drafts/draftstore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Sluice {

class LocalStore;

// Keeps what is edited in one view as a draft in the local store, at each change, and takes the
// draft away when there is nothing to lose any more. A draft that is kept outlives the keeper: the
// next start of the program offers it.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    // store may be null: nothing is kept.
    void setStore(LocalStore *store);

    // Goes on with a draft of a former session in place of its own.
    virtual void take(const Draft &draft);

    // There is something to lose.
    virtual bool isNeeded() const = 0;

    // False without a store that works.
    bool canKeep() const;
    // Keeps it as it is now, on disk as soon as can be. False when the store does not work.
    bool keep();
    // The edits are given up, or are not needed any more.
    void discard();

    // Writes what waits.
    void flush();
    // The same; done comes once it is on disk, or could not be written; at once without a store.
    void flush(std::function<void()> done);

    const Draft &draft() const { return m_draft; }

    // The draft, while there is one in the store.
    std::optional<Draft> kept() const;

    // When the draft was last written; invalid: there is none.
    QDateTime saved() const { return m_saved; }

Q_SIGNALS:
    void savedChanged();

protected:
    DraftKeeper(Draft::Kind kind, QObject *parent);

    // Something changed.
    void update();

    Draft &changedDraft() { return m_draft; }

private:
    // Puts what is edited into the draft.
    virtual void fill(Draft &draft) const = 0;

    LocalStore *m_store = nullptr;
    Draft m_draft;
    QDateTime m_saved;
    bool m_isKept = false;
};

} // namespace Sluice
