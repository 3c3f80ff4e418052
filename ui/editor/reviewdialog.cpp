// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/reviewdialog.h"

#include "models/account/account.h"
#include "models/definition/definition.h"
#include "models/document/changesmodel.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"
#include "ui/editor/chainchoice.h"
#include "ui/editor/reviewbanner.h"
#include "ui/editor/savesteps.h"
#include "ui/shared/changestable.h"
#include "ui/shared/curlmenu.h"
#include "ui/shared/jsonsides.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QSplitter>
#include <QTime>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The labels of the fields that a save would leave wrong.
QStringList wrongFields(const FormModel &form)
{
    QStringList labels;
    for (int row = 0; row < form.rowCount(); ++row) {
        const QModelIndex index = form.index(row);
        if (!index.data(FormModel::ErrorRole).toString().isEmpty())
            labels.append(index.data(FormModel::LabelRole).toString());
    }
    return labels;
}

constexpr QSize reviewSize{1160, 720};

} // namespace

ReviewDialog::ReviewDialog(Fleet *fleet, PipelineDocument *document, bool isStopped,
                           QWidget *parent)
    : Dialog(u"reviewDialog"_s, tr("Review changes"), within(parent, reviewSize), parent)
    , m_fleet(fleet)
    , m_document(document)
    , m_save(new PipelineSave(fleet, document, this))
    , m_changes(new ChangesModel(this))
    , m_counts(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_banner(new ReviewBanner(m_save, this))
    , m_busy(new BusyLine(this))
    , m_sides(new JsonSides(this))
    , m_chain(new ChainChoice(this))
    , m_steps(new SaveSteps(m_save, this))
    , m_reason(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_counts->setObjectName(u"reviewCounts"_s);
    m_reason->setObjectName(u"reviewReason"_s);
    m_sides->setObjectName(u"reviewSides"_s);
    m_sides->takeKeysOf(this);
    m_table = new ChangesTable(m_changes, this);
    m_parts = makeParts(Qt::Vertical, {m_table, m_sides});
    m_parts->setStretchFactor(1, 1); // a banner that comes takes its room from the JSON
    QVBoxLayout *layout = makeColumn();
    layout->addLayout(makeHeader());
    layout->addWidget(m_banner);
    layout->addWidget(m_parts, 1);
    layout->addWidget(m_chain);
    layout->addWidget(m_steps);
    layout->addLayout(makeButtons());
    m_steps->hide();
    connectSave();
    if (isStopped)
        m_save->goOnStopped();
    m_save->review();
}

QLayout *ReviewDialog::makeHeader()
{
    auto *name = new TextLabel(Definition::name(m_document->base()), TextLabel::Role::Title,
                               TextLabel::Ink::Text, this);
    QBoxLayout *layout = makeLine();
    layout->addWidget(name);
    layout->addStretch(1);
    layout->addWidget(m_counts);
    return layout;
}

QLayout *ReviewDialog::makeButtons()
{
    QPushButton *copy = addButton(tr("Copy &JSON"), u"copyReviewed"_s);
    auto *requests =
        new CurlMenu(CurlMenu::About::ChangedPipeline, m_fleet, systemPathChooser(), this);
    requests->setKey(m_document->key());
    requests->setBody([this] { return jsonText(m_save->toSend()); });
    QPushButton *curl = addButton(tr("Copy as cUR&L"), u"copyAsCurl"_s);
    curl->setMenu(requests);
    m_back = addButton(tr("&Back to editing"), u"reviewBack"_s);
    m_accept = new QPushButton(tr("&Save changes"), this);
    m_accept->setObjectName(u"reviewSave"_s);
    m_accept->setDefault(true);
    QBoxLayout *layout = makeLine();
    layout->addWidget(copy);
    layout->addWidget(curl);
    layout->addStretch(1);
    layout->addWidget(m_reason);
    layout->addWidget(m_back);
    layout->addWidget(m_accept);
    connect(copy, &QPushButton::clicked, this,
            [this] { copyToClipboard(QString::fromUtf8(jsonText(m_save->toSend()))); });
    connect(m_back, &QPushButton::clicked, this, &ReviewDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &ReviewDialog::startSave);
    return layout;
}

void ReviewDialog::connectSave()
{
    connect(m_save, &PipelineSave::phaseChanged, this, &ReviewDialog::showProgress);
    connect(m_save, &PipelineSave::reviewReady, this, &ReviewDialog::showReview);
    connect(m_save, &PipelineSave::movedAgain, this, [this] { m_hasMovedAgain = true; });
    connect(m_save, &PipelineSave::saved, this, &ReviewDialog::saved);
    connect(m_save, &PipelineSave::failed, this, &ReviewDialog::showFailure);
    connect(m_save, &PipelineSave::gone, this, [this] {
        QDialog::reject();
        Q_EMIT gone();
    });
    connect(m_save, &PipelineSave::refused, this, [this](const ApiError &error) {
        QDialog::reject();
        Q_EMIT refused(error);
    });
    connect(m_save, &PipelineSave::cancelled, this, &ReviewDialog::showCancelled);
    connect(m_banner, &ReviewBanner::againRequested, m_save, &PipelineSave::review);
    connect(m_banner, &ReviewBanner::startRequested, this, &ReviewDialog::startAndClose);
    connect(m_changes, &ChangesModel::chosen, this, [this](int item, MergeItem::Choice choice) {
        m_save->choose(item, choice);
        m_sides->setTexts(jsonText(m_save->merge().theirs()), jsonText(m_save->toSend()));
        updateSave();
    });
}

void ReviewDialog::offerChain()
{
    switch (m_fleet->pipelines()->state(m_document->key())) {
    case PipelineState::Starting:
    case PipelineState::Snapshotting:
    case PipelineState::Streaming: m_chain->setCase(ChainChoice::Case::Running); break;
    default:
        m_chain->setCase(m_save->hasStopped() ? ChainChoice::Case::Stopped
                                              : ChainChoice::Case::Nothing);
    }
}

void ReviewDialog::showReview()
{
    const Merge &merge = m_save->merge();
    if (const Account *account = m_fleet->account(m_document->key().account))
        m_changes->setRunnerNames(account->runnerNames());
    m_changes->setMerge(merge);
    m_sides->setTitles(tr("Server, read at %1").arg(QTime::currentTime().toString(u"HH:mm:ss"_s)),
                       tr("Will be sent"));
    m_sides->setTexts(jsonText(merge.theirs()), jsonText(merge.result()));
    shareHeight();
    offerChain();
    m_banner->showMerge(m_hasMovedAgain, wrongFields(*m_document->form()));
    updateSave();
    m_table->focusOpenConflict(); // nothing can be saved before it
}

// The changes get what they need, up to half of the room, and the JSON the rest.
void ReviewDialog::shareHeight()
{
    const int room = m_parts->height();
    const int needed = qMin(m_table->neededHeight(), room / 2);
    m_parts->setSizes({needed, room - needed});
}

void ReviewDialog::updateSave()
{
    const int open = m_save->merge().openCount();
    const int changes = m_changes->rowCount();
    const int risks = m_changes->riskCount();
    QStringList counts{tr("%n change(s)", nullptr, changes)};
    if (risks > 0)
        counts.append(tr("%n risky", nullptr, risks));
    if (m_changes->conflictCount() > 0)
        counts.append(tr("%n conflict(s)", nullptr, m_changes->conflictCount()));
    m_counts->setText(counts.join(u"   "_s));
    const bool isReview = m_save->phase() == PipelineSave::Phase::Review;
    const bool hasMine = m_save->toSend() != m_save->merge().theirs();
    m_accept->setEnabled(isReview && open == 0);
    m_accept->setText(isReview && open == 0 && !hasMine ? tr("&Take over") : tr("&Save changes"));
    if (open > 0)
        m_reason->setText(tr("Solve %n conflict(s) to save", nullptr, open));
    else if (isReview && !hasMine)
        m_reason->setText(tr("The server has all of this already, nothing is sent"));
    else
        m_reason->clear();
}

void ReviewDialog::startSave()
{
    if (m_save->toSend() == m_save->merge().theirs()) {
        m_save->adoptTheirs();
        return;
    }
    m_save->save(m_chain->isStartWanted() ? PipelineSave::Chain::StopSaveStart
                                          : PipelineSave::Chain::SaveOnly);
}

void ReviewDialog::showProgress()
{
    const PipelineSave::Phase phase = m_save->phase();
    m_busy->setBusy(m_save->isRunning());
    if (phase == PipelineSave::Phase::Done) {
        QDialog::accept();
        return;
    }
    const bool isSending = m_save->isRunning() && phase != PipelineSave::Phase::Reading;
    m_chain->setEnabled(!isSending);
    m_steps->setVisible(isSending || m_steps->isVisible());
    const bool isChain = m_save->chain() == PipelineSave::Chain::StopSaveStart;
    m_back->setText(isSending && isChain ? tr("Stop after t&his step") : tr("&Back to editing"));
    m_back->setEnabled(!isSending || isChain); // a save alone has no step after which it could stop
    m_accept->setEnabled(false);
    if (phase == PipelineSave::Phase::Reading)
        m_reason->setText(tr("Reading the server's copy…"));
    else if (phase == PipelineSave::Phase::Looking)
        m_reason->setText(tr("The answer does not tell. Looking what became of the save…"));
    else
        updateSave();
}

// Tells where the chain stands, as its finished steps stay done.
void ReviewDialog::showCancelled()
{
    const bool isSaved = m_save->state(PipelineSave::Step::Save) == PipelineSave::StepState::Done;
    if (!m_save->hasStopped() && !isSaved) {
        QDialog::reject();
        return;
    }
    m_reason->clear();
    if (isSaved)
        m_back->setText(tr("&Close"));
    m_banner->showCancelled();
}

void ReviewDialog::startAndClose()
{
    m_fleet->sendCommand(m_document->key(), PipelineCommand::Start);
    reject();
}

void ReviewDialog::showFailure(PipelineSave::Step step, const ApiError &error)
{
    if (step == PipelineSave::Step::Start)
        m_back->setText(tr("&Close"));
    m_banner->showFailure(step, error);
}

void ReviewDialog::reject()
{
    // A sent request cannot be called back. The chain ends after it.
    if (m_save->isRunning() && m_save->phase() != PipelineSave::Phase::Reading) {
        m_save->cancel();
        m_back->setEnabled(false);
        m_reason->setText(tr("Stops after this step"));
        return;
    }
    m_save->disconnect(this);
    m_save->cancel();
    QDialog::reject();
}

} // namespace Sluice
