// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/document/diff.h"
#include "models/document/edithistory.h"
#include "models/form/formmodel.h"

#include <QObject>

namespace Sluice {

// One pipeline that is being edited: the definition as the server gave it (base) and as it is now
// (mine). Form, JSON text and changes all show mine. Every edit is a step of one undo history,
// wherever it is made.
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

    // True when mine differs from base in anything, even in the order of tables, or when the text
    // in a field is not yet a value.
    bool isDirty() const;

    // What a save would change.
    const QList<Change> &changes() const { return m_changes; }

    // Takes an edited definition, from JSON text or a restored version, as one step. Does nothing
    // and returns false when it holds a secret itself where only a reference is allowed.
    bool setMine(const QJsonObject &definition);
    // Undoes these changes: their places are as in base again. One step.
    void revert(const QList<Change> &changes);
    // Makes all at or below the field's path as it is in base.
    void revertField(const QString &path);
    void revertAll();

    // Sets a new base, after a save or when the server's definition was read again. mine: what is
    // edited from now on. Undo still leads to the states before. But if nothing is edited, news
    // from the server are no step, and the history is cleared.
    void rebase(const QJsonObject &base, const QJsonObject &mine);

    bool canUndo() const { return m_history.canUndo(); }

    bool canRedo() const { return m_history.canRedo(); }

    void undo();
    void redo();
    // What undo and redo would change, "Source connection › Host"; empty: several places.
    QString undoText() const;
    QString redoText() const;

    // The user stopped typing: the next change is a new step.
    void seal() { m_history.seal(); }

Q_SIGNALS:
    // mine or base changed, and with them all that is derived from them.
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
