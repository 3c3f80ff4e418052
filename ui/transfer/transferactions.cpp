// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/transferactions.h"

#include "ui/theme/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QAction *make(QObject *parent, const QString &objectName, const QString &text,
              const QKeySequence &shortcut = {})
{
    auto *action = new QAction(text, parent);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    return action;
}

// whyNot is empty when the action can be done.
void apply(QAction *action, const QString &whatItDoes, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString withKeys = keys.isEmpty() ? whatItDoes : u"%1 (%2)"_s.arg(whatItDoes, keys);
    action->setToolTip(whyNot.isEmpty() ? withKeys : whyNot);
}

} // namespace

TransferActions::TransferActions(bool hasStore, QObject *parent)
    : QObject(parent)
    , m_duplicate(make(this, u"duplicateAction"_s, tr("D&uplicate…"), {u"Ctrl+D"_s}))
    , m_newFromClipboard(make(this, u"newFromClipboardAction"_s, tr("New from c&lipboard")))
    , m_copyDefinition(make(this, u"copyDefinitionAction"_s, tr("Copy de&finition")))
    , m_trash(make(this, u"trashAction"_s, tr("&Trash…")))
{
    apply(m_trash, tr("Definitions of deleted pipelines"),
          hasStore ? QString() : tr("Nothing is kept on this computer."));
    update(0, {});
}

void TransferActions::update(qsizetype selected, const QString &createObstacle)
{
    const QString noSelection = selected == 0 ? tr("Select a pipeline first.") : QString();
    const QString notOne = selected > 1 ? tr("Select one pipeline only.") : noSelection;
    apply(m_duplicate, tr("Create a pipeline that begins as a copy of this one"),
          notOne.isEmpty() ? createObstacle : notOne);
    apply(m_newFromClipboard, tr("Create a pipeline from the JSON on the clipboard"),
          createObstacle);
    apply(m_copyDefinition, tr("Copy the definition as JSON"), noSelection);
}

} // namespace Sluice
