// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importdialog.h"

#include "models/exchange/files/importmodel.h"
#include "models/exchange/files/importremarks.h"
#include "models/exchange/files/importrun.h"
#include "models/fleet/fleet.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/transfer/importreview.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize importSize{1000, 680};

// The folder and the end of its name tell a file from others, so paths are cut in the middle. What
// is made and what is changed differ in their sign.
class ImportDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == ImportModel::PlaceColumn)
            option->textElideMode = Qt::ElideMiddle;
        if (index.column() != ImportModel::ActionColumn)
            return;
        const auto action = ImportAction(index.data(ImportModel::ActionRole).toInt());
        const char *const sign = action == ImportAction::Create   ? "plus"
                                 : action == ImportAction::Update ? "pencil"
                                                                  : nullptr;
        if (!sign)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(sign);
        option->decorationSize = {Size::SmallIcon, Size::SmallIcon};
    }
};

} // namespace

ImportDialog::ImportDialog(Fleet *fleet, const ImportReading &reading, const ProjectPlace &place,
                           QWidget *parent)
    : Dialog(u"importDialog"_s, tr("Import pipelines"), importSize, parent)
    , m_fleet(fleet)
    , m_model(new ImportModel(this))
    , m_remarks(new ImportRemarks(fleet, m_model, this))
    , m_projects(new QComboBox(this))
    , m_folder(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_notes(new NoteLine(Family::Warning, this))
    , m_table(makeTable())
    , m_columns(new ColumnFit(m_table, ImportModel::ProblemsColumn))
    , m_review(new ImportReview(m_model, this))
    , m_busy(new BusyLine(this))
{
    QSplitter *parts = makeParts(Qt::Vertical, {m_table, m_review});
    QVBoxLayout *layout = makeColumn();
    layout->addLayout(makeHead(place));
    layout->addWidget(m_folder);
    layout->addWidget(m_notes);
    layout->addWidget(parts, 1);
    layout->addWidget(m_busy);
    layout->addLayout(makeButtons());
    connect(m_projects, &QComboBox::currentIndexChanged, this, &ImportDialog::applyProject);
    connect(m_model, &ImportModel::chosenChanged, this, &ImportDialog::updateButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportDialog::review);
    connect(m_remarks, &ImportRemarks::finished, m_columns, &ColumnFit::fit);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &cell) {
        if (cell.column() == ImportModel::ProblemsColumn && // a remark
            m_table->selectionModel()->isRowSelected(cell.row()))
            review();
    });
    connect(m_review, &ImportReview::lookRequested, this, &ImportDialog::look);
    connect(m_notes, &NoteLine::actionTriggered, this, &ImportDialog::subfoldersRequested);
    setReading(reading);
}

QTableView *ImportDialog::makeTable()
{
    auto *table = new RowsView(m_model, tr("Definitions to import"), this);
    table->setObjectName(u"importTable"_s);
    table->setItemDelegate(new ImportDelegate(table));
    table->setColumnHidden(ImportModel::ResultColumn, true); // there is none yet
    return table;
}

void ImportDialog::setReading(const ImportReading &reading)
{
    if (!m_notes->isEnabled())
        return; // an import has begun meanwhile, and its results belong to the rows that are shown
    m_model->setEntries(reading.entries);
    showOrigin(reading);
    applyProject();
    m_table->selectRow(0);
}

void ImportDialog::showOrigin(const ImportReading &reading)
{
    QString folder = m_model->folder();
    if (folder.size() > 1)
        folder.chop(1);
    m_folder->setText(tr("Files in %1").arg(QDir::toNativeSeparators(folder)));
    m_folder->setVisible(!folder.isEmpty());
    QStringList notes = reading.notes;
    if (!reading.folders.isEmpty())
        notes += reading.foldersText();
    m_notes->setText(notes.join(u' '));
    m_notes->setAction(reading.folders.isEmpty() ? QString() : tr("Read folders within, too"),
                       m_projects);
}

