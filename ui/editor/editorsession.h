// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/draftoffers.h"

#include <QObject>
#include <QSet>

class QSettings;

namespace Sluice {

class Account;
class BannerArea;
class EditorPage;
class Fleet;
class LocalStore;

// Keeps from one start of the program to the next which pipelines were open and what was edited in
// them. Opens them again as they arrive, and offers the drafts of a former session.
class EditorSession final : public QObject
{
    Q_OBJECT

public:
    // store may be null. All outlive it.
    EditorSession(Fleet *fleet, LocalStore *store, QSettings *settings, EditorPage *page,
                  BannerArea *banners, QObject *parent = nullptr);

    // Opens the pipeline, with its draft when one is kept and nothing else is being typed there.
    void open(const PipelineKey &key);
    // Pipelines whose edits are not on the server: open ones, and those with a kept draft.
    QSet<PipelineKey> unsaved() const;
    // The unsaved one that follows this one in the order of keys; after the last comes the first.
    // So repeated calls reach all of them. Not valid: there is none.
    PipelineKey nextUnsaved(const PipelineKey &after) const;
    // From now on opens and offers nothing of this account.
    void forgetAccount(const QString &account);

Q_SIGNALS:
    // The user wants to go on with a draft; its pipeline is open now.
    void draftOpened(const Sluice::PipelineKey &key);
    void unsavedChanged(const QSet<Sluice::PipelineKey> &pipelines);

private:
    void watch(const Account *account);
    void dropGone(const Account &account);
    void arrived(const QList<PipelineKey> &keys);
    void remember();
    void offer(const QList<Draft> &found);
    bool isBeingEdited(const Draft &draft) const;
    void choose(const Draft &draft);
    void askToReplace(const Draft &draft, const QString &name);
    void goOn(const Draft &draft);
    void compareUnsaved();

    Fleet *m_fleet;
    QSettings *m_settings;
    EditorPage *m_page;
    DraftOffers m_drafts;
    QList<PipelineKey> m_wanted; // were open at the last end and have not arrived yet
    QSet<PipelineKey> m_unsaved; // as told last
};

} // namespace Sluice
