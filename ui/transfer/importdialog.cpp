// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importdialog.h"

#include "models/document/changesmodel.h"
#include "models/exchange/importmodel.h"
#include "models/fleet/fleet.h"
#include "models/pipeline/jsontext.h"
#include "ui/editor/changestable.h"
#include "ui/theme/fonts.h"
#include "ui/transfer/importrun.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize firstSize{1000, 680};
constexpr int wideColumn = 200;

enum ReviewPage { ChangesPage, DefinitionPage, ProblemsPage };

} // namespace

ImportDialog::ImportDialog(Fleet *fleet, const QList<ImportEntry> &entries, const Place &place,
                           QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_model(new ImportModel(this))
    , m_changes(new ChangesModel(this))
    , m_projects(new QComboBox(this))
    , m_table(new RowsView(m_model, tr("Definitions to import"), this))
    , m_busy(new BusyLine(this))
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import pipelines"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(firstSize);
    m_model->setEntries(entries);
    m_table->setObjectName(u"importTable"_s);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(ImportModel::ProblemsColumn,
                                                      QHeaderView::Stretch);
    m_table->setColumnWidth(ImportModel::NameColumn, wideColumn);
    m_table->setColumnWidth(ImportModel::PlaceColumn, wideColumn);
    m_table->setColumnWidth(ImportModel::ResultColumn, wideColumn);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(makeReview());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::PageMargin, Size::PageMargin, Size::PageMargin,
                               Size::PageMargin);
    layout->setSpacing(Size::Gap);
    layout->addLayout(makeHead(place));
    layout->addWidget(parts, 1);
    layout->addWidget(m_busy);
    layout->addLayout(makeButtons());
    connect(m_projects, &QComboBox::currentIndexChanged, this, &ImportDialog::takeProject);
    connect(m_model, &ImportModel::chosenChanged, this, &ImportDialog::updateButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportDialog::review);
    takeProject();
    m_table->selectRow(0);
}

QLayout *ImportDialog::makeHead(const Place &place)
{
    m_projects->setObjectName(u"importProject"_s);
    m_projects->setAccessibleName(tr("Project"));
    m_projects->setPlaceholderText(tr("Choose a project"));
    fillProjects(place);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Size::Gap);
    auto *label = new TextLabel(tr("Import into the project"), TextLabel::Role::Body,
                                TextLabel::Ink::Text, this);
    label->setBuddy(m_projects);
    layout->addWidget(label);
    layout->addWidget(m_projects);
    layout->addStretch(1);
    return layout;
}

void ImportDialog::fillProjects(const Place &place)
{
    int current = -1;
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts) {
        connect(account, &Account::pipelinesStateChanged, this, &ImportDialog::projectMoved);
        for (const Project &project : account->projects()) {
            if (account->id() == place.account && project.id == place.project)
                current = m_projects->count();
            m_projects->addItem(accounts.size() > 1
                                    ? tr("%1 in %2").arg(project.name, account->profile().name)
                                    : project.name,
                                QStringList{account->id(), project.id});
        }
    }
    m_projects->setCurrentIndex(m_projects->count() == 1 ? 0 : current);
}

QWidget *ImportDialog::makeReview()
{
    auto *page = new QWidget(this);
    m_title = new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, page);
    m_title->setObjectName(u"importReviewTitle"_s);
    m_review = new QStackedWidget(page);
    m_json = new JsonView(m_review);
    m_problems = new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, m_review);
    m_problems->setObjectName(u"importProblems"_s);
    m_problems->setWordWrap(true);
    m_problems->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_review->addWidget(new ChangesTable(m_changes, m_review));
    m_review->addWidget(m_json);
    m_review->addWidget(m_problems);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_title);
    layout->addWidget(m_review, 1);
    return page;
}

QLayout *ImportDialog::makeButtons()
{
    m_close = new QPushButton(tr("Close"), this);
    m_close->setObjectName(u"closeImport"_s);
    m_close->setAutoDefault(false);
    m_import = new QPushButton(this);
    m_import->setObjectName(u"importChosen"_s);
    m_import->setProperty("primary", true);
    m_import->setAutoDefault(false);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Size::Gap);
    layout->addStretch(1);
    layout->addWidget(m_close);
    layout->addWidget(m_import);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::start);
    return layout;
}

