// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/document/diff.h"
#include "models/document/edithistory.h"
#include "models/form/formmodel.h"

#include <QObject>

namespace Sluice {

// One pipeline that is being edited: the definition as the server gave it (base) and as it is now
// (mine), which form, JSON text and changes all show. Every edit, wherever it is made, is a step of
// one undo history.
class PipelineDocument final : public QObject
{
    Q_OBJECT

public:
    PipelineDocument(const PipelineKey &key, const QJsonObject &base, QObject *parent = nullptr);

    const PipelineKey &key() const { return m_key; }

    // Fields of mine, with what differs from base. Edits through it are edits of the document.
    FormModel *form() { return &m_form; }

    const FormModel *form() const { return &m_form; }

    const QJsonObject &base() const { return m_base; }

    const QJsonObject &mine() const { return m_history.state(); }

    // True when mine differs from base in anything, the order of tables included, or a field holds
    // what is no JSON yet.
    bool isDirty() const;

    // What a save would change.
    const QList<Change> &changes() const { return m_changes; }

    // Takes an edited definition, from JSON text or a restored version, as one step. False, and
    // nothing happens, when it holds a secret itself where only a reference may stand.
    bool setMine(const QJsonObject &definition);
    // Brings the places of the changes back to base, as one step.
    void revert(const QList<Change> &changes);
    // Brings back all that lies at or below the field's path.
    void revertField(const QString &path);
    void revertAll();

    // A new base: after a save or when the server's definition was read again. mine: what is edited
    // from now on. Undo still leads to the states before; news of an unedited document are no step
    // of it, and end it.
    void rebase(const QJsonObject &base, const QJsonObject &mine);

    bool canUndo() const { return m_history.canUndo(); }

    bool canRedo() const { return m_history.canRedo(); }

    void undo();
    void redo();
    // What undo and redo would change, "Source connection › Host"; empty: several places.
    QString undoText() const;
    QString redoText() const;

    // Typing is over for now: the next change is a step of its own.
    void seal() { m_history.seal(); }

Q_SIGNALS:
    // mine or base changed; all that follows from them too.
    void changed();

private:
    void onEdit();
    bool show(const QJsonObject &state);
    void update();

    PipelineKey m_key;
    QJsonObject m_base;
    EditHistory m_history;
    FormModel m_form;
    QList<Change> m_changes;
    bool m_isShowing = false; // the form is following, it is not edited
};

} // namespace Sluice
