// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/pipelineeditor.h"

#include "models/account/account.h"
#include "models/definition/definition.h"
#include "models/definition/secret/secretscrubber.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinetables.h"
#include "models/fleet/runnerchoices.h"
#include "models/store/documentdraft.h"
#include "models/store/localstore.h"
#include "ui/editor/changespage.h"
#include "ui/editor/definitiontab.h"
#include "ui/editor/editorbanners.h"
#include "ui/editor/editorfooter.h"
#include "ui/editor/historytab.h"
#include "ui/editor/jsontab.h"
#include "ui/editor/problemspanel.h"
#include "ui/editor/refusalbanner.h"
#include "ui/editor/reviewdialog.h"
#include "ui/editor/servercopybanner.h"
#include "ui/editor/stoppedbanner.h"
#include "ui/editor/undokeys.h"
#include "ui/shared/overview.h"
#include "ui/theme/problemicon.h"
#include "ui/widgets/leftoutbanner.h"

#include <QDialog>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineEditor::PipelineEditor(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                               const History &history, const PipelineKey &key,
                               const FileChooser &tableFile, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_document(key, fleet->pipelines()->definition(key))
    , m_drafts(new DocumentDraft(store, &m_document, this))
    , m_runners(new RunnerChoices(fleet->pipelines(), this))
    , m_banner(new ServerCopyBanner(fleet, &m_document, this))
    , m_stopped(new StoppedBanner(fleet, &m_document, this))
    , m_refusal(new RefusalBanner(m_document.form(), this))
    , m_leftOut(new LeftOutBanner(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new Overview(fleet, secrets, history, this))
    , m_json(new JsonTab(&m_document, this))
    , m_changes(new ChangesPage(&m_document, this)) // before refresh(), which asks it
    , m_history(new HistoryTab(store, &m_document, this))
    , m_footer(new EditorFooter(this))
    , m_undoKeys(new UndoKeys(m_document.form(), m_tabs))
{
    setObjectName(u"pipelineEditor"_s);
    Account *account = fleet->account(key.account);
    m_runners->setAccount(account);
    if (account) {
        const auto nameRunners = [this, account] {
            m_changes->setRunnerNames(account->runnerNames());
            m_history->setRunnerNames(account->runnerNames());
        };
        connect(account, &Account::runnerNamesChanged, this, nameRunners);
        nameRunners();
    }
    m_runners->setExcept(key.pipeline);
    m_runners->setChosen(m_document.base().value("agentId"_L1).toString());
    const auto tables = [fleet, key] {
        return pipelineTables(*fleet->pipelines(), key.account, key.pipeline);
    };
    const ReferenceSources sources{fleet, secrets, [id = key.account] { return id; }};
    m_definition = new DefinitionTab(&m_document, {m_runners, tables, sources, tableFile}, this);
    buildTabs();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
    new EditorBanners(m_tabs, {m_banner, m_stopped, m_refusal, m_leftOut});
    layout->addWidget(m_footer);
    setFocusProxy(m_tabs->tabBar());

    connectParts();
    adviseOnRunner();
    follow();
    refresh();
    if (!m_definition->knowsTypes())
        showTab(TextTab);
}

void PipelineEditor::connectParts()
{
    connect(m_overview, &Overview::runnerRequested, this, &PipelineEditor::runnerRequested);
    connect(m_overview, &Overview::logRequested, this, &PipelineEditor::logRequested);
    connect(m_overview, &Overview::retentionRequested, this, &PipelineEditor::retentionRequested);
    connect(m_overview, &Overview::fieldRequested, this,
            [this](const PipelineKey &, const QString &path) { editField(path); });
    connect(&m_document, &PipelineDocument::changed, this, &PipelineEditor::refresh);
    connect(m_json, &JsonTab::aheadChanged, this, [this] {
        m_drafts->setJsonText(m_json->aheadText());
        refresh();
    });
    connect(m_footer, &EditorFooter::revertRequested, this, &PipelineEditor::giveUpEdits);
    connect(m_footer, &EditorFooter::saveRequested, this, &PipelineEditor::reviewAndSave);
    connect(m_drafts, &DocumentDraft::savedChanged, this, &PipelineEditor::refresh);
    connect(m_history, &HistoryTab::restored, this, [this] { showTab(ChangesTab); });
    connect(m_definition, &DefinitionTab::jsonRequested, this, [this] { showTab(TextTab); });
    connect(m_refusal, &RefusalBanner::nextRequested, this, [this] { goToProblem(false); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &PipelineEditor::tabChanged);
    connect(m_banner, &ServerCopyBanner::serverMoved, this, &PipelineEditor::serverMoved);
    connect(m_fleet->pipelines(), &PipelineModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_fleet->pipelines()->rowOf(key());
                if (row >= first.row() && row <= last.row())
                    showState(row);
            });
    connect(m_banner, &ServerCopyBanner::presenceChanged, this, &PipelineEditor::refresh);
    connect(m_banner, &ServerCopyBanner::createWanted, this, &PipelineEditor::createAgain);
    connect(m_banner, &ServerCopyBanner::givenUp, this, &PipelineEditor::closeRequested);
    connect(m_banner, &ServerCopyBanner::recreated, this, &PipelineEditor::recreated);
    connect(m_runners, &RunnerChoices::refreshed, this, &PipelineEditor::adviseOnRunner);
    connect(m_document.form(), &FormModel::definitionChanged, this,
            &PipelineEditor::adviseOnRunner);
    connect(m_fleet, &Fleet::accountAdded, this, [this](Account *account) {
        if (account->id() != key().account)
            return;
        m_runners->setAccount(account); // it was opened from a draft, before its account came
        m_wasConnected = true;
    });
}

void PipelineEditor::buildTabs()
{
    m_tabs->setObjectName(u"editorTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the pipeline"));
    m_tabs->addTab(m_overview, tr("&Overview"));
    m_tabs->addTab(m_definition, tr("&Definition"));
    m_tabs->addTab(m_json, tr("&JSON"));
    m_tabs->addTab(m_changes, tr("&Changes"));
    m_tabs->addTab(m_history, tr("Histor&y"));
}

