// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/placepicker.h"

#include "models/fleet/fleet.h"
#include "ui/form/helplabel.h"
#include "ui/form/noteline.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

enum ItemRole { AccountRole = Qt::UserRole, ProjectRole };

} // namespace

PlacePicker::PlacePicker(Fleet *fleet, const Place &place, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_place(place)
    , m_projects(new CalmComboBox(this))
    , m_environments(new CalmComboBox(this))
    , m_failed(new NoteLine(Family::Problem, this))
    , m_help(new HelpLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(makeLine(tr("Project *"), m_projects, u"project"_s));
    layout->addWidget(makeLine(tr("Environment"), m_environments, u"environment"_s));
    auto *notes = new QVBoxLayout;
    notes->setContentsMargins(Size::FormLabel, 0, 0, 0);
    notes->addWidget(m_failed);
    notes->addWidget(m_help);
    layout->addLayout(notes);
    m_help->setWordWrap(true);

    connect(m_projects, &QComboBox::activated, this, &PlacePicker::chooseProject);
    connect(m_environments, &QComboBox::activated, this, &PlacePicker::chooseEnvironment);
}

void PlacePicker::start()
{
    connect(m_fleet, &Fleet::accountAdded, this, &PlacePicker::watch);
    const QList<Account *> accounts = m_fleet->accounts();
    for (Account *account : accounts)
        watch(account);
    fillProjects();
}

QWidget *PlacePicker::makeLine(const QString &label, QComboBox *combo, const QString &name)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *caption = new QLabel(label, line);
    caption->setFixedWidth(Size::FormLabel);
    caption->setBuddy(combo);
    combo->setObjectName(name);
    combo->setAccessibleName(label);
    combo->setFixedWidth(Size::FormField);
    layout->addWidget(caption);
    layout->addWidget(combo);
    layout->addStretch();
    return line;
}

void PlacePicker::watch(Account *account)
{
    connect(account, &Account::projectsChanged, this, &PlacePicker::fillProjects);
    connect(account, &Account::environmentsChanged, this, [this, account](const QString &project) {
        if (account->id() == m_place.account && project == m_place.project)
            fillEnvironments();
    });
}

Account *PlacePicker::account() const
{
    return m_fleet->account(m_place.account);
}

QString PlacePicker::projectName() const
{
    const Account *owner = account();
    const Project *project = owner ? owner->project(m_place.project) : nullptr;
    return project ? project->name : QString();
}

void PlacePicker::fillProjects()
{
    m_projects->clear();
    const QList<Account *> accounts = m_fleet->accounts();
    int current = -1;
    for (const Account *owner : accounts) {
        for (const Project &project : owner->projects()) {
            const QString name = accounts.size() > 1
                                     ? tr("%1 in %2").arg(project.name, owner->profile().name)
                                     : project.name;
            m_projects->addItem(name);
            const int row = m_projects->count() - 1;
            m_projects->setItemData(row, owner->id(), AccountRole);
            m_projects->setItemData(row, project.id, ProjectRole);
            if (owner->id() == m_place.account && project.id == m_place.project)
                current = row;
        }
    }
    // The only project there is needs no choice.
    if (current < 0 && m_projects->count() == 1)
        current = 0;
    m_projects->setPlaceholderText(tr("Choose a project"));
    m_projects->setCurrentIndex(current);
    if (current >= 0)
        chooseProject(current);
    else
        fillEnvironments();
}

void PlacePicker::chooseProject(int row)
{
    const Place next{m_projects->itemData(row, AccountRole).toString(),
                     m_projects->itemData(row, ProjectRole).toString(),
                     {}};
    if (next.account != m_place.account || next.project != m_place.project) {
        m_place = next;
        Q_EMIT placeChanged();
    }
    if (Account *owner = account();
        owner && owner->environmentsState(m_place.project) != LoadState::Loaded)
        owner->loadEnvironments(m_place.project);
    fillEnvironments();
}

void PlacePicker::fillEnvironments()
{
    m_environments->clear();
    const Account *owner = account();
    const QList<Environment> environments =
        owner ? owner->environments(m_place.project) : QList<Environment>();
    m_environments->addItem(tr("None"));
    int current = 0;
    for (const Environment &environment : environments) {
        m_environments->addItem(environment.name);
        if (environment.name == m_place.environment)
            current = m_environments->count() - 1;
    }
    m_environments->setCurrentIndex(current);
    syncNotes();
    if (current > 0 && m_announced != m_place) {
        m_announced = m_place;
        Q_EMIT environmentChosen(environments.at(current - 1));
    }
}

void PlacePicker::chooseEnvironment(int row)
{
    const Account *owner = account();
    m_place.environment = row > 0 ? m_environments->itemText(row) : QString();
    m_announced = m_place;
    syncNotes();
    Q_EMIT placeChanged();
    if (row > 0 && owner)
        Q_EMIT environmentChosen(owner->environments(m_place.project).at(row - 1));
}

void PlacePicker::syncNotes()
{
    const Account *owner = account();
    const LoadState state =
        owner ? owner->environmentsState(m_place.project) : LoadState::NotLoaded;
    m_failed->setText(state == LoadState::Failed
                          ? tr("The environments could not be read. %1 You can "
                               "choose the runner below all the same.")
                                .arg(owner->environmentsError(m_place.project).summary())
                          : QString());
    if (state == LoadState::Loading)
        m_help->setText(tr("Reading the environments…"));
    else
        m_help->setText(
            tr("Fills in its default runner. The pipeline itself belongs to the project."));
}

} // namespace Sluice
