// SPDX-License-Identifier: Apache-2.0
#include "models/store/documentdraft.h"

#include "models/document/pipelinedocument.h"

namespace Sluice {

DocumentDraft::DocumentDraft(LocalStore *store, PipelineDocument *document, QObject *parent)
    : DraftKeeper(Draft::Kind::Editor, parent)
    , m_document(document)
{
    changedDraft().key = document->key();
    setStore(store);
    connect(document, &PipelineDocument::changed, this, &DocumentDraft::update);
}

bool DocumentDraft::isNeeded() const
{
    return m_document->isDirty() || !draft().jsonText.isEmpty();
}

void DocumentDraft::setJsonText(const QString &text)
{
    if (draft().jsonText == text)
        return;
    changedDraft().jsonText = text;
    update();
}

void DocumentDraft::fill(Draft &draft) const
{
    draft.base = m_document->base();
    draft.edited = m_document->mine();
    draft.typed = m_document->form()->drafts();
}

} // namespace Sluice
