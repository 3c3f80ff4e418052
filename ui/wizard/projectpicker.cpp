// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/projectpicker.h"

#include "models/fleet/fleet.h"
#include "ui/theme/fonts.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The order of the navigation tree.
bool isBefore(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) < 0;
}

} // namespace

ProjectPicker::ProjectPicker(Fleet *fleet, const ProjectPlace &place, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_place(place)
    , m_projects(new PickerRow(tr("Pro&ject *"), u"project"_s, this))
    , m_environments(new PickerRow(tr("En&vironment"), u"environment"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_projects);
    layout->addWidget(m_environments);
    m_projects->list()->setPlaceholderText(tr("Choose a project"));
    connect(m_projects->list(), &QComboBox::activated, this, &ProjectPicker::chooseProject);
    connect(m_projects, &PickerRow::left, this, &ProjectPicker::check);
    connect(m_environments->list(), &QComboBox::activated, this, &ProjectPicker::chooseEnvironment);
}

void ProjectPicker::start()
{
    connect(m_fleet, &Fleet::accountAdded, this, &ProjectPicker::watch);
    const QList<Account *> accounts = m_fleet->accounts();
    for (Account *account : accounts)
        watch(account);
    fillProjects();
}

void ProjectPicker::watch(Account *account)
{
    connect(account, &Account::projectsChanged, this, &ProjectPicker::fillProjects);
    connect(account, &Account::environmentsChanged, this, [this, account](const QString &project) {
        if (account->id() == m_place.account && project == m_place.project)
            fillEnvironments();
    });
}

Account *ProjectPicker::account() const
{
    return m_fleet->account(m_place.account);
}

QString ProjectPicker::projectName() const
{
    const Account *owner = account();
    const Project *project = owner ? owner->project(m_place.project) : nullptr;
    return project ? project->name : QString();
}

QList<PickerRow::Item> ProjectPicker::projectItems() const
{
    QList<Account *> accounts = m_fleet->accounts();
    std::stable_sort(accounts.begin(), accounts.end(),
                     [](const Account *left, const Account *right) {
                         return isBefore(left->profile().name, right->profile().name);
                     });
    QList<PickerRow::Item> items;
    for (const Account *owner : std::as_const(accounts)) {
        QList<Project> projects = owner->projects();
        std::stable_sort(projects.begin(), projects.end(),
                         [](const Project &left, const Project &right) {
                             return isBefore(left.name, right.name);
                         });
        for (const Project &project : std::as_const(projects)) {
            const QString name = accounts.size() > 1
                                     ? tr("%1 in %2").arg(project.name, owner->profile().name)
                                     : project.name;
            items.append({name, owner->id(), project.id});
        }
    }
    return items;
}

int ProjectPicker::onlyProject(const QList<PickerRow::Item> &items) const
{
    const auto isMeant = [this](const PickerRow::Item &item) {
        return m_place.account.isEmpty() || item.account == m_place.account;
    };
    const auto first = std::find_if(items.begin(), items.end(), isMeant);
    const bool isOne = first != items.end() && std::none_of(first + 1, items.end(), isMeant);
    return isOne ? int(first - items.begin()) : -1;
}

void ProjectPicker::fillProjects()
{
    const QList<PickerRow::Item> items = projectItems();
    m_projects->setItems(items);
    const bool wasChosen = !m_place.project.isEmpty();
    const auto isChosen = [this](const PickerRow::Item &item) {
        return item.account == m_place.account && item.id == m_place.project;
    };
    auto current = int(std::find_if(items.begin(), items.end(), isChosen) - items.begin());
    // The account's only project needs no choice. But when the chosen one is gone, the user
    // chooses.
    if (current == items.size())
        current = wasChosen || !m_vanished.isEmpty() ? -1 : onlyProject(items);
    m_projects->list()->setCurrentIndex(current);
    if (current >= 0) {
        applyProject(current);
        m_chosenName = items.at(current).text;
    } else if (wasChosen && isProjectGone()) {
        m_vanished = m_chosenName;
        m_place = {};
        Q_EMIT placeChanged();
    }
    fillEnvironments();
}

bool ProjectPicker::isProjectGone() const
{
    const Account *owner = account();
    return !owner || owner->projectsState() == LoadState::Loaded;
}

void ProjectPicker::applyProject(int row)
{
    const PickerRow::Item chosen = m_projects->item(row);
    const ProjectPlace next{chosen.account, chosen.id, {}};
    if (next.account != m_place.account || next.project != m_place.project) {
        m_place = next;
        Q_EMIT placeChanged();
    }
    // A failed list is read again when the user chooses, and not with each refresh.
    Account *owner = account();
    if (owner && owner->environmentsState(m_place.project) == LoadState::NotLoaded)
        owner->loadEnvironments(m_place.project);
}

void ProjectPicker::chooseProject(int row)
{
    m_vanished.clear();
    m_chosenName = m_projects->item(row).text;
    applyProject(row);
    Account *owner = account();
    if (owner && owner->environmentsState(m_place.project) == LoadState::Failed)
        owner->loadEnvironments(m_place.project);
    fillEnvironments();
}

void ProjectPicker::fillEnvironments()
{
    const Account *owner = account();
    const QList<Environment> environments =
        owner ? owner->environments(m_place.project) : QList<Environment>();
    QList<PickerRow::Item> items{{tr("None"), {}, {}}};
    for (const Environment &environment : environments)
        items.append({environment.name, m_place.account, environment.name});
    m_environments->setItems(items);

    // The only environment needs no choice, unless the user chose none.
    const bool isNew =
        m_announced.account != m_place.account || m_announced.project != m_place.project;
    const bool isRead = owner && owner->environmentsState(m_place.project) == LoadState::Loaded;
    if (isNew && isRead && m_place.environment.isEmpty() && environments.size() == 1)
        m_place.environment = environments.first().name;
    const auto chosen = std::find_if(
        environments.begin(), environments.end(),
        [this](const Environment &environment) { return environment.name == m_place.environment; });
    const bool isThere = chosen != environments.end();
    m_environments->list()->setCurrentIndex(isThere ? int(chosen - environments.begin()) + 1 : 0);
    syncError();
    syncNotes();
    if (isThere && m_announced != m_place)
        announce(*chosen, false);
}

void ProjectPicker::announce(const Environment &environment, bool byUser)
{
    m_announced = m_place;
    Q_EMIT placeChanged();
    Q_EMIT environmentChosen(environment, byUser);
}

void ProjectPicker::chooseEnvironment(int row)
{
    const Account *owner = account();
    m_place.environment = m_environments->item(row).id;
    const QList<Environment> environments =
        owner ? owner->environments(m_place.project) : QList<Environment>();
    if (row > 0 && row <= environments.size()) {
        announce(environments.at(row - 1), true);
    } else {
        m_announced = m_place;
        Q_EMIT placeChanged();
    }
}

void ProjectPicker::check()
{
    m_checked = true;
    syncError();
}

bool ProjectPicker::hasError() const
{
    return !m_projects->error().isEmpty();
}

void ProjectPicker::focusProject()
{
    m_projects->list()->setFocus(Qt::TabFocusReason);
}

void ProjectPicker::syncError()
{
    QString error;
    if (!m_vanished.isEmpty())
        error = tr("The project %1 is no longer there. Choose another.").arg(m_vanished);
    else if (m_checked && !isProjectChosen())
        error = tr("Choose a project.");
    if (error == m_projects->error())
        return;
    m_projects->setError(error);
    Q_EMIT errorChanged();
}

void ProjectPicker::syncNotes()
{
    const Account *owner = account();
    const LoadState state =
        owner ? owner->environmentsState(m_place.project) : LoadState::NotLoaded;
    m_environments->setAdvice(state == LoadState::Failed
                                  ? tr("The environments could not be read. %1 You can "
                                       "choose the runner below all the same.")
                                        .arg(owner->environmentsError(m_place.project).summary())
                                  : QString());
    m_environments->setHelp(
        state == LoadState::Loading
            ? tr("Reading the environments…")
            : tr("Fills in its default runner. The pipeline itself belongs to the project."));
}

} // namespace Sluice
