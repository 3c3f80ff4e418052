// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pipelinewizard.h"

#include "models/definition/definition.h"
#include "models/definition/secret/secretscrubber.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinetables.h"
#include "ui/form/view/formpage.h"
#include "ui/form/view/formview.h"
#include "ui/shared/curlmenu.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/widgets/questionbox.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/creationbanner.h"
#include "ui/wizard/namepreview.h"
#include "ui/wizard/projectpicker.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardfooter.h"
#include "ui/wizard/wizardkeyboard.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize usualSize(1112, 776);
constexpr int pageListWidth = 224;

} // namespace

PipelineWizard::PipelineWizard(Fleet *fleet, const ProjectPlace &place, QWidget *parent,
                               const PathChooser &paths, const ReferenceMonitor *secrets)
    : Dialog(parent)
    , m_runners(fleet->pipelines())
    , m_advice(&m_form, &m_runners, fleet->pipelines())
    , m_creation(fleet)
    , m_pages(&m_form)
    , m_draft(&m_form)
    , m_leaveQuestion(&m_draft, this)
    , m_list(new QListView(this))
    , m_banner(new CreationBanner(&m_form, &m_pages, this))
    , m_leftOut(new LeftOutBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_place(new ProjectPicker(fleet, place, this))
    , m_curl(new CurlMenu(CurlMenu::About::NewPipeline, fleet, paths, this))
    , m_review(new ReviewPage(&m_form, &m_runners, fleet->pipelines(), this))
    , m_footer(new WizardFooter(m_curl, this))
{
    setWindowTitle(tr("New pipeline"));
    m_form.startNew();
    m_draft.setUntouched();
    m_curl->setBody([this] { return PipelineCreation::jsonOf(m_form.definition()); });
    makePages(fleet, secrets, paths.textFile);
    makeLayout();
    m_keyboard = new WizardKeyboard(
        &m_form, {m_list, m_place, m_formPages, m_review, m_footer, m_banner}, this);
    makeConnections();
    resize(fitted(this, usualSize));
    m_place->start();
    followPlace();
    enterPage(WizardPages::Basics);
    m_keyboard->focusPage();
}

PipelineWizard::~PipelineWizard()
{
    // They use the models, which are members. Deleted with the other children, they would use them
    // after their end.
    delete m_stack;
    delete m_banner;
    delete m_list;
}

void PipelineWizard::makePages(Fleet *fleet, const ReferenceMonitor *secrets,
                               const FileChooser &tableFile)
{
    const auto tables = [this, pipelines = fleet->pipelines()] {
        return pipelineTables(*pipelines, m_place->place().account);
    };
    const ReferenceSources sources{fleet, secrets, [this] { return m_place->place().account; }};
    const FieldContext context{&m_runners, tables, sources, tableFile};
    for (int page = 0; page < WizardPages::Review; ++page) {
        auto *made = new FormPage(m_stack);
        if (page == WizardPages::Basics)
            made->addWidget(m_place);
        const QList<Section> sections = WizardPages::sections(WizardPages::Page(page));
        for (const Section section : sections) {
            auto *form = new FormView(&m_form, section, context, made);
            // The page has one field only, and its title names it.
            form->setLabelsShown(section != Section::SourceType && section != Section::Tables &&
                                 section != Section::TargetType);
            made->addForm(form);
        }
        if (page == WizardPages::TargetSettings)
            made->addWidget(new NamePreview(&m_form, made));
        m_formPages.append(made);
        m_stack->addWidget(made);
    }
    m_stack->addWidget(m_review);
}

QWidget *PipelineWizard::makeHeader()
{
    auto *header = new QWidget(this);
    m_title = new QLabel(header);
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setFont(titleFont());
    m_subtitle = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, header);
    m_subtitle->setWordWrap(true);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(24, 20, 24, Size::PageMargin);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    return header;
}

