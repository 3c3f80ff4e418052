// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pipelinewizard.h"

#include "models/fleet/fleet.h"
#include "ui/form/view/formpage.h"
#include "ui/shared/curlmenu.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/wizard/creationbanner.h"
#include "ui/wizard/placepicker.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardfooter.h"

#include <QLabel>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize usualSize(1112, 776);

} // namespace

PipelineWizard::PipelineWizard(Fleet *fleet, const Place &place, QWidget *parent,
                               const PathChooser &paths, const ReferenceMonitor *secrets)
    : Dialog(parent)
    , m_runners(fleet->pipelines())
    , m_advice(&m_form, &m_runners, fleet->pipelines())
    , m_creation(fleet)
    , m_pages(&m_form)
    , m_list(new QListView(this))
    , m_banner(new CreationBanner(&m_form, &m_pages, this))
    , m_leftOut(new LeftOutBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_place(new PlacePicker(fleet, place, this))
    , m_curl(new CurlMenu(CurlMenu::About::NewPipeline, fleet, paths, this))
    , m_review(new ReviewPage(&m_form, &m_runners, fleet->pipelines(), this))
    , m_footer(new WizardFooter(m_curl, this))
{
    setWindowTitle(tr("New pipeline"));
    m_form.startNew();
    m_untouched = m_form.definition();
    m_curl->setBody([this] { return PipelineCreation::jsonOf(m_form.definition()); });
    makePages(fleet, secrets, paths.textFile);
    makeLayout();
    makeConnections();
    resize(fitted(this, usualSize));
    m_place->start();
    followPlace();
    enterPage(WizardPages::Basics);
    focusPage();
}

PipelineWizard::~PipelineWizard()
{
    // They look at the models, which are members: deleted with the other children they would look
    // once more.
    delete m_stack;
    delete m_banner;
    delete m_list;
}

void PipelineWizard::makeConnections()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { enterPage(WizardPages::Page(current.row())); });
    connect(m_list, &QAbstractItemView::clicked, this, &PipelineWizard::focusPage);
    connect(m_place, &PlacePicker::placeChanged, this, &PipelineWizard::followPlace);
    connect(m_place, &PlacePicker::errorChanged, this,
            [this] { m_pages.setPlaceWrong(m_place->hasError()); });
    connect(m_place, &PlacePicker::environmentChosen, this, &PipelineWizard::takeEnvironment);
    connect(&m_form, &FormModel::problemsChanged, this, &PipelineWizard::showObstacle);
    connect(m_review, &ReviewPage::fieldRequested, this, &PipelineWizard::showField);

    connect(m_footer, &WizardFooter::cancelRequested, this, &PipelineWizard::reject);
    connect(m_footer, &WizardFooter::backRequested, this, [this] { step(-1); });
    connect(m_footer, &WizardFooter::nextRequested, this, [this] { step(1); });
    connect(m_footer, &WizardFooter::createRequested, this, &PipelineWizard::create);

    connect(m_banner, &CreationBanner::nextProblemRequested, this, [this] { nextProblem(false); });
    connect(m_banner, &CreationBanner::lookRequested, &m_creation, &PipelineCreation::lookFor);
    connect(m_banner, &CreationBanner::openRequested, this, &PipelineWizard::finish);
    connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, this,
            [this] { nextProblem(false); });
    connect(new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8), this), &QShortcut::activated, this,
            [this] { nextProblem(true); });

    connect(&m_creation, &PipelineCreation::stepChanged, this, &PipelineWizard::showStep);
    connect(&m_creation, &PipelineCreation::created, this, &PipelineWizard::finish);
    connect(&m_creation, &PipelineCreation::failed, this, &PipelineWizard::showRefusal);
    connect(&m_creation, &PipelineCreation::foundNamesake, m_banner, &CreationBanner::showNamesake);
    connect(m_banner, &CreationBanner::anotherRequested, this, [this] {
        m_banner->clear();
        m_creation.allowNamesake();
    });
    connect(&m_creation, &PipelineCreation::lookFailed, m_banner, &CreationBanner::showLookFailed);
}

