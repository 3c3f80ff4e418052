// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/historytab.h"

#include "models/definition/secret/secretscrubber.h"
#include "models/document/changesmodel.h"
#include "models/document/merge.h"
#include "models/document/pipelinedocument.h"
#include "models/store/localstore.h"
#include "models/store/versions/versionsmodel.h"
#include "ui/editor/comparison.h"
#include "ui/shared/changestable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

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
    connect(store->database(), &StoreDatabase::problemChanged, this, &HistoryTab::showProblem);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeVersions());
    parts->addWidget(makeComparison());
    layout->addWidget(parts, 1);
    connect(document, &PipelineDocument::changed, this, [this] {
        if (isVisible())
            compare();
    });
    connect(m_versions, &VersionsModel::loaded, this, [this] {
        showUnread({});
        m_undo->setEnabled(m_versions->hasSave());
        chooseWanted();
    });
    connect(m_versions, &VersionsModel::failed, this, &HistoryTab::showUnread);
    m_versions->setPipeline(document->key());
    compare();
}

void HistoryTab::showVersion(qint64 id)
{
    m_wanted = id;
    if (m_store)
        chooseWanted();
}

void HistoryTab::chooseWanted()
{
    for (int row = 0; m_wanted > 0 && row < m_versions->rowCount(); ++row) {
        if (m_versions->record(row).id != m_wanted)
            continue;
        m_wanted = 0;
        m_table->selectRow(row);
        m_table->scrollTo(m_versions->index(row, 0));
    }
}

void HistoryTab::showUnread(const StoreProblem &problem)
{
    m_unread = problem;
    showProblem();
}

void HistoryTab::showProblem()
{
    const StoreProblem problem = m_store ? m_store->database()->problem() : StoreProblem();
    if (m_unread)
        m_problem->setText(tr("The versions of this pipeline could not be read."), m_unread.text);
    else
        m_problem->setText(tr("No versions are kept."), problem.text);
    m_problem->setVisible(!m_store || problem || m_unread);
}

void HistoryTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_store)
        compare();
}

// Measures samples only, as there may be many versions.
int HistoryTab::widthOf(int column) const
{
    const QLocale locale;
    QStringList texts{m_versions->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()};
    switch (column) {
    case VersionsModel::SeenColumn:
        texts += locale.toString(QDateTime({2026, 12, 28}, {22, 58, 58}), QLocale::ShortFormat);
        break;
    case VersionsModel::OriginColumn:
        for (int origin = 0; origin <= int(Version::Origin::Restored); ++origin)
            texts += VersionsModel::originText(Version::Origin(origin));
        break;
    case VersionsModel::SizeColumn:
        texts += locale.formattedDataSize(999, 1, QLocale::DataSizeSIFormat);
        break;
    default: break;
    }
    int width = 0;
    for (const QString &text : std::as_const(texts))
        width = qMax(width, fontMetrics().horizontalAdvance(text));
    return width + 2 * Size::PageMargin;
}

QWidget *HistoryTab::makeVersions()
{
    m_versions = new VersionsModel(m_store->versions(), this);
    m_table = new RowsView(m_versions, tr("Versions"), this);
    m_table->setObjectName(u"versionsTable"_s);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < VersionsModel::ColumnCount; ++column)
        header->resizeSection(column, widthOf(column));
    header->setSectionResizeMode(VersionsModel::NameColumn, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryTab::choose);
    return m_table;
}

void HistoryTab::setRunnerNames(const QHash<QString, QString> &names)
{
    m_changes->setRunnerNames(names);
}

QWidget *HistoryTab::makeComparison()
{
    auto *page = new QWidget(this);
    m_comparison = new Comparison(m_changes, page);
    m_title = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, page);
    m_title->setObjectName(u"versionTitle"_s);
    m_title->setWordWrap(true);
    m_restore = new QPushButton(icon("undo-2"), tr("&Restore this version"), page);
    m_restore->setObjectName(u"restoreVersion"_s);
    m_restore->setProperty("small", true);
    m_undo = new QPushButton(icon("history"), tr("&Undo last save"), page);
    m_undo->setObjectName(u"undoLastSave"_s);
    m_undo->setProperty("small", true);
    m_undo->setEnabled(false); // until a save is known
    m_undo->setToolTip(tr("Brings back what stood there before the last save from here, "
                          "as an edit to review"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    bar->setSpacing(Size::Gap);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_comparison->sidesButton());
    bar->addWidget(m_undo);
    bar->addWidget(m_restore);
    m_comparison->table()->setObjectName(u"versionChanges"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_comparison, 1);
    connect(m_restore, &QPushButton::clicked, this, &HistoryTab::restore);
    connect(m_undo, &QPushButton::clicked, this, &HistoryTab::undoLastSave);
    return page;
}