QString PipelineEditor::name() const
{
    return Definition::name(m_document.base());
}

void PipelineEditor::takeDraft(const Draft &draft)
{
    // A value that was left out as a secret is still on the server.
    const QJsonObject known = m_document.base();
    m_document.rebase(SecretScrubber::refilled(draft.base, known),
                      SecretScrubber::refilled(draft.edited, known));
    m_document.form()->setDrafts(draft.typed);
    m_drafts->take(draft);
    showTab(draft.jsonText.isEmpty() && m_definition->knowsTypes() ? FormTab : TextTab);
    if (!draft.jsonText.isEmpty())
        m_json->setText(draft.jsonText);
    Draft now = draft;
    now.edited = m_document.mine();
    m_leftOut->showPlaces(now.missing());
    follow();
    refresh();
}

bool PipelineEditor::hasEdits() const
{
    return m_document.isDirty() || m_json->isAhead();
}

bool PipelineEditor::canSave() const
{
    return hasEdits() && !m_json->hasFault() &&
           m_banner->presence() == ServerCopyBanner::Presence::Here &&
           m_document.form()->draftLabel().isEmpty();
}

bool PipelineEditor::canUndo() const
{
    return m_document.canUndo() || m_json->isAhead();
}

bool PipelineEditor::canRedo() const
{
    return m_document.canRedo() || m_json->isAhead();
}

void PipelineEditor::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void PipelineEditor::edit()
{
    if (!m_definition->knowsTypes()) {
        showTab(TextTab);
        m_json->setFocus();
        return;
    }
    showTab(FormTab);
    m_definition->focusForm();
}

void PipelineEditor::showVersion(qint64 id)
{
    showTab(VersionsTab);
    m_history->showVersion(id);
}

void PipelineEditor::editField(const QString &path)
{
    showTab(FormTab);
    if (!m_definition->knowsTypes() || !m_definition->focusField(path))
        showTab(TextTab);
}

// A hidden editor follows the server when it is shown. But it must know at once that its pipeline
// is gone.
void PipelineEditor::serverMoved()
{
    if (isVisible() || m_fleet->pipelines()->rowOf(key()) < 0)
        follow();
    else
        m_isBehind = true;
}

void PipelineEditor::showState(int row)
{
    if (isVisible())
        m_overview->setRow(m_fleet->pipelines()->index(row, 0));
    else
        m_isBehind = true;
}

// The pipeline's row shows the server's state. Edits stay until they are saved or discarded.
void PipelineEditor::follow()
{
    const bool isConnected = m_fleet->account(key().account) != nullptr;
    if (!isConnected && m_wasConnected) {
        Q_EMIT accountLeft();
        return;
    }
    m_wasConnected = isConnected;
    m_isBehind = false;
    m_banner->follow(hasEdits());
    if (const int row = m_fleet->pipelines()->rowOf(key()); row >= 0)
        showState(row);
    else if (m_banner->presence() == ServerCopyBanner::Presence::Gone && !hasEdits())
        Q_EMIT closeRequested();
}

