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
    , m_newFromFile(
          make(this, u"newFromFileAction"_s, tr("New from &JSON file…"), {QKeySequence::Open}))
    , m_copyDefinition(make(this, u"copyDefinitionAction"_s, tr("Copy de&finition")))
    , m_hasStore(hasStore)
    , m_saveAsTemplate(make(this, u"saveAsTemplateAction"_s, tr("Save as templ&ate…")))
    , m_templates(make(this, u"templatesAction"_s, tr("T&emplates…")))
    , m_compare(make(this, u"compareAction"_s, tr("Com&pare…")))
    , m_importFiles(make(this, u"importFilesAction"_s, tr("&Import files…")))
    , m_importFolder(make(this, u"importFolderAction"_s, tr("Import fol&der…")))
    , m_exportSelected(make(this, u"exportAction"_s, tr("&Export…")))
    , m_exportProject(make(this, u"exportProjectAction"_s, tr("Export &project…")))
    , m_terraform(make(this, u"terraformAction"_s, tr("Export as Terrafor&m…")))
    , m_trash(make(this, u"trashAction"_s, tr("&Trash…")))
{
    const QString notKept = hasStore ? QString() : tr("Nothing is kept on this computer.");
    m_trash->setIcon(icon("trash-2"));
    apply(m_trash, tr("Definitions of deleted pipelines"), notKept);
    apply(m_templates, tr("Rename and delete templates"), notKept);
    update({});
}

void TransferActions::update(const State &state)
{
    const QString noSelection = state.selected == 0 ? tr("Select a pipeline first.") : QString();
    const QString notOne = state.selected > 1 ? tr("Select one pipeline only.") : noSelection;
    apply(m_duplicate, tr("Create a pipeline that begins as a copy of this one"),
          notOne.isEmpty() ? state.createObstacle : notOne);
    apply(m_newFromClipboard, tr("Create a pipeline from the JSON on the clipboard"),
          state.createObstacle);
    apply(m_newFromFile, tr("Create a pipeline that begins with a JSON file"),
          state.createObstacle);
    apply(m_copyDefinition, tr("Copy the definition as JSON"), noSelection);
    apply(m_saveAsTemplate, tr("Keep the definition on this computer, to begin others with"),
          m_hasStore ? notOne : tr("Nothing is kept on this computer."));
    apply(m_compare, tr("Show what differs between the two selected pipelines"),
          state.selected == 2 ? QString() : tr("Select two pipelines first."));
    apply(m_importFiles, tr("Create or update pipelines from JSON files"), state.accountObstacle);
    apply(m_importFolder, tr("Create or update pipelines from a folder's JSON files"),
          state.accountObstacle);
    apply(m_exportSelected, tr("Write the definitions to files, one a pipeline"), noSelection);
    apply(m_exportProject, tr("Write all definitions of the project to files"),
          state.hasProject ? QString() : tr("Select a project in the tree first."));
    apply(m_terraform, tr("Show the pipelines as configuration of the vendor's provider"),
          noSelection);
}

} // namespace Sluice
