// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/draftkeeper.h"

#include "models/document/pipelinedocument.h"

#include <QUuid>

namespace Sluice {

DraftKeeper::DraftKeeper(DraftStore *drafts, PipelineDocument *document, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_document(document)
{
    m_draft.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.kind = Draft::Kind::Editor;
    m_draft.key = document->key();
    connect(document, &PipelineDocument::changed, this, &DraftKeeper::keep);
    if (!drafts)
        return;
    connect(drafts, &DraftStore::saved, this, [this](const QString &id) {
        if (id != m_draft.id || !m_isKept)
            return;
        m_saved = QDateTime::currentDateTime();
        Q_EMIT savedChanged();
    });
}

void DraftKeeper::take(const Draft &draft)
{
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
    if (!m_drafts)
        return;
    if (!m_document->isDirty() && m_draft.jsonText.isEmpty()) {
        discard();
        return;
    }
    m_draft.base = m_document->base();
    m_draft.edited = m_document->mine();
    m_draft.typed = m_document->form()->drafts();
    m_isKept = true;
    m_drafts->save(m_draft);
}

void DraftKeeper::discard()
{
    if (!m_isKept)
        return;
    m_isKept = false;
    m_drafts->remove(m_draft.id);
    m_saved = {};
    m_draft.jsonText.clear();
    Q_EMIT savedChanged();
}

} // namespace Sluice
