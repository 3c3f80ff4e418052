// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/pipelineeditor.h"

#include "models/document/changesmodel.h"
#include "models/exchange/portable.h"
#include "models/fleet/fleet.h"
#include "models/fleet/runnerchoices.h"
#include "models/history/localstore.h"
#include "models/pipeline/jsontext.h"
#include "ui/dashboard/overview.h"
#include "ui/editor/changestable.h"
#include "ui/editor/definitiontab.h"
#include "ui/editor/draftkeeper.h"
#include "ui/editor/historytab.h"
#include "ui/editor/jsontab.h"
#include "ui/editor/problemspanel.h"
#include "ui/editor/refusalbanner.h"
#include "ui/editor/reviewdialog.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineEditor::PipelineEditor(Fleet *fleet, LocalStore *store, const PipelineKey &key,
                               QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_document(key, fleet->pipelines()->definition(key))
    , m_drafts(new DraftKeeper(store && store->database()->isOpen() ? store->drafts() : nullptr,
                               &m_document, this))
    , m_runners(new RunnerChoices(fleet->pipelines(), this))
    , m_changes(new ChangesModel(this))
    , m_banner(new Banner(Banner::Kind::Warning, this))
    , m_refusal(new RefusalBanner(m_document.form(), this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new Overview(fleet, this))
    , m_definition(nullptr)
    , m_json(new JsonTab(&m_document, this))
    , m_history(new HistoryTab(store, &m_document, this))
    , m_state(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    setObjectName(u"pipelineEditor"_s);
    m_banner->setObjectName(u"editorBanner"_s);
    m_state->setObjectName(u"editorState"_s);
    m_banner->hide();
    m_runners->setAccount(fleet->account(key.account));
    m_runners->setExcept(key.pipeline);
    m_runners->setChosen(m_document.base().value("agentId"_L1).toString());
    m_definition = new DefinitionTab(&m_document, {m_runners}, this);
    buildTabs();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_refusal);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(new Rule(this));
    layout->addLayout(makeFooter());

    connect(&m_document, &PipelineDocument::changed, this, &PipelineEditor::refresh);
    connect(m_json, &JsonTab::faultChanged, this, [this] {
        m_drafts->setJsonText(m_json->faultyText());
        refresh();
    });
    connect(m_drafts, &DraftKeeper::savedChanged, this, &PipelineEditor::refresh);
    connect(m_history, &HistoryTab::restored, this, [this] { showTab(ChangesTab); });
    connect(m_definition, &DefinitionTab::jsonRequested, this, [this] { showTab(TextTab); });
    connect(m_refusal, &RefusalBanner::nextRequested, this, [this] { goToProblem(false); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &PipelineEditor::tabChanged);
    connect(fleet->pipelines(), &PipelineModel::dataChanged, this, &PipelineEditor::follow);
    connect(fleet->pipelines(), &PipelineModel::rowsRemoved, this, &PipelineEditor::follow);
    connect(fleet->pipelines(), &PipelineModel::rowsInserted, this, &PipelineEditor::follow);
    follow();
    refresh();
    if (!m_definition->knowsTypes())
        showTab(TextTab);
}

void PipelineEditor::buildTabs()
{
    m_tabs->setObjectName(u"editorTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the pipeline"));
    m_tabs->addTab(m_overview, tr("&Overview"));
    m_tabs->addTab(m_definition, tr("&Definition"));
    m_tabs->addTab(m_json, tr("&JSON"));
    m_tabs->addTab(makeChanges(), tr("&Changes"));
    m_tabs->addTab(m_history, tr("Histor&y"));
}

QWidget *PipelineEditor::makeChanges()
{
    auto *page = new QWidget(this);
    m_changesTable = new ChangesTable(m_changes, page);
    m_changesTable->setFrameShape(QFrame::NoFrame);
    auto *revert = new QPushButton(icon("undo-2"), tr("Revert this change"), page);
    revert->setObjectName(u"revertChange"_s);
    revert->setProperty("small", true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    bar->addWidget(new TextLabel(tr("What a save would change. Order of tables, order of keys and "
                                    "upper or lower case of choices do not count."),
                                 TextLabel::Role::Small, TextLabel::Ink::Secondary, page),
                   1);
    bar->addWidget(revert);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_changesTable, 1);
    connect(revert, &QPushButton::clicked, this, [this] {
        const auto changes =
            m_changesTable->currentIndex().data(ChangesModel::ChangesRole).value<QList<Change>>();
        m_document.revert(changes);
    });
    const auto enable = [this, revert] {
        revert->setEnabled(m_changesTable->currentIndex().isValid());
    };
    connect(m_changesTable->selectionModel(), &QItemSelectionModel::currentChanged, this, enable);
    connect(m_changes, &QAbstractItemModel::modelReset, this, enable);
    enable();
    return page;
}

QLayout *PipelineEditor::makeFooter()
{
    m_revert = new QPushButton(icon("undo-2"), tr("Revert all"), this);
    m_revert->setObjectName(u"revertAll"_s);
    m_save = new QPushButton(tr("Review and save…"), this);
    m_save->setObjectName(u"reviewAndSave"_s);
    m_save->setProperty("primary", true);
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_revert);
    layout->addWidget(m_save);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_json->discardFault();
        m_document.revertAll();
    });
    connect(m_save, &QPushButton::clicked, this, &PipelineEditor::reviewAndSave);
    return layout;
}

QString PipelineEditor::name() const
{
    return m_document.base().value("name"_L1).toString();
}

