// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinefilter.h"

#include "models/fleet/pipelinemodel.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace Sluice {

namespace {

template <typename T>
int compareValues(const T &left, const T &right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

int compareTexts(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive);
}

// Each of the words occurs in one of the others, so that whatever has those has these.
bool areWithin(const QStringList &words, const QStringList &others)
{
    return std::all_of(words.cbegin(), words.cend(), [&others](const QString &word) {
        return std::any_of(others.cbegin(), others.cend(),
                           [&word](const QString &other) { return other.contains(word); });
    });
}

bool isNameBefore(const PipelineRow &left, const PipelineRow &right)
{
    if (const int order = left.sortName.compare(right.sortName))
        return order < 0;
    if (const int order = left.key.pipeline.compare(right.key.pipeline))
        return order < 0;
    return left.index < right.index;
}

} // namespace

PipelineFilter::PipelineFilter(QObject *parent)
    : QAbstractProxyModel(parent)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(0);
    connect(&m_countTimer, &QTimer::timeout, this, &PipelineFilter::compareCounts);
    m_orderTimer.setSingleShot(true);
    m_orderTimer.setInterval(1000);
    connect(&m_orderTimer, &QTimer::timeout, this, &PipelineFilter::bringUpToDate);
}

void PipelineFilter::setSourceModel(QAbstractItemModel *model)
{
    beginResetModel();
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = qobject_cast<PipelineModel *>(model);
    Q_ASSERT(m_model || !model);
    QAbstractProxyModel::setSourceModel(m_model);
    const int rows = m_model ? m_model->rowCount() : 0;
    m_facts.fill({}, rows);
    m_places.fill(-1, rows);
    m_rows.clear();
    readFacts(0, rows - 1);
    for (int row = 0; row < rows; ++row) {
        if (accepts(row))
            m_rows.append(row);
    }
    std::sort(m_rows.begin(), m_rows.end(),
              [this](int left, int right) { return isBefore(left, right); });
    renumber();
    if (m_model)
        watchSource(m_model);
    m_countTimer.start();
    endResetModel();
}

void PipelineFilter::readFacts(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_facts[row] = {m_model->row(row).badge(), Match::NotKnown, 0};
    m_isRanked = false;
}

void PipelineFilter::setText(const QString &text)
{
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    // Typing on only takes rows away, and deleting only brings rows back: the others stay known.
    const Match kept = areWithin(m_words, words)   ? Match::No
                       : areWithin(words, m_words) ? Match::Yes
                                                   : Match::NotKnown;
    m_words = words;
    for (Facts &facts : m_facts) {
        if (facts.match != kept)
            facts.match = Match::NotKnown;
    }
    rankNames();
    bringUpToDate();
    m_countTimer.start();
}

void PipelineFilter::setBadges(const QSet<Badge> &badges)
{
    if (badges == m_badges)
        return;
    m_badges = badges;
    bringUpToDate();
}

void PipelineFilter::setScope(const Scope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    filterAgain();
}

bool PipelineFilter::isFiltering() const
{
    return !m_words.isEmpty() || !m_badges.isEmpty();
}

void PipelineFilter::holdOrder(bool hold)
{
    if (m_held == hold)
        return;
    m_held = hold;
    m_orderTimer.stop();
    if (!hold)
        bringUpToDate();
}

QHash<Badge, int> PipelineFilter::counts() const
{
    QHash<Badge, int> counts;
    if (!m_model)
        return counts;
    std::array<int, static_cast<size_t>(Badge::NotChecked) + 1> sums = {};
    for (int row = 0; row < m_facts.size(); ++row) {
        if (isMatch(row))
            ++sums[static_cast<size_t>(m_facts.at(row).badge)];
    }
    for (size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] > 0)
            counts.insert(static_cast<Badge>(i), sums[i]);
    }
    return counts;
}

void PipelineFilter::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    sortRows();
}

bool PipelineFilter::accepts(int sourceRow) const
{
    return (m_badges.isEmpty() || m_badges.contains(m_facts.at(sourceRow).badge)) &&
           isMatch(sourceRow);
}

bool PipelineFilter::isBefore(int left, int right) const
{
    if (m_sortOrder == Qt::DescendingOrder)
        std::swap(left, right);
    const Facts &a = m_facts.at(left);
    const Facts &b = m_facts.at(right);
    const bool isByStatus = m_sortColumn == PipelineModel::StatusColumn;
    if (const int order = isByStatus ? compareValues(a.badge, b.badge)
                                     : compareColumn(m_model->row(left), m_model->row(right)))
        return order < 0;
    return m_isRanked ? a.nameRank < b.nameRank
                      : isNameBefore(m_model->row(left), m_model->row(right));
}