bool ImportDialog::isRead() const
{
    const QStringList chosen = m_projects->currentData().toStringList();
    const Account *account = m_fleet->account(chosen.value(0));
    return account && account->pipelinesState(chosen.value(1)) == LoadState::Loaded;
}

void ImportDialog::takeProject()
{
    const QStringList chosen = m_projects->currentData().toStringList();
    QList<QJsonObject> definitions;
    if (chosen.size() == 2) {
        const QList<PipelineKey> keys = m_fleet->pipelines()->keys(chosen.at(0));
        for (const PipelineKey &key : keys) {
            if (key.project == chosen.at(1))
                definitions += m_fleet->pipelines()->definition(key);
        }
    }
    m_isMatched = isRead();
    m_model->setProject(definitions);
    review();
}

void ImportDialog::review()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_changes->setChanges({});
    m_review->setVisible(!rows.isEmpty());
    if (rows.isEmpty()) {
        m_title->setText(tr("Select a row to see what importing it would do."));
        return;
    }
    const ImportEntry &entry = m_model->entry(rows.first().row());
    const ImportMatch &match = m_model->match(rows.first().row());
    switch (match.action) {
    case ImportAction::Update:
        m_title->setText(tr("%1 would change like this:").arg(entry.name()));
        m_changes->setChanges(match.changes);
        m_review->setCurrentIndex(ChangesPage);
        return;
    case ImportAction::NoChange:
        m_title->setText(tr("The project's %1 says the same.").arg(entry.name()));
        m_review->setCurrentIndex(ChangesPage);
        return;
    case ImportAction::Create:
        m_title->setText(tr("%1 would be created like this:").arg(entry.name()));
        m_json->setJson(jsonText(*entry.definition));
        m_review->setCurrentIndex(DefinitionPage);
        return;
    case ImportAction::Unusable:
    case ImportAction::Ambiguous: break;
    }
    m_title->setText(tr("%1 cannot be imported.").arg(entry.place()));
    m_problems->setText(rows.first().data(ImportModel::ProblemsRole).toStringList().join(u'\n'));
    m_review->setCurrentIndex(ProblemsPage);
}

// Once it has been read there is something to match with; later reads must not take the ticks away.
void ImportDialog::projectMoved()
{
    if (!m_isMatched)
        takeProject();
    updateButtons();
}

QString ImportDialog::obstacle() const
{
    const QStringList project = m_projects->currentData().toStringList();
    if (project.size() != 2)
        return tr("Choose a project first.");
    // What is not known to be there would be created a second time.
    if (!m_isMatched)
        return tr("The project's pipelines have not been read yet.");
    return m_model->chosenCount() == 0 ? tr("Tick what to import.") : QString();
}

void ImportDialog::updateButtons()
{
    const int count = m_model->chosenCount();
    const QString whyNot = obstacle();
    m_import->setText(count == 1 ? tr("Import 1") : tr("Import %L1").arg(count));
    m_import->setEnabled(!m_run && whyNot.isEmpty());
    m_import->setToolTip(whyNot);
    m_close->setText(m_run ? tr("Stop") : tr("Close"));
    m_projects->setEnabled(!m_run);
    m_busy->setBusy(m_run != nullptr);
}

void ImportDialog::start()
{
    const QStringList project = m_projects->currentData().toStringList();
    if (m_run || project.size() != 2)
        return;
    m_run = new ImportRun(m_fleet, project.at(0), project.at(1), m_model->chosen(), this);
    connect(m_run, &ImportRun::rowDone, m_model, &ImportModel::setResult);
    connect(m_run, &ImportRun::finished, this, &ImportDialog::finish);
    updateButtons();
    m_run->start();
}

void ImportDialog::finish()
{
    m_run->deleteLater();
    m_run = nullptr;
    updateButtons();
}

void ImportDialog::reject()
{
    if (m_run)
        m_run->stop();
    else
        QDialog::reject();
}

} // namespace Sluice
