// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/historytab.h"

#include "models/document/changesmodel.h"
#include "models/document/pipelinedocument.h"
#include "models/history/localstore.h"
#include "models/history/versionsmodel.h"
#include "ui/editor/changestable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

HistoryTab::HistoryTab(LocalStore *store, PipelineDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_document(document)
    , m_problem(new Banner(Banner::Kind::Information, this))
    , m_changes(new ChangesModel(this))
{
    setObjectName(u"historyTab"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    showProblem();
    if (!store) {
        layout->addStretch(1);
        return;
    }
    connect(store->database(), &HistoryDatabase::problemChanged, this, &HistoryTab::showProblem);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeVersions());
    parts->addWidget(makeComparison());
    layout->addWidget(parts, 1);
    connect(document, &PipelineDocument::changed, this, [this] {
        if (isVisible())
            compare(m_chosen);
    });
    m_versions->setPipeline(document->key());
    compare({});
}

void HistoryTab::showProblem()
{
    const StoreProblem problem = m_store ? m_store->database()->problem() : StoreProblem();
    m_problem->setText(tr("No versions are kept."), problem.text);
    m_problem->setVisible(!m_store || problem);
}

void HistoryTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_store)
        compare(m_chosen);
}

QWidget *HistoryTab::makeVersions()
{
    m_versions = new VersionsModel(m_store->versions(), this);
    m_table = new QTableView(this);
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setAccessibleName(tr("Versions"));
    m_table->setModel(m_versions);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, fontMetrics()));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryTab::choose);
    return m_table;
}

QWidget *HistoryTab::makeComparison()
{
    auto *page = new QWidget(this);
    m_title = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, page);
    m_title->setObjectName(u"versionTitle"_s);
    m_restore = new QPushButton(icon("undo-2"), tr("Restore this version"), page);
    m_restore->setObjectName(u"restoreVersion"_s);
    m_restore->setProperty("small", true);
    m_undo = new QPushButton(icon("history"), tr("Undo last save"), page);
    m_undo->setObjectName(u"undoLastSave"_s);
    m_undo->setProperty("small", true);
    m_undo->setToolTip(tr("Brings back what stood there before the last save from here, "
                          "as an edit to review"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    bar->setSpacing(Size::Gap);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_undo);
    bar->addWidget(m_restore);
    auto *table = new ChangesTable(m_changes, page);
    table->setObjectName(u"versionChanges"_s);
    table->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(table, 1);
    connect(m_restore, &QPushButton::clicked, this, &HistoryTab::restore);
    connect(m_undo, &QPushButton::clicked, this, &HistoryTab::undoLastSave);
    return page;
}

void HistoryTab::choose()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        compare({});
        return;
    }
    const qint64 id = current.data(VersionsModel::IdRole).toLongLong();
    m_store->versions()->definition(id, this, [this, id](const QJsonObject &definition) {
        if (m_table->currentIndex().data(VersionsModel::IdRole).toLongLong() == id)
            compare(definition);
    });
}

void HistoryTab::compare(const QJsonObject &version)
{
    m_chosen = version;
    m_changes->setChanges(version.isEmpty() ? QList<Change>()
                                            : semanticDiff(m_document->mine(), version));
    m_restore->setEnabled(!version.isEmpty() && version != m_document->mine());
    if (version.isEmpty())
        m_title->setText(tr("Choose a version to see what restoring it would change."));
    else if (m_changes->rowCount() == 0)
        m_title->setText(tr("This version says the same as what you have now."));
    else
        m_title->setText(tr("Restoring this version would change what you have now like this:"));
}

void HistoryTab::restore()
{
    if (!m_chosen.isEmpty() && m_document->setMine(m_chosen))
        Q_EMIT restored();
}

void HistoryTab::undoLastSave()
{
    m_store->versions()->lastSave(
        m_document->key(), this, [this](const std::optional<SavedChange> &change) {
            if (!change) {
                m_title->setText(tr("No save from here is known for this pipeline."));
                return;
            }
            if (m_document->setMine(change->beforeDefinition))
                Q_EMIT restored();
        });
}

} // namespace Sluice