int PipelineFilter::compareColumn(const PipelineRow &left, const PipelineRow &right) const
{
    switch (m_sortColumn) {
    case PipelineModel::SourceColumn:
        if (const int order = compareTexts(left.sourceType, right.sourceType))
            return order;
        return compareTexts(left.sourceHost, right.sourceHost);
    case PipelineModel::TargetColumn:
        if (const int order = compareTexts(left.targetType, right.targetType))
            return order;
        return compareTexts(left.targetPlace, right.targetPlace);
    case PipelineModel::RunnerColumn: return compareTexts(left.runnerText(), right.runnerText());
    case PipelineModel::ProjectColumn: return compareTexts(left.projectName, right.projectName);
    case PipelineModel::TablesColumn: return compareValues(left.tableCount, right.tableCount);
    case PipelineModel::SinceColumn: return compareValues(left.since, right.since);
    case PipelineModel::CheckedColumn: return compareValues(left.checked, right.checked);
    default: return 0;
    }
}

void PipelineFilter::forgetMatches()
{
    for (Facts &facts : m_facts)
        facts.match = Match::NotKnown;
}

// Sorts all names once, so that the many comparisons of a filter or a status flush are of numbers.
void PipelineFilter::rankNames()
{
    if (m_isRanked)
        return;
    QList<int> rows(m_facts.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [this](int left, int right) {
        return isNameBefore(m_model->row(left), m_model->row(right));
    });
    for (int rank = 0; rank < rows.size(); ++rank)
        m_facts[rows[rank]].nameRank = rank;
    m_isRanked = true;
}

void PipelineFilter::filterAgain()
{
    rankNames();
    forgetMatches();
    bringUpToDate();
    m_countTimer.start();
}

void PipelineFilter::compareCounts()
{
    rankNames(); // the rows have settled
    QHash<Badge, int> now = counts();
    if (now == m_told)
        return;
    m_told = std::move(now);
    Q_EMIT countsChanged();
}

bool PipelineFilter::isMatch(int sourceRow) const
{
    Match &match = m_facts[sourceRow].match;
    if (match == Match::NotKnown) {
        const PipelineRow &row = m_model->row(sourceRow);
        const auto occurs = [&row](const QString &word) { return row.mentions(word); };
        const bool matches =
            isInScope(row) && std::all_of(m_words.constBegin(), m_words.constEnd(), occurs);
        match = matches ? Match::Yes : Match::No;
    }
    return match == Match::Yes;
}

bool PipelineFilter::isInScope(const PipelineRow &row) const
{
    const auto fits = [](const QString &wanted, const QString &value) {
        return wanted.isEmpty() || wanted == value;
    };
    return fits(m_scope.account, row.key.account) && fits(m_scope.project, row.key.project) &&
           fits(m_scope.pipeline, row.key.pipeline) &&
           (m_scope.agents.isEmpty() || m_scope.agents.contains(row.agentId)) &&
           !m_scope.notAgents.contains(row.agentId);
}

void PipelineFilter::setEdited(const QSet<PipelineKey> &pipelines)
{
    const QSet<PipelineKey> changed = (m_edited - pipelines) + (pipelines - m_edited);
    m_edited = pipelines;
    for (const PipelineKey &key : changed) {
        const int sourceRow = m_model ? m_model->rowOf(key) : -1;
        const QModelIndex name =
            sourceRow < 0 ? QModelIndex()
                          : mapFromSource(m_model->index(sourceRow, PipelineModel::NameColumn));
        if (name.isValid())
            Q_EMIT dataChanged(name, name, {EditedRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

QVariant PipelineFilter::data(const QModelIndex &index, int role) const
{
    const bool isSaid = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if ((!isSaid && role != RemarkedRole && role != EditedRole) ||
        index.column() != PipelineModel::NameColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid))
        return QAbstractProxyModel::data(index, role);
    const PipelineRow &row = m_model->row(m_rows.at(index.row()));
    const bool isEdited = m_edited.contains(row.key);
    if (role == EditedRole)
        return isEdited;
    const bool isRemarked = m_remarks.has && m_remarks.has(row.key);
    if (role == RemarkedRole)
        return isRemarked;
    if (!isEdited && !isRemarked)
        return QAbstractProxyModel::data(index, role);
    QStringList lines{row.name};
    if (isEdited)
        lines += tr("Edited, not saved");
    if (isRemarked)
        lines += m_remarks.text(row);
    return lines.join(u'\n');
}

} // namespace Sluice