void PipelineWizard::followPlace()
{
    const Place &place = m_place->place();
    m_runners.setAccount(m_place->account());
    m_advice.setProject(place.account, place.project);
    m_curl->setKey({place.account, place.project, {}});
    m_footer->setProjectMissing(place.project.isEmpty());
    m_review->setProject(place.account, place.project, m_place->projectName());
    showStep();
}

void PipelineWizard::takeEnvironment(const Environment &environment, bool byUser)
{
    if (m_ownsRunner && !byUser)
        return;
    const bool untouched = m_form.definition() == m_untouched;
    if (!environment.defaultAgentId.isEmpty())
        m_form.setValue(u"agentId"_s, environment.defaultAgentId);
    if (untouched)
        m_untouched = m_form.definition();
}

WizardPages::Page PipelineWizard::page() const
{
    return WizardPages::Page(m_page);
}

void PipelineWizard::showPage(WizardPages::Page page)
{
    m_list->setCurrentIndex(m_pages.index(page));
    focusPage();
}

void PipelineWizard::leavePage()
{
    m_pages.markLeft(page());
    if (page() == WizardPages::Basics)
        m_place->check();
}

void PipelineWizard::enterPage(WizardPages::Page page)
{
    if (page != m_page)
        leavePage();
    m_page = page;
    m_list->setCurrentIndex(m_pages.index(page));
    m_title->setText(WizardPages::title(page));
    m_subtitle->setText(
        m_pages.subtitle(page, m_runners.textFor(m_form.value(u"agentId"_s).toString())));
    if (page == WizardPages::Review)
        m_review->refresh();
    // With the focus in it, the stack would give it to any field, which then counts as left.
    if (focusWidget() && m_stack->isAncestorOf(focusWidget()))
        m_list->setFocus(Qt::OtherFocusReason);
    m_stack->setCurrentIndex(page);
    m_banner->setPage(page);
    m_footer->setPlace(page == 0, page == WizardPages::Review);
}

void PipelineWizard::step(int by)
{
    showPage(WizardPages::Page(std::clamp(m_page + by, 0, int(WizardPages::Review))));
}

void PipelineWizard::create(bool start)
{
    m_banner->clear();
    m_form.clearServerErrors();
    // Also of pages that were never entered. All but the project is for the server to refuse.
    m_form.markAllVisited();
    m_place->check();
    if (!m_place->isProjectChosen()) {
        showField(WizardPages::projectPath());
        return;
    }
    m_isTried = true;
    keepDraft();
    m_creation.create(m_place->place().account, m_place->place().project, m_form.definition(),
                      start);
}

void PipelineWizard::showStep()
{
    const PipelineCreation::Step step = m_creation.step();
    const bool busy = step != PipelineCreation::Step::Idle;
    const QString name = m_form.value(u"name"_s).toString();
    m_busy->setBusy(busy);
    m_stack->setEnabled(!busy);
    m_banner->setEnabled(!busy);
    switch (step) {
    case PipelineCreation::Step::Idle: m_footer->setBusy({}); break;
    case PipelineCreation::Step::Creating: m_footer->setBusy(tr("Creating %1…").arg(name)); break;
    case PipelineCreation::Step::Looking: m_footer->setBusy(tr("Looking for %1…").arg(name)); break;
    }
    showObstacle();
}

void PipelineWizard::showObstacle()
{
    QString obstacle;
    const QString incomplete = m_form.draftLabel();
    if (m_creation.isOutcomeUnknown())
        obstacle = tr("It may be there. See above before you try again.");
    else if (!incomplete.isEmpty())
        obstacle = tr("%1: what is typed there is not complete. Correct or clear it first.")
                       .arg(incomplete);
    m_footer->setObstacle(obstacle);
}

void PipelineWizard::showRefusal(const ApiError &error)
{
    m_form.setServerErrors(error.violations);
    m_banner->showError(error);
    m_problem.clear();
    if (error.violations.isEmpty())
        focusPage(); // Create lost the focus while it was busy
    else
        nextProblem(false);
}

void PipelineWizard::finish(const PipelineKey &key)
{
    m_draft.discard();
    if (m_isLeft) { // whoever closed it is elsewhere, and stays there
        Q_EMIT leftForGood();
        return;
    }
    Q_EMIT created(key);
    accept();
}

} // namespace Sluice
