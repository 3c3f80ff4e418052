// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importdialog.h"

#include "models/exchange/files/importmodel.h"
#include "models/exchange/files/importrun.h"
#include "models/fleet/fleet.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/transfer/importreview.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize importSize{1000, 680};
constexpr int wideColumn = 200;

// The folder and the end of its name tell a file from others, so paths are cut in the middle.
class PlaceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

} // namespace

ImportDialog::ImportDialog(Fleet *fleet, const QList<ImportEntry> &entries,
                           const ProjectPlace &place, QWidget *parent)
    : Dialog(u"importDialog"_s, tr("Import pipelines"), importSize, parent)
    , m_fleet(fleet)
    , m_model(new ImportModel(this))
    , m_projects(new QComboBox(this))
    , m_table(new RowsView(m_model, tr("Definitions to import"), this))
    , m_review(new ImportReview(m_model, this))
    , m_busy(new BusyLine(this))
{
    m_model->setEntries(entries);
    m_table->setObjectName(u"importTable"_s);
    m_table->setItemDelegateForColumn(ImportModel::PlaceColumn, new PlaceDelegate(m_table));
    m_table->horizontalHeader()->setSectionResizeMode(ImportModel::ProblemsColumn,
                                                      QHeaderView::Stretch);
    m_table->setColumnWidth(ImportModel::NameColumn, wideColumn);
    m_table->setColumnWidth(ImportModel::PlaceColumn, wideColumn);
    m_table->setColumnWidth(ImportModel::ResultColumn, wideColumn);
    QSplitter *parts = makeParts(Qt::Vertical, {m_table, m_review});
    QVBoxLayout *layout = makeColumn();
    layout->addLayout(makeHead(place));
    layout->addWidget(parts, 1);
    layout->addWidget(m_busy);
    layout->addLayout(makeButtons());
    connect(m_projects, &QComboBox::currentIndexChanged, this, &ImportDialog::applyProject);
    connect(m_model, &ImportModel::chosenChanged, this, &ImportDialog::updateButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportDialog::review);
    connect(m_review, &ImportReview::lookRequested, this, &ImportDialog::look);
    applyProject();
    m_table->selectRow(0);
}

QLayout *ImportDialog::makeHead(const ProjectPlace &place)
{
    m_projects->setObjectName(u"importProject"_s);
    m_projects->setAccessibleName(tr("Project"));
    m_projects->setPlaceholderText(tr("Choose a project"));
    fillProjects(place);
    QBoxLayout *layout = makeLine();
    auto *label = new TextLabel(tr("Import into the project"), TextLabel::Role::Body,
                                TextLabel::Ink::Text, this);
    label->setBuddy(m_projects);
    layout->addWidget(label);
    layout->addWidget(m_projects);
    layout->addStretch(1);
    return layout;
}

void ImportDialog::fillProjects(const ProjectPlace &place)
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

QLayout *ImportDialog::makeButtons()
{
    m_close = addButton(tr("Close"), u"closeImport"_s);
    m_import = addButton({}, u"importChosen"_s);
    m_import->setProperty("primary", true);
    m_obstacle = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    m_obstacle->setObjectName(u"importObstacle"_s);
    QPushButton *report = addButton(tr("Copy &report"), u"copyReport"_s);
    report->setIcon(icon("copy"));
    report->setToolTip(tr("The table as text, with problems and results in full"));
    QBoxLayout *layout = makeLine();
    layout->addWidget(report);
    layout->addWidget(m_obstacle, 1, Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_close);
    layout->addWidget(m_import);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::start);
    connect(report, &QPushButton::clicked, this, &ImportDialog::copyReport);
    return layout;
}

bool ImportDialog::isRead() const
{
    const QStringList chosen = m_projects->currentData().toStringList();
    const Account *account = m_fleet->account(chosen.value(0));
    return account && account->pipelinesState(chosen.value(1)) == LoadState::Loaded;
}

void ImportDialog::applyProject()
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
    m_review->showRow(rows.isEmpty() ? -1 : rows.first().row());
}

// Once the list has been read, entries are matched with it. Later reads must not remove the ticks.
void ImportDialog::projectMoved()
{
    if (!m_isMatched)
        applyProject();
    updateButtons();
}

QString ImportDialog::obstacle() const
{
    const QStringList project = m_projects->currentData().toStringList();
    if (project.size() != 2)
        return tr("Choose a project first.");
    // A pipeline that is not known to be there would be created a second time.
    if (!m_isMatched)
        return tr("The project's pipelines have not been read yet.");
    // If it were sent again without a look, it could be there twice.
    if (m_run && m_run->unknownRow() >= 0)
        return tr("Look for %1 first.").arg(m_model->entry(m_run->unknownRow()).name());
    return m_model->chosenCount() == 0 ? tr("Tick what to import.") : QString();
}

void ImportDialog::updateButtons()
{
    const int count = m_model->chosenCount();
    const QString whyNot = obstacle();
    m_import->setText(tr("Import %Ln", nullptr, count));
    m_import->setEnabled(!m_isBusy && whyNot.isEmpty());
    m_obstacle->setText(m_isBusy ? QString() : whyNot);
    const bool isUnknown = m_run && m_run->unknownRow() >= 0;
    m_close->setText(m_isBusy && !isUnknown ? tr("Stop") : tr("Close"));
    m_projects->setEnabled(!m_isBusy && !isUnknown);
    m_review->setCanLook(!m_isBusy);
    m_busy->setBusy(m_isBusy);
}

void ImportDialog::start()
{
    const QStringList project = m_projects->currentData().toStringList();
    if (m_isBusy || project.size() != 2)
        return;
    delete m_run;
    m_run = new ImportRun(m_fleet, project.at(0), project.at(1), m_model->chosen(), this);
    connect(m_run, &ImportRun::rowDone, m_model, &ImportModel::setReport);
    connect(m_run, &ImportRun::finished, this, &ImportDialog::finish);
    m_isBusy = true;
    updateButtons();
    m_run->start();
}

void ImportDialog::look()
{
    if (m_isBusy || !m_run)
        return;
    m_isBusy = true;
    updateButtons();
    m_run->look();
}

void ImportDialog::finish()
{
    m_isBusy = false;
    updateButtons();
    if (m_run->unknownRow() >= 0)
        m_table->selectRow(m_run->unknownRow());
    review();
}

void ImportDialog::copyReport()
{
    copyToClipboard(m_model->report());
}

void ImportDialog::reject()
{
    if (m_isBusy && m_run->unknownRow() < 0)
        m_run->stop();
    else
        QDialog::reject();
}

} // namespace Sluice