QLayout *ImportDialog::makeHead(const ProjectPlace &place)
{
    m_projects->setObjectName(u"importProject"_s);
    m_projects->setAccessibleName(tr("Project"));
    m_projects->setPlaceholderText(tr("Choose a project"));
    m_folder->setObjectName(u"importFolder"_s);
    m_folder->setElideMode(Qt::ElideMiddle);
    m_notes->setObjectName(u"importNotes"_s);
    fillProjects(place);
    QBoxLayout *layout = makeLine();
    auto *label = new TextLabel(tr("Import into the &project"), TextLabel::Role::Body,
                                TextLabel::Ink::Text, this);
    label->setBuddy(m_projects);
    layout->addWidget(label);
    layout->addWidget(m_projects);
    layout->addStretch(1);
    return layout;
}

void ImportDialog::fillProjects(const ProjectPlace &place)
{
    QList<std::pair<QString, QStringList>> places;
    const QList<Account *> accounts = m_fleet->accounts();
    for (const Account *account : accounts) {
        connect(account, &Account::pipelinesStateChanged, this, &ImportDialog::projectMoved);
        for (const Project &project : account->projects())
            places.append({accounts.size() > 1
                               ? tr("%1 in %2").arg(project.name, account->profile().name)
                               : project.name,
                           {account->id(), project.id}});
    }
    std::sort(places.begin(), places.end(),
              [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto &[name, ids] : std::as_const(places))
        m_projects->addItem(name, ids);
    const auto begin = m_projects->findData(QStringList{place.account, place.project});
    m_projects->setCurrentIndex(m_projects->count() == 1 ? 0 : begin);
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
    m_summary = new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this);
    m_summary->setObjectName(u"importSummary"_s);
    layout->addWidget(report);
    layout->addWidget(m_summary);
    layout->addWidget(m_obstacle, 1, Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_close);
    layout->addWidget(m_import);
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::start);
    connect(report, &QPushButton::clicked, this,
            [this, report] { copyToClipboard(m_model->report(), report); });
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
    m_columns->fit(); // the actions read differently now
    m_remarks->begin(m_isMatched ? chosen.at(0) : QString());
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
    if (m_model->chosenCount() > 0)
        return {};
    return m_model->summary().isEmpty() ? tr("Tick what to import.")
                                        : tr("Nothing else is ticked.");
}

void ImportDialog::updateButtons()
{
    const QString whyNot = obstacle();
    m_import->setText(verb());
    m_import->setEnabled(!m_isBusy && whyNot.isEmpty());
    m_import->setToolTip(m_isBusy ? tr("The import is under way.") : whyNot);
    m_obstacle->setText(m_isBusy ? QString() : whyNot);
    const bool isUnknown = m_run && m_run->unknownRow() >= 0;
    m_close->setText(m_isBusy && !isUnknown ? tr("&Stop") : tr("Close"));
    m_projects->setEnabled(!m_isBusy && !isUnknown);
    m_review->setCanLook(!m_isBusy);
    m_notes->setEnabled(m_projects->isEnabled());
    m_busy->setBusy(m_isBusy);
}

// Replacing a pipeline is not the same as making one.
QString ImportDialog::verb() const
{
    const int created = m_model->chosenCount(ImportAction::Create);
    const int updated = m_model->chosenCount(ImportAction::Update);
    if (created == 0 && updated == 0)
        return tr("&Import");
    if (updated == 0)
        return tr("&Create %L1").arg(created);
    if (created == 0)
        return tr("&Update %L1").arg(updated);
    return tr("&Create %L1, update %L2").arg(created).arg(updated);
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
    m_summary->clear();
    m_table->setColumnHidden(ImportModel::ResultColumn, false);
    m_columns->fit();
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
    m_summary->setText(tr("%1: %2").arg(m_projects->currentText(), m_model->summary()));
    m_columns->fit();
    updateButtons();
    if (m_run->unknownRow() >= 0)
        m_table->selectRow(m_run->unknownRow());
    review();
}

void ImportDialog::reject()
{
    if (m_isBusy && m_run->unknownRow() < 0)
        m_run->stop();
    else
        QDialog::reject();
}

} // namespace Sluice
