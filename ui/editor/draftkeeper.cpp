// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/draftkeeper.h"

#include "models/document/pipelinedocument.h"
#include "models/store/localstore.h"

#include <QUuid>

namespace Sluice {

DraftKeeper::DraftKeeper(LocalStore *store, PipelineDocument *document, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_document(document)
{
    m_draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.kind = Draft::Kind::Editor;
    m_draft.key = document->key();
    connect(document, &PipelineDocument::changed, this, &DraftKeeper::keep);
    if (!store)
        return;
    connect(store->drafts(), &DraftStore::saved, this, [this](const QString &id) {
        if (id != m_draft.id || !m_isKept)
            return;
        m_saved = QDateTime::currentDateTime();
        Q_EMIT savedChanged();
    });
}

void DraftKeeper::take(const Draft &draft)
{
    if (m_isKept && m_draft.id != draft.id)
        m_store->drafts()->remove(m_draft.id);
    m_draft = draft;
    m_saved = draft.saved;
    m_isKept = true;
}

void DraftKeeper::setJsonText(const QString &text)
{
    if (m_draft.jsonText == text)
        return;
    m_draft.jsonText = text;
    keep();
}

void DraftKeeper::keep()
{
    if (!m_store)
        return;
    if (!m_document->isDirty() && m_draft.jsonText.isEmpty()) {
        discard();
        return;
    }
    m_draft.base = m_document->base();
    m_draft.edited = m_document->mine();
    m_draft.typed = m_document->form()->drafts();
    m_isKept = true;
    m_store->drafts()->save(m_draft);
}

void DraftKeeper::discard()
{
    if (!m_isKept)
        return;
    m_isKept = false;
    m_store->drafts()->remove(m_draft.id);
    m_saved = {};
    m_draft.jsonText.clear();
    Q_EMIT savedChanged();
}

void DraftKeeper::flush()
{
    if (m_store)
        m_store->drafts()->flush();
}

bool DraftKeeper::canKeep() const
{
    return m_store && !m_store->database()->problem() &&
           m_store->database()->state() != StoreDatabase::State::Closed;
}

std::optional<Draft> DraftKeeper::kept() const
{
    return m_isKept ? std::optional(m_draft) : std::nullopt;
}

} // namespace Sluice