void PipelineEditor::refresh()
{
    const int changes = m_changes->count();
    const int problems = m_definition->problems()->count();
    m_tabs->setTabText(ChangesTab,
                       changes == 0 ? tr("&Changes") : tr("&Changes (%1)").arg(changes));
    m_tabs->setTabIcon(FormTab, problems > 0 ? problemIcon() : QIcon());
    m_tabs->setTabIcon(TextTab, m_json->hasFault() ? problemIcon() : QIcon());
    m_footer->setState({.hasFault = m_json->hasFault(),
                        .unfinished = m_document.form()->draftLabel(),
                        .isDirty = m_document.isDirty(),
                        .changes = changes,
                        .draftKept = m_drafts->saved(),
                        .saved = m_saved,
                        .hasEdits = hasEdits(),
                        .canSave = canSave()});
    Q_EMIT stateChanged();
}

// The wizard says the same before it creates.
void PipelineEditor::adviseOnRunner()
{
    const auto path = "agentId"_L1;
    FormModel *form = m_document.form();
    form->setAdvice(path, m_runners->lastingAdviceFor(form->value(path).toString()));
}

void PipelineEditor::tabChanged()
{
    m_document.seal();
    if (m_tabs->currentIndex() != TextTab)
        m_json->flush();
}

bool PipelineEditor::applyTyped()
{
    if (!m_json->flush())
        showTab(TextTab);
    else if (!m_document.form()->draftLabel().isEmpty())
        showTab(FormTab);
    else
        return true;
    return false;
}

void PipelineEditor::createAgain()
{
    if (applyTyped())
        m_banner->createAgain();
}

QDialog *PipelineEditor::reviewAndSave()
{
    if (!applyTyped())
        return nullptr;
    if (!canSave())
        return nullptr;
    m_document.seal();
    // The review names what looks wrong, also in a field that nobody has left.
    FormModel *form = m_document.form();
    for (int row = 0; row < form->rowCount(); ++row) {
        const QModelIndex index = form->index(row);
        if (index.data(FormModel::ChangedRole).toBool())
            form->markVisited(index);
    }
    auto *dialog = new ReviewDialog(m_fleet, &m_document, m_stopped->isStopped(), this);
    connect(dialog, &ReviewDialog::saved, this, [this] {
        m_saved = QDateTime::currentDateTime();
        m_refusal->hide();
        m_leftOut->hide();
        m_definition->problems()->setOrigin({});
        refresh();
    });
    connect(dialog, &ReviewDialog::refused, this, &PipelineEditor::showRefused);
    connect(dialog, &ReviewDialog::gone, m_banner, &ServerCopyBanner::showGone);
    connect(dialog, &QDialog::finished, this, [this, dialog] {
        m_stopped->onSaveEnded(dialog->progress());
        follow();
    });
    dialog->open();
    return dialog;
}

void PipelineEditor::giveUpEdits()
{
    m_json->giveUp();
    m_document.revertAll();
    m_refusal->hide();
    m_leftOut->hide();
    m_definition->problems()->setOrigin({});
    m_drafts->discard();
    if (m_banner->presence() == ServerCopyBanner::Presence::Here)
        follow();
}

void PipelineEditor::flush()
{
    m_json->flush();
    m_drafts->flush();
}

void PipelineEditor::showRefused(const ApiError &error)
{
    showTab(FormTab);
    m_refusal->showRefusal(error);
    m_definition->problems()->setOrigin(tr("from the server"));
    goToProblem(false);
}

void PipelineEditor::goToProblem(bool backwards)
{
    showTab(FormTab);
    m_definition->problems()->next(backwards);
}

void PipelineEditor::undo()
{
    if (m_tabs->currentIndex() == TextTab && m_json->undoTyping())
        return;
    m_document.undo();
}

void PipelineEditor::redo()
{
    if (m_tabs->currentIndex() == TextTab && m_json->redoTyping())
        return;
    m_document.redo();
}

void PipelineEditor::leaveField()
{
    m_tabs->tabBar()->setFocus(Qt::OtherFocusReason);
}

void PipelineEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_undoKeys->setOn(true);
    m_runners->setFollowing(true);
    if (m_isBehind)
        follow();
}

void PipelineEditor::hideEvent(QHideEvent *event)
{
    m_undoKeys->setOn(false);
    m_runners->setFollowing(false);
    QWidget::hideEvent(event);
}

} // namespace Sluice