void PipelineWizard::makeLayout()
{
    m_list->setObjectName(u"pageList"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setModel(&m_pages);
    m_list->setItemDelegate(new PageListDelegate(WizardPages::StateRole, WizardPages::ChosenRole,
                                                 WizardPages::ProblemsRole, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(pageListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setBackgroundRole(QPalette::Window);

    auto *right = new QWidget(this);
    right->setAutoFillBackground(true);
    right->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_leftOut);
    column->addWidget(m_stack, 1);
    column->addWidget(m_banner); // below the page, so that nothing moves when it comes
    m_busy = new BusyLine(right);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, Size::Gap, 0, 0);
    left->addWidget(m_list);
    middle->addLayout(left);
    middle->addWidget(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_footer);
}

void PipelineWizard::makeConnections()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { enterPage(WizardPages::Page(current.row())); });
    connect(m_list, &QAbstractItemView::clicked, m_keyboard, &WizardKeyboard::focusPage);
    connect(m_place, &ProjectPicker::placeChanged, this, &PipelineWizard::followPlace);
    connect(m_place, &ProjectPicker::errorChanged, this,
            [this] { m_pages.setPlaceWrong(m_place->hasError()); });
    connect(m_place, &ProjectPicker::environmentChosen, this, &PipelineWizard::applyEnvironment);
    connect(&m_form, &FormModel::problemsChanged, this, &PipelineWizard::showObstacle);
    connect(m_review, &ReviewPage::fieldRequested, m_keyboard, &WizardKeyboard::goTo);
    connect(&m_leaveQuestion, &LeaveQuestion::left, this, &PipelineWizard::leave);

    connect(m_footer, &WizardFooter::cancelRequested, this, &PipelineWizard::reject);
    connect(m_footer, &WizardFooter::backRequested, this, [this] { step(-1); });
    connect(m_footer, &WizardFooter::nextRequested, this, [this] { step(1); });
    connect(m_footer, &WizardFooter::createRequested, this, &PipelineWizard::create);

    connect(m_banner, &CreationBanner::nextProblemRequested, this,
            [this] { m_keyboard->goToProblem(false); });
    connect(m_banner, &CreationBanner::lookRequested, &m_creation, &PipelineCreation::lookFor);
    connect(m_banner, &CreationBanner::openRequested, this, &PipelineWizard::finish);

    connect(&m_creation, &PipelineCreation::phaseChanged, this, &PipelineWizard::showPhase);
    connect(&m_creation, &PipelineCreation::created, this, &PipelineWizard::finish);
    connect(&m_creation, &PipelineCreation::failed, this, &PipelineWizard::showRefusal);
    connect(&m_creation, &PipelineCreation::foundNamesake, m_banner, &CreationBanner::showNamesake);
    connect(m_banner, &CreationBanner::anotherRequested, this, [this] {
        m_banner->clear();
        m_creation.allowNamesake();
    });
    connect(&m_creation, &PipelineCreation::lookFailed, m_banner, &CreationBanner::showLookFailed);
}

void PipelineWizard::beginWith(const QJsonObject &definition, const QList<DefinitionPath> &missing)
{
    const QJsonObject clean = SecretScrubber::definition(definition);
    m_form.setEdited(clean);
    m_draft.setLeftOut(missing + SecretScrubber::leftOut(clean, definition));
    m_leftOut->showPlaces(m_draft.draft().leftOut);
    m_draft.setUntouched();
    m_ownsRunner = !m_form.value(u"agentId"_s).toString().isEmpty();
    m_keyboard->focusPage();
}

void PipelineWizard::goOnWith(const Draft &draft)
{
    m_draft.take(draft);
    m_form.setEdited(draft.edited);
    m_form.setDrafts(draft.typed);
    m_leftOut->showPlaces(draft.missing());
    m_ownsRunner = !m_form.value(u"agentId"_s).toString().isEmpty();
    const int page = std::min(WizardDraft::pageOf(draft), int(WizardPages::Review));
    for (int before = 0; before < page; ++before)
        m_pages.markLeft(WizardPages::Page(before));
    // The user left the typed fields, at the latest with the former wizard.
    for (int row = 0; row < m_form.rowCount(); ++row) {
        if (!m_form.isMissing(row))
            m_form.markVisited(m_form.index(row));
    }
    showPage(WizardPages::Page(page));
    if (draft.sent.isNone())
        return;
    m_creation.setFormer(draft.sent.account, draft.sent.project, draft.sent.name);
    if (!draft.sent.name.isEmpty())
        m_creation.lookFor();
}

void PipelineWizard::keepIn(LocalStore *store)
{
    m_draft.setStore(store);
}

void PipelineWizard::showField(const QString &path)
{
    m_keyboard->goTo(path);
}

void PipelineWizard::followPlace()
{
    const ProjectPlace &place = m_place->place();
    m_draft.setPlace(place);
    m_runners.setAccount(m_place->account());
    m_advice.setProject(place.account, place.project);
    m_curl->setKey({place.account, place.project, {}});
    m_footer->setProjectMissing(place.project.isEmpty());
    m_review->setProject(place.account, place.project, m_place->projectName());
    showPhase();
}

void PipelineWizard::applyEnvironment(const Environment &environment, bool byUser)
{
    if (m_ownsRunner && !byUser)
        return;
    const bool untouched = m_draft.isAsBegun();
    if (!environment.defaultAgentId.isEmpty())
        m_form.setValue(u"agentId"_s, environment.defaultAgentId);
    if (untouched)
        m_draft.setUntouched();
}

WizardPages::Page PipelineWizard::page() const
{
    return WizardPages::Page(m_page);
}

