// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/drafts/draftstore.h"

namespace Sluice {

class FormModel;
class LocalStore;
struct Place;

// What is typed in the wizard, kept in the local store as it is typed. It ends with the wizard;
// what is kept then stays and is offered again.
class WizardDraft final
{
public:
    WizardDraft();

    // store may be null: nothing is kept.
    void setStore(LocalStore *store) { m_store = store; }

    // False when the store does not work.
    bool canKeep() const;
    // Goes on with a draft of before instead of making a new one.
    void take(const Draft &draft);

    // What it began without (Draft::leftOut).
    void setLeftOut(const QList<QStringList> &places) { m_draft.leftOut = places; }

    void save(const FormModel &form, const Place &place, int page);
    // It was created, or given up.
    void discard();
    // On disk as soon as can be.
    void flush();

    const Draft &draft() const { return m_draft; }

    static Place placeOf(const Draft &draft);
    // The wizard's page; the first one when the draft names none.
    static int pageOf(const Draft &draft);

private:
    LocalStore *m_store = nullptr;
    Draft m_draft;
    bool m_isKept = false;
};

} // namespace Sluice
