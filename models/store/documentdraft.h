// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/draftkeeper.h"

namespace Sluice {

class PipelineDocument;

// The draft of one document, for as long as the document differs from the server's definition.
class DocumentDraft final : public DraftKeeper
{
    Q_OBJECT

public:
    // store may be null: nothing is kept.
    DocumentDraft(LocalStore *store, PipelineDocument *document, QObject *parent = nullptr);

    bool isNeeded() const override;

    // Text that is no JSON, kept beside the edits; empty: none.
    void setJsonText(const QString &text);

private:
    void fill(Draft &draft) const override;

    PipelineDocument *m_document;
};

} // namespace Sluice
