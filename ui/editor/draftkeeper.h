// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/drafts/draftstore.h"

#include <QObject>

#include <optional>

namespace Sluice {

class LocalStore;
class PipelineDocument;

// Keeps the draft of one document in the store as it is edited, and takes it away when nothing is
// edited any more. Ends with the document; what is kept then stays.
class DraftKeeper final : public QObject
{
    Q_OBJECT

public:
    // store may be null: nothing is kept.
    DraftKeeper(LocalStore *store, PipelineDocument *document, QObject *parent = nullptr);

    // Goes on with a draft of a former session in place of its own.
    void take(const Draft &draft);
    // Text that is no JSON, kept beside the edits; empty: none.
    void setJsonText(const QString &text);
    // The edits are given up.
    void discard();

    // What waits is written now.
    void flush();

    // False without a store that works.
    bool canKeep() const;

    // What is kept; nothing while nothing is edited.
    std::optional<Draft> kept() const;

    // When the draft was last written; invalid: there is none.
    QDateTime saved() const { return m_saved; }

Q_SIGNALS:
    void savedChanged();

private:
    void keep();

    LocalStore *m_store;
    PipelineDocument *m_document;
    Draft m_draft;
    QDateTime m_saved;
    bool m_isKept = false;
};

} // namespace Sluice
