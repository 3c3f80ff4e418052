// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pipelinewizard.h"

#include "models/history/secretfree.h"
#include "ui/wizard/placepicker.h"

#include <QListView>
#include <QMessageBox>
#include <QPushButton>

// What the wizard begins with, and what becomes of it when it is left.

using namespace Qt::StringLiterals;

namespace Sluice {

void PipelineWizard::beginWith(const QJsonObject &definition)
{
    m_form.setEdited(SecretFree::definition(definition));
    m_untouched = m_form.definition();
    m_ownsRunner = !m_form.value(u"agentId"_s).toString().isEmpty();
    focusPage();
}

void PipelineWizard::goOnWith(const Draft &draft)
{
    m_draft.take(draft);
    m_form.setEdited(draft.edited);
    m_form.setDrafts(draft.typed);
    m_ownsRunner = !m_form.value(u"agentId"_s).toString().isEmpty();
    showPage(WizardPages::Page(WizardDraft::pageOf(draft)));
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
    return m_form.definition() != m_untouched || !m_form.draftLabel().isEmpty();
}

void PipelineWizard::keepDraft()
{
    if (isTyped())
        m_draft.save(m_form, m_place->place(), m_page);
    else
        m_draft.discard();
}

PipelineWizard::Question PipelineWizard::ask(const QString &question, const QString &detail,
                                             const QString &leave, const QString &stay)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, windowTitle(), question, {}, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"leaveQuestion"_s);
    box->setInformativeText(detail);
    QPushButton *leaving = box->addButton(leave, QMessageBox::DestructiveRole);
    leaving->setObjectName(u"leave"_s);
    QPushButton *staying = box->addButton(stay, QMessageBox::RejectRole);
    staying->setObjectName(u"stay"_s);
    box->setDefaultButton(staying);
    return {box, leaving};
}

void PipelineWizard::askToLeave()
{
    const bool canKeep = m_draft.canKeep();
    const Question question =
        ask(canKeep ? tr("Keep this pipeline as a draft?") : tr("Discard this pipeline?"),
            canKeep ? tr("A draft stays on this computer and is offered again. Nothing was sent "
                         "to Maia.")
                    : tr("What you typed is not kept."),
            tr("Discard"), tr("Keep editing"));
    connect(question.leave, &QPushButton::clicked, this, [this] {
        m_draft.discard();
        QDialog::reject();
    });
    if (canKeep) {
        QPushButton *keep = question.box->addButton(tr("Keep as draft"), QMessageBox::AcceptRole);
        keep->setObjectName(u"keepDraft"_s);
        question.box->setDefaultButton(keep);
        connect(keep, &QPushButton::clicked, this, [this] {
            keepDraft();
            m_draft.flush();
            Q_EMIT keptAsDraft(m_draft.draft());
            QDialog::reject();
        });
    }
    question.box->open();
}

void PipelineWizard::reject()
{
    if (m_creation.step() == PipelineCreation::Step::Creating) {
        const Question question = ask(
            tr("The pipeline is being created."),
            tr("The request is on its way and cannot be taken back. If you close now, look in the "
               "list of pipelines whether it was created."),
            tr("Close"), tr("Wait"));
        connect(question.leave, &QPushButton::clicked, this, [this] { QDialog::reject(); });
        question.box->open();
    } else if (isTyped()) {
        askToLeave();
    } else {
        m_draft.discard();
        QDialog::reject();
    }
}

} // namespace Sluice
