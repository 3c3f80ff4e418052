// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/newpipelines.h"

#include "models/definition/definition.h"
#include "ui/shared/actions.h"
#include "ui/wizard/pipelinewizard.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

DraftOffers::Words wordsOf(const Draft &draft, const QString &when)
{
    const QString name = Definition::name(draft.edited).trimmed();
    DraftOffers::Words words;
    words.fact =
        name.isEmpty()
            ? NewPipelines::tr("An unfinished new pipeline from %1 was kept.").arg(when)
            : NewPipelines::tr("The unfinished new pipeline %1 from %2 was kept.").arg(name, when);
    if (draft.sent.isNone())
        words.consequence = NewPipelines::tr("Nothing of it is on the server.");
    else if (draft.sent.name.isEmpty())
        words.consequence =
            NewPipelines::tr("It was sent, and it is not known whether it was created: look in "
                             "the list of pipelines before you create it again.");
    else
        words.consequence =
            NewPipelines::tr("It was sent, and it is not known whether it was created. When you "
                             "go on, it is looked for by its name.");
    words.verb = NewPipelines::tr("Go on");
    return words;
}

} // namespace

NewPipelines::NewPipelines(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                           const PathChooser &paths, BannerArea *banners, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_store(store)
    , m_secrets(secrets)
    , m_paths(paths)
    , m_window(window)
    , m_drafts(Draft::Kind::Wizard, store, banners, wordsOf, nullptr)
{
    connect(&m_drafts, &DraftOffers::found, &m_drafts, &DraftOffers::offer);
    connect(&m_drafts, &DraftOffers::chosen, this, &NewPipelines::goOn);
}

void NewPipelines::handle(Actions *actions)
{
    actions->on(ActionId::NewPipeline, this, [this, actions] { open(actions->place()); });
}

PipelineWizard *NewPipelines::make(const ProjectPlace &place)
{
    auto *wizard = new PipelineWizard(m_fleet, place, m_window, m_paths, m_secrets);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &PipelineWizard::created, this, &NewPipelines::created);
    connect(wizard, &PipelineWizard::keptAsDraft, this,
            [this](const Draft &draft) { m_drafts.offer({draft}); });
    return wizard;
}

PipelineWizard *NewPipelines::open(const ProjectPlace &place)
{
    PipelineWizard *wizard = make(place);
    wizard->keepIn(m_store);
    wizard->open();
    return wizard;
}

PipelineWizard *NewPipelines::openFrom(const ProjectPlace &place, const QJsonObject &definition,
                                       const QString &origin, const QList<DefinitionPath> &missing)
{
    PipelineWizard *wizard = make(place);
    if (!origin.isEmpty())
        wizard->setWindowTitle(tr("New pipeline from %1").arg(origin));
    wizard->beginWith(definition, missing);
    wizard->keepIn(m_store);
    wizard->open();
    return wizard;
}

void NewPipelines::goOn(const Draft &draft)
{
    m_drafts.settle(draft);
    PipelineWizard *wizard = make(WizardDraft::placeOf(draft));
    wizard->goOnWith(draft);
    wizard->keepIn(m_store);
    wizard->open();
}

} // namespace Sluice
