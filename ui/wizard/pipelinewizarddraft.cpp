// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pipelinewizard.h"

#include "models/definition/secret/secretscrubber.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/widgets/questionbox.h"
#include "ui/wizard/placepicker.h"

#include <QListView>
#include <QPushButton>

// What the wizard begins with, and what becomes of it when it is left.

using namespace Qt::StringLiterals;

namespace Sluice {

void PipelineWizard::beginWith(const QJsonObject &definition, const QList<QStringList> &missing)
{
    const QJsonObject clean = SecretScrubber::definition(definition);
    m_form.setEdited(clean);
    m_draft.setLeftOut(missing + SecretScrubber::leftOut(clean, definition));
    m_leftOut->showPlaces(m_draft.draft().leftOut);
    m_untouched = m_form.definition();
    m_ownsRunner = !m_form.value(u"agentId"_s).toString().isEmpty();
    focusPage();
}

void PipelineWizard::goOnWith(const Draft &draft)
{
    m_draft.take(draft);
    m_form.setEdited(draft.edited);
    m_form.setDrafts(draft.typed);
    m_leftOut->showPlaces(draft.missing());
    m_ownsRunner = !m_form.value(u"agentId"_s).toString().isEmpty();
    const int page = WizardDraft::pageOf(draft);
    for (int before = 0; before < page; ++before)
        m_pages.markLeft(WizardPages::Page(before));
    // What was typed was left, too, at the latest with the former wizard.
    for (int row = 0; row < m_form.rowCount(); ++row) {
        if (!m_form.isMissing(row))
            m_form.markVisited(m_form.index(row));
    }
    showPage(WizardPages::Page(page));
}

void PipelineWizard::keepIn(LocalStore *store)
{
    m_draft.setStore(store);
    const auto keep = [this] { keepDraft(); };
    connect(&m_form, &FormModel::definitionChanged, this, keep);
    connect(&m_form, &FormModel::problemsChanged, this, keep);
    connect(m_place, &PlacePicker::placeChanged, this, keep);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, keep);
}

bool PipelineWizard::isTyped() const
{
    return m_isTried || m_form.definition() != m_untouched || !m_form.draftLabel().isEmpty();
}

void PipelineWizard::keepDraft()
{
    if (isTyped())
        m_draft.save(m_form, m_place->place(), m_page);
    else
        m_draft.discard();
}

void PipelineWizard::askAbout(QuestionBox *box, const QString &stay)
{
    box->setObjectName(u"leaveQuestion"_s);
    box->cancelButton()->setObjectName(u"stay"_s);
    box->cancelButton()->setText(stay);
    box->open();
}

// What was sent before, for who leaves.
QString PipelineWizard::sentText() const
{
    if (m_creation.isOutcomeUnknown())
        return tr("It is not known whether the pipeline was created: look in the list of "
                  "pipelines before you create it again.");
    return m_creation.wasOutcomeUnknown() ? tr("As far as is known nothing was created in Maia.")
                                          : tr("Nothing was created in Maia.");
}

void PipelineWizard::askToDiscard()
{
    auto *box = new QuestionBox(tr("Discard this pipeline?"),
                                tr("What you typed is not kept.") + u' ' + sentText(),
                                tr("Discard"), QuestionBox::Kind::Danger, this);
    box->confirmButton()->setObjectName(u"leave"_s);
    connect(box, &QDialog::accepted, this, &PipelineWizard::discard);
    askAbout(box, tr("Keep editing"));
}

void PipelineWizard::askToKeep()
{
    auto *box = new QuestionBox(tr("Keep this pipeline as a draft?"),
                                tr("A draft stays on this computer and is offered again.") + u' ' +
                                    sentText(),
                                tr("Keep as draft"), QuestionBox::Kind::Plain, this);
    box->confirmButton()->setObjectName(u"keepDraft"_s);
    box->preferVerb();
    QPushButton *leave = box->addOther(tr("Discard"));
    leave->setObjectName(u"leave"_s);
    connect(leave, &QPushButton::clicked, this, &PipelineWizard::discard);
    connect(box, &QDialog::accepted, this, [this] {
        keepDraft();
        m_draft.flush();
        Q_EMIT keptAsDraft(m_draft.draft(), m_creation.isOutcomeUnknown());
        QDialog::reject();
    });
    askAbout(box, tr("Keep editing"));
}

void PipelineWizard::discard()
{
    m_draft.discard();
    QDialog::reject();
}

// The answer decides what becomes of the draft: it is waited for unseen.
void PipelineWizard::leaveUnderWay()
{
    m_isLeft = true;
    const bool isDeleted = testAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_DeleteOnClose, false);
    QDialog::reject();
    connect(this, &PipelineWizard::leftForGood, this, [this, isDeleted] {
        if (isDeleted)
            deleteLater();
    });
    const auto offer = [this] {
        if (m_draft.canKeep()) {
            m_draft.flush();
            Q_EMIT keptAsDraft(m_draft.draft(), m_creation.isOutcomeUnknown());
        }
        Q_EMIT leftForGood();
    };
    connect(&m_creation, &PipelineCreation::failed, this, offer);
    connect(&m_creation, &PipelineCreation::foundNamesake, this, offer);
    connect(&m_creation, &PipelineCreation::lookFailed, this, offer);
}

void PipelineWizard::reject()
{
    if (m_creation.step() != PipelineCreation::Step::Idle) {
        auto *box = new QuestionBox(
            tr("The pipeline is being created."),
            tr("The request is on its way and cannot be taken back. If you close now, look in the "
               "list of pipelines whether it was created."),
            tr("Close"), QuestionBox::Kind::Plain, this);
        box->confirmButton()->setObjectName(u"leave"_s);
        connect(box, &QDialog::accepted, this, [this] {
            if (m_creation.step() == PipelineCreation::Step::Idle)
                reject(); // the answer came while this was asked
            else
                leaveUnderWay();
        });
        askAbout(box, tr("Wait"));
    } else if (!isTyped()) {
        discard();
    } else if (m_draft.canKeep()) {
        askToKeep();
    } else {
        askToDiscard();
    }
}

} // namespace Sluice
