// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/placepicker.h"

#include "models/fleet/fleet.h"
#include "ui/form/helplabel.h"
#include "ui/form/noteline.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"

#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

enum ItemRole { AccountRole = Qt::UserRole, IdRole };

struct Item {
    QString text;
    QString account;
    QString id;
};

bool isItem(const QComboBox *combo, int row, const Item &item)
{
    return row < combo->count() && combo->itemData(row, AccountRole).toString() == item.account &&
           combo->itemData(row, IdRole).toString() == item.id;
}

// Changes only the entries that differ: a list that is open stays open.
void syncItems(QComboBox *combo, const QList<Item> &items)
{
    for (int row = combo->count() - 1; row >= 0; --row) {
        const bool stays = std::any_of(items.begin(), items.end(), [combo, row](const Item &item) {
            return isItem(combo, row, item);
        });
        if (!stays)
            combo->removeItem(row);
    }
    for (int row = 0; row < int(items.size()); ++row) {
        const Item &item = items.at(row);
        if (!isItem(combo, row, item)) {
            combo->insertItem(row, item.text);
            combo->setItemData(row, item.account, AccountRole);
            combo->setItemData(row, item.id, IdRole);
        } else if (combo->itemText(row) != item.text) {
            combo->setItemText(row, item.text);
        }
    }
    while (combo->count() > int(items.size())) // stood elsewhere before
        combo->removeItem(combo->count() - 1);
}

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
    const QList<Account *> accounts = m_fleet->accounts();
    QList<Item> items;
    for (const Account *owner : accounts) {
        for (const Project &project : owner->projects()) {
            const QString name = accounts.size() > 1
                                     ? tr("%1 in %2").arg(project.name, owner->profile().name)
                                     : project.name;
            items.append({name, owner->id(), project.id});
        }
    }
    syncItems(m_projects, items);
    m_projects->setPlaceholderText(tr("Choose a project"));
    const bool wasChosen = !m_place.project.isEmpty();
    const auto isChosen = [this](const Item &item) {
        return item.account == m_place.account && item.id == m_place.project;
    };
    auto current = int(std::find_if(items.begin(), items.end(), isChosen) - items.begin());
    // The only project there is needs no choice; instead of one that is gone it needs one.
    if (current == items.size())
        current = items.size() == 1 && !wasChosen && m_vanished.isEmpty() ? 0 : -1;
    m_projects->setCurrentIndex(current);
    if (current >= 0) {
        takeProject(current);
        m_chosenName = m_projects->itemText(current);
    } else if (wasChosen && isProjectGone()) {
        m_vanished = m_chosenName;
        m_place = {};
        Q_EMIT placeChanged();
    }
    fillEnvironments();
}

bool PlacePicker::isProjectGone() const
{
    const Account *owner = account();
    return !owner || owner->projectsState() == LoadState::Loaded;
}

void PlacePicker::takeProject(int row)
{
    const Place next{m_projects->itemData(row, AccountRole).toString(),
                     m_projects->itemData(row, IdRole).toString(),
                     {}};
    if (next.account != m_place.account || next.project != m_place.project) {
        m_place = next;
        Q_EMIT placeChanged();
    }
    // What failed is asked for again when the user chooses, not with each refresh.
    Account *owner = account();
    if (owner && owner->environmentsState(m_place.project) == LoadState::NotLoaded)
        owner->loadEnvironments(m_place.project);
}

void PlacePicker::chooseProject(int row)
{
    m_vanished.clear();
    m_chosenName = m_projects->itemText(row);
    takeProject(row);
    Account *owner = account();
    if (owner && owner->environmentsState(m_place.project) == LoadState::Failed)
        owner->loadEnvironments(m_place.project);
    fillEnvironments();
}

void PlacePicker::fillEnvironments()
{
    const Account *owner = account();
    const QList<Environment> environments =
        owner ? owner->environments(m_place.project) : QList<Environment>();
    QList<Item> items{{tr("None"), {}, {}}};
    int current = 0;
    for (const Environment &environment : environments) {
        items.append({environment.name, m_place.account, environment.name});
        if (environment.name == m_place.environment)
            current = int(items.size()) - 1;
    }
    syncItems(m_environments, items);
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
    if (!m_vanished.isEmpty()) {
        m_failed->setText(tr("The project %1 is no longer there. Choose another.").arg(m_vanished));
        return;
    }
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