void PipelineWizard::showPage(WizardPages::Page page)
{
    m_list->setCurrentIndex(m_pages.index(page));
    m_keyboard->focusPage();
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
    m_draft.setPage(page);
    m_list->setCurrentIndex(m_pages.index(page));
    m_title->setText(WizardPages::title(page));
    m_subtitle->setText(
        m_pages.subtitle(page, m_runners.textFor(m_form.value(u"agentId"_s).toString())));
    if (page == WizardPages::Review)
        m_review->refresh();
    // If the focus were in the page, the stack would give it to any field, and that field would
    // count as visited.
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
    // Also checks pages that were never entered. All but the project is for the server to refuse.
    m_form.markAllVisited();
    m_place->check();
    if (!m_place->isProjectChosen()) {
        m_keyboard->goTo(WizardPages::projectPath());
        return;
    }
    // Writes the draft first, then sends: if the program is killed meanwhile, the next one knows.
    m_isAboutToSend = true;
    m_draft.noteSent(Definition::name(m_form.definition()), [this, start] { send(start); });
    showPhase();
}

void PipelineWizard::send(bool start)
{
    if (!std::exchange(m_isAboutToSend, false))
        return;
    m_creation.create(m_place->place().account, m_place->place().project, m_form.definition(),
                      start);
}

void PipelineWizard::showPhase()
{
    const PipelineCreation::Phase phase = m_creation.phase();
    const bool busy = m_isAboutToSend || phase != PipelineCreation::Phase::Idle;
    const QString name = m_form.value(u"name"_s).toString();
    m_busy->setBusy(busy);
    m_stack->setEnabled(!busy);
    m_banner->setEnabled(!busy);
    switch (phase) {
    case PipelineCreation::Phase::Idle:
        m_footer->setBusy(m_isAboutToSend ? tr("Creating %1…").arg(name) : QString());
        break;
    case PipelineCreation::Phase::Creating: m_footer->setBusy(tr("Creating %1…").arg(name)); break;
    case PipelineCreation::Phase::Looking:
        m_footer->setBusy(tr("Looking for %1…").arg(name));
        break;
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
    if (!error.isEffectUnknown())
        m_draft.forgetSent();
    m_form.setServerErrors(error.violations);
    m_banner->showError(error);
    m_keyboard->forgetProblem();
    if (error.violations.isEmpty())
        m_keyboard->focusPage(); // Create lost the focus while it was busy
    else
        m_keyboard->goToProblem(false);
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

// The result of the last request, for a user who leaves.
QString PipelineWizard::sentText() const
{
    if (m_creation.isOutcomeUnknown())
        return tr("It is not known whether the pipeline was created: look in the list of "
                  "pipelines before you create it again.");
    return m_creation.wasOutcomeUnknown() ? tr("As far as is known nothing was created in Maia.")
                                          : tr("Nothing was created in Maia.");
}

void PipelineWizard::leave(bool isKept)
{
    if (isKept)
        Q_EMIT keptAsDraft(m_draft.draft());
    QDialog::reject();
}

// The answer decides what happens to the draft. The hidden wizard waits for it.
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
        if (m_draft.keep())
            Q_EMIT keptAsDraft(m_draft.draft());
        Q_EMIT leftForGood();
    };
    connect(&m_creation, &PipelineCreation::failed, this, offer);
    connect(&m_creation, &PipelineCreation::foundNamesake, this, offer);
    connect(&m_creation, &PipelineCreation::lookFailed, this, offer);
}

void PipelineWizard::reject()
{
    if (std::exchange(m_isAboutToSend, false)) { // nothing has left
        m_draft.forgetSent();
        showPhase();
    }
    if (m_creation.phase() != PipelineCreation::Phase::Idle) {
        const bool isLooking = m_creation.phase() == PipelineCreation::Phase::Looking;
        auto *box = new QuestionBox(
            isLooking ? tr("The pipeline is being looked for.")
                      : tr("The pipeline is being created."),
            (isLooking ? tr("It was sent, and it is not known yet whether it was created.")
                       : tr("The request is on its way and cannot be taken back.")) +
                u' ' +
                tr("If you close now, look in the list of pipelines whether it was created."),
            tr("Close"), QuestionBox::Kind::Plain, this);
        box->confirmButton()->setObjectName(u"leave"_s);
        connect(box, &QDialog::accepted, this, [this] {
            if (m_creation.phase() == PipelineCreation::Phase::Idle)
                reject(); // the answer came while this was asked
            else
                leaveUnderWay();
        });
        LeaveQuestion::open(box, tr("Wait"));
    } else {
        m_leaveQuestion.ask(sentText());
    }
}

void PipelineWizard::keyPressEvent(QKeyEvent *event)
{
    if (!m_keyboard->press(event))
        Dialog::keyPressEvent(event);
}

} // namespace Sluice