void PipelineEditor::takeDraft(const Draft &draft)
{
    m_document.rebase(draft.base, draft.edited);
    m_document.form()->setDrafts(draft.typed);
    m_drafts->take(draft);
    if (!draft.jsonText.isEmpty()) {
        m_json->setFaultyText(draft.jsonText);
        showTab(TextTab);
    } else {
        showTab(m_definition->knowsTypes() ? FormTab : TextTab);
    }
    follow();
    refresh();
}

bool PipelineEditor::hasEdits() const
{
    return m_document.isDirty() || m_json->hasFault();
}

bool PipelineEditor::canSave() const
{
    return m_document.isDirty() && !m_json->hasFault() && !m_isGone &&
           m_document.form()->draftLabel().isEmpty();
}

void PipelineEditor::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

// The row of the pipeline is the server's word; edits stay until they are saved or given up.
void PipelineEditor::follow()
{
    const PipelineModel *model = m_fleet->pipelines();
    const int row = model->rowOf(key());
    if (row < 0) {
        if (!m_isGone && !hasEdits())
            Q_EMIT closeRequested();
        else if (!m_isGone)
            showGone();
        return;
    }
    m_isGone = false;
    m_overview->setRow(model->index(row, 0));
    const QJsonObject server = model->definition(key());
    if (server == m_document.base())
        return;
    if (!hasEdits()) {
        m_document.rebase(server, server);
        return;
    }
    m_banner->setKind(Banner::Kind::Warning);
    m_banner->clearButtons();
    m_banner->setText(
        tr("The server's copy changed while you were editing."),
        tr("Both are brought together when you save. Nothing is overwritten unseen."));
    m_banner->setClosable(true);
    m_banner->show();
}

void PipelineEditor::showGone()
{
    m_isGone = true;
    m_banner->setKind(Banner::Kind::Problem);
    m_banner->setText(
        tr("The pipeline was deleted meanwhile."),
        tr("Create it again with your edits, or discard them. A new one gets a new id."));
    m_banner->clearButtons();
    m_banner->setClosable(false);
    QPushButton *create = m_banner->addButton(tr("Create again"));
    create->setObjectName(u"createAgain"_s);
    QPushButton *discard = m_banner->addButton(tr("Discard"));
    discard->setObjectName(u"discardGone"_s);
    connect(create, &QPushButton::clicked, this, &PipelineEditor::createAgain);
    connect(discard, &QPushButton::clicked, this, &PipelineEditor::closeRequested);
    m_banner->show();
    refresh();
}

void PipelineEditor::createAgain()
{
    m_banner->setEnabled(false); // one request at a time
    m_fleet->createPipeline(
        key().account, key().project, jsonText(portableDefinition(m_document.mine())), this,
        [this](const Result<QJsonObject> &created) {
            m_banner->setEnabled(true);
            if (!created) {
                m_banner->setText(
                    tr("It was not created again."),
                    (created.error().summary() + u' ' + created.error().nextStep()).trimmed());
                m_document.form()->setServerErrors(created.error().violations);
                return;
            }
            Q_EMIT recreated({key().account, key().project,
                              created->value("streamingPipelineId"_L1).toString()});
        });
}

void PipelineEditor::refresh()
{
    m_changes->setChanges(m_document.changes());
    const int changes = m_changes->rowCount();
    const int problems = m_definition->problems()->count();
    m_tabs->setTabText(ChangesTab,
                       changes == 0 ? tr("&Changes") : tr("&Changes (%1)").arg(changes));
    m_tabs->setTabIcon(FormTab, problems > 0 ? icon("circle-alert") : QIcon());
    m_tabs->setTabIcon(TextTab, m_json->hasFault() ? icon("circle-alert") : QIcon());
    const QString draft = m_document.form()->draftLabel();
    m_state->setText(stateText(changes, draft));
    m_revert->setEnabled(hasEdits());
    m_save->setEnabled(canSave());
    Q_EMIT stateChanged();
}

QString PipelineEditor::stateText(int changes, const QString &unfinished) const
{
    if (m_json->hasFault())
        return tr("The JSON has a fault. Fix it or undo to save.");
    if (!unfinished.isEmpty())
        return tr("%1 is not finished. Complete it to save.").arg(unfinished);
    if (!m_document.isDirty())
        return tr("No changes");
    const QString state = changes == 0   ? tr("Only order or upper and lower case differ")
                          : changes == 1 ? tr("1 change")
                                         : tr("%1 changes").arg(changes);
    if (!m_drafts->saved().isValid())
        return state;
    return tr("%1, draft kept %2")
        .arg(state, m_drafts->saved().toLocalTime().toString(u"HH:mm:ss"_s));
}

void PipelineEditor::tabChanged()
{
    m_document.seal();
    if (m_tabs->currentIndex() != TextTab)
        m_json->flush();
}

void PipelineEditor::reviewAndSave()
{
    if (!m_json->flush()) {
        showTab(TextTab);
        return;
    }
    if (!m_save->isEnabled())
        return;
    m_document.seal();
    auto *dialog = new ReviewDialog(m_fleet, &m_document, this);
    connect(dialog, &ReviewDialog::saved, this, [this] {
        m_banner->hide();
        m_refusal->hide();
        Q_EMIT saved();
    });
    connect(dialog, &ReviewDialog::refused, this, &PipelineEditor::showRefused);
    connect(dialog, &ReviewDialog::gone, this, &PipelineEditor::showGone);
    dialog->open();
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
    m_document.redo();
}

void PipelineEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
}

void PipelineEditor::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QWidget::hideEvent(event);
}

// Fields have an undo of their own, which knows one field only: the document's is meant here.
bool PipelineEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && m_tabs->isAncestorOf(widget) &&
            (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Sluice
