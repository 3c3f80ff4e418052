// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/store/draftkeeper.h"

#include <QJsonObject>

namespace Sluice {

class FormModel;

// The draft of a new pipeline, once something of it was typed, until it is created or given up.
class WizardDraft final : public DraftKeeper
{
    Q_OBJECT

public:
    // form outlives it. Nothing is kept before setStore().
    explicit WizardDraft(FormModel *form, QObject *parent = nullptr);

    void setPlace(const ProjectPlace &place);
    void setPage(int page);

    void take(const Draft &draft) override;

    // What it began without (Draft::leftOut).
    void setLeftOut(const QList<DefinitionPath> &places) { changedDraft().leftOut = places; }

    // The definition as it is now was not typed by the user.
    void setUntouched();
    bool isAsBegun() const;
    // Something was typed, or sent.
    bool isNeeded() const override;

    // It is about to be sent under this name: whoever does that means to keep it. done comes once
    // the draft on disk says so, or could not be written; at once without a store.
    void noteSent(const QString &name, std::function<void()> done);
    // Nothing came of what was noted last.
    void forgetSent();

    static ProjectPlace placeOf(const Draft &draft);
    // The number of the wizard's page; 0 when the draft names none.
    static int pageOf(const Draft &draft);

private:
    void fill(Draft &draft) const override;

    FormModel *m_form;
    QJsonObject m_untouched;
    ProjectPlace m_place;
    int m_page = 0;
    SentCreate m_formerSent; // before the last one
    bool m_isTried = false;
};

} // namespace Sluice
