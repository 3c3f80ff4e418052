// SPDX-License-Identifier: Apache-2.0
#include "models/document/pipelinedocument.h"

#include <QScopedValueRollback>

namespace Sluice {

PipelineDocument::PipelineDocument(const PipelineKey &key, const QJsonObject &base, QObject *parent)
    : QObject(parent)
    , m_key(key)
    , m_base(base)
{
    m_history.reset(base);
    m_form.setDefinition(base);
    connect(&m_form, &FormModel::definitionChanged, this, &PipelineDocument::onEdit);
    connect(&m_form, &FormModel::problemsChanged, this, [this] {
        // During an edit the form is ahead of mine. The edit itself tells of both when it is done.
        if (m_form.definition() == mine())
            Q_EMIT changed();
    });
}

bool PipelineDocument::isDirty() const
{
    return mine() != m_base || !m_form.draftLabel().isEmpty();
}

void PipelineDocument::onEdit()
{
    if (m_isShowing)
        return;
    m_history.push(m_form.definition());
    update();
}

bool PipelineDocument::setMine(const QJsonObject &definition)
{
    if (definition == mine())
        return true;
    m_history.seal();
    if (!m_form.setEdited(definition)) // comes back through onEdit()
        return false;
    m_history.seal();
    return true;
}

void PipelineDocument::revert(const QList<Change> &changes)
{
    QJsonObject reverted = mine();
    QHash<DefinitionPath, QList<Change>> tables;
    for (const Change &change : changes) {
        if (change.isTable())
            tables[change.path].append(change);
        else
            change.path.settleIn(reverted, change.was, m_base);
    }
    for (auto it = tables.cbegin(); it != tables.cend(); ++it) {
        const QJsonArray list =
            changedTables(it.key().valueIn(reverted).toArray(), *it, Direction::TakeBack);
        it.key().settleIn(reverted, list, m_base);
    }
    setMine(reverted);
}

void PipelineDocument::revertField(const QString &path)
{
    QJsonObject reverted = mine();
    DefinitionPath place = DefinitionPath::fromText(path);
    if (m_form.indexOf(path).data(FormModel::KindRole) == int(FieldKind::Type))
        place.leave(); // its fields came with it
    place.settleIn(reverted, place.valueIn(m_base), m_base);
    m_form.setDraft(path, {}, QJsonValue(QJsonValue::Undefined));
    setMine(reverted);
}

void PipelineDocument::revertAll()
{
    m_form.clearDrafts();
    setMine(m_base);
}

void PipelineDocument::rebase(const QJsonObject &base, const QJsonObject &mine)
{
    const bool isNews = !isDirty() && mine == base; // others changed it: undo cannot take that back
    m_base = base;
    m_form.setBaseline(base);
    if (isNews) {
        m_history.reset(base);
        show(base);
        return;
    }
    m_history.seal();
    if (mine == this->mine() || !m_form.setEdited(mine))
        update();
    m_history.seal();
}

void PipelineDocument::undo()
{
    if (canUndo() && !show(m_history.undo()))
        m_history.redo();
}

void PipelineDocument::redo()
{
    if (canRedo() && !show(m_history.redo()))
        m_history.undo();
}

bool PipelineDocument::show(const QJsonObject &state)
{
    bool shown = false;
    {
        const QScopedValueRollback showing(m_isShowing, true);
        shown = m_form.setEdited(state);
    }
    update();
    return shown;
}

void PipelineDocument::update()
{
    m_changes = semanticDiff(m_base, mine());
    Q_EMIT changed();
}

QString PipelineDocument::undoText() const
{
    return placeText(mine(), m_history.undoPlace());
}

QString PipelineDocument::redoText() const
{
    return placeText(mine(), m_history.redoPlace());
}

} // namespace Sluice