void HistoryTab::choose()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const auto idOf = [](const QModelIndex &row) {
        return row.data(VersionsModel::IdRole).toLongLong();
    };
    std::sort(rows.begin(), rows.end(), [&idOf](const QModelIndex &a, const QModelIndex &b) {
        return idOf(a) < idOf(b); // ids grow with time
    });
    m_ids.clear();
    m_leftOut.clear();
    for (const QModelIndex &row : std::as_const(rows)) {
        m_ids.append(idOf(row));
        m_leftOut.append(row.data(VersionsModel::VersionRole).value<Version>().leftOut);
    }
    m_definitions = QList<QJsonObject>(m_ids.size());
    compare();
    if (m_ids.size() > 2)
        return;
    for (qsizetype place = 0; place < m_ids.size(); ++place) {
        m_store->versions()->definition(
            m_ids.at(place), this,
            [this, ids = m_ids, place](const StoreResult<QJsonObject> &definition) {
                onDefinition(ids, place, definition);
            });
    }
}

void HistoryTab::onDefinition(const QList<qint64> &ids, qsizetype place,
                              const StoreResult<QJsonObject> &definition)
{
    if (ids != m_ids) // the user chose others meanwhile
        return;
    if (definition)
        m_definitions[place] = *definition;
    compare();
    if (!definition)
        m_title->setText(tr("This version could not be read. %1").arg(definition.error().text));
}

// A kept version has no secrets. Where one was left out, the pipeline's text stays.
QJsonObject HistoryTab::restorable() const
{
    return m_definitions.size() == 1 && !m_definitions.constFirst().isEmpty()
               ? SecretScrubber::refilled(m_definitions.constFirst(), m_document->mine())
               : QJsonObject();
}

// Says what the chosen versions lack, and what happens to it.
QString HistoryTab::leftOutText() const
{
    if (m_leftOut.size() == 2) {
        const QString older = LeftOutBanner::offerText(m_leftOut.constFirst());
        const QString newer = LeftOutBanner::offerText(m_leftOut.constLast());
        return older == newer
                   ? older
                   : (older.isEmpty() ? QString() : tr("Older version: %1").arg(older)) +
                         (older.isEmpty() || newer.isEmpty() ? QString() : u" "_s) +
                         (newer.isEmpty() ? QString() : tr("Newer version: %1").arg(newer));
    }
    if (m_leftOut.size() != 1 || m_leftOut.constFirst().isEmpty())
        return {};
    const QList<DefinitionPath> &places = m_leftOut.constFirst();
    const QJsonObject version = restorable();
    const bool isLacking =
        std::any_of(places.cbegin(), places.cend(), [&version](const DefinitionPath &place) {
            return SecretScrubber::lacks(version, place);
        });
    return LeftOutBanner::offerText(places) + u' ' +
           (isLacking ? tr("What you do not have there now has to be entered again.")
                      : tr("What you have there now stays."));
}

void HistoryTab::compare()
{
    const bool isRead = std::none_of(m_definitions.cbegin(), m_definitions.cend(),
                                     [](const QJsonObject &each) { return each.isEmpty(); });
    const bool areTwo = m_ids.size() == 2 && isRead;
    const QJsonObject version = areTwo ? m_definitions.constLast() : restorable();
    const QJsonObject from = areTwo ? m_definitions.constFirst() : m_document->mine();
    m_comparison->table()->setCompares(!version.isEmpty());
    m_changes->setChanges(version.isEmpty() ? QList<Change>() : semanticDiff(from, version));
    m_restore->setEnabled(!areTwo && !version.isEmpty() && version != from);
    m_comparison->setSides(areTwo ? tr("Older version") : tr("What you have now"),
                           version.isEmpty() ? QJsonObject() : from,
                           areTwo ? tr("Newer version") : tr("Version"), version);
    const bool isSame = m_changes->rowCount() == 0;
    if (m_ids.size() > 2)
        m_title->setText(tr("Choose one version, or two to compare them with each other."));
    else if (version.isEmpty())
        m_title->setText(tr("Choose a version to see what restoring it would change."));
    else if (areTwo)
        m_title->setText(isSame ? tr("Both versions say the same.")
                                : tr("From the older to the newer version:"));
    else
        m_title->setText(
            isSame ? tr("This version says the same as what you have now.")
                   : tr("Restoring this version would change what you have now like this:"));
    if (const QString leftOut = leftOutText(); !leftOut.isEmpty() && !version.isEmpty())
        m_title->setText(m_title->text() + u' ' + leftOut);
}

void HistoryTab::restore()
{
    const QJsonObject version = restorable();
    if (!version.isEmpty() && m_document->setMine(version))
        Q_EMIT restored();
}

void HistoryTab::undoLastSave()
{
    m_store->versions()->lastSave(
        m_document->key(), this, [this](const StoreResult<std::optional<SavedChange>> &change) {
            if (!change)
                m_title->setText(
                    tr("The last save could not be read, so nothing was taken back. %1")
                        .arg(change.error().text));
            else if (*change)
                undo(**change);
            else
                m_title->setText(tr("No save from here is known for this pipeline."));
        });
}

// Later changes, from here or by others, stay as far as they do not overlap with that save.
void HistoryTab::undo(const SavedChange &change)
{
    const QJsonObject now = SecretScrubber::definition(m_document->mine());
    Merge merge(change.afterDefinition, change.beforeDefinition, now);
    for (int item = 0; item < int(merge.items().size()); ++item) {
        if (merge.items().at(item).isOpen())
            merge.choose(item, MergeItem::Choice::Theirs);
    }
    if (m_document->setMine(SecretScrubber::refilled(merge.result(), m_document->mine())))
        Q_EMIT restored();
}

} // namespace Sluice
