// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinematch.h"

#include "models/fleet/table/pipelinemodel.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace Sluice {

namespace {

template <typename T>
int compareValues(const T &left, const T &right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

// Who has no clock comes last.
qint64 deadlineOf(const PipelineRow &row)
{
    return row.clock ? row.clock->deadline.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

int compareTexts(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive);
}

quint8 bitOf(Facet facet)
{
    return quint8(1U << unsigned(facet));
}

// Two accounts may have a project of the same name.
void tellApart(QList<FacetCount> &values, const QHash<QString, QString> &accounts)
{
    QHash<QString, int> used;
    for (const FacetCount &value : std::as_const(values))
        ++used[value.text];
    for (FacetCount &value : values) {
        const QString account = accounts.value(value.value);
        if (used.value(value.text) > 1 && !account.isEmpty())
            value.text = QStringLiteral("%1 (%2)").arg(value.text, account);
    }
}

// runner-2 comes before runner-10. The locale C would not see the numbers.
void sortByText(QList<FacetCount> &values)
{
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<std::pair<QCollatorSortKey, FacetCount>> keyed;
    keyed.reserve(size_t(values.size()));
    for (const FacetCount &value : std::as_const(values))
        keyed.emplace_back(collator.sortKey(value.text), value);
    std::sort(keyed.begin(), keyed.end(), [](const auto &left, const auto &right) {
        const int order = left.first.compare(right.first);
        return order != 0 ? order < 0 : left.second.value < right.second.value;
    });
    values.clear();
    for (const auto &[key, value] : keyed)
        values.append(value);
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

void PipelineMatch::setRows(const PipelineRows *rows)
{
    m_rows = rows;
    m_states.fill({}, rows ? rows->size() : 0);
    read(0, size() - 1);
    settle();
}

void PipelineMatch::insert(int first, int last)
{
    m_states.insert(first, last - first + 1, RowState());
    read(first, last);
    for (int row = first; row <= last; ++row)
        setMoved(row);
}

void PipelineMatch::remove(int first, int last)
{
    m_states.remove(first, last - first + 1); // the ranks of the rest still tell the order
}

void PipelineMatch::read(int first, int last)
{
    readBadges(first, last);
    for (int row = first; row <= last; ++row) {
        m_states[row].match = Match::NotKnown;
        m_states[row].missed = missedFacets(m_rows->at(row));
    }
    m_isRanked = false;
}

void PipelineMatch::readBadges(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_states[row].badge = m_rows->at(row).badge();
}

bool PipelineMatch::setText(const QString &text)
{
    FilterText now = FilterText::fromText(text);
    if (now == m_text)
        return false;
    // Typing on only takes rows away, and deleting only brings rows back: the others stay known.
    const Match kept = now.isWithin(m_text)   ? Match::No
                       : m_text.isWithin(now) ? Match::Yes
                                              : Match::NotKnown;
    m_text = std::move(now);
    for (RowState &state : m_states) {
        if (state.match != kept)
            state.match = Match::NotKnown;
    }
    return true;
}

bool PipelineMatch::setBadges(const QSet<Badge> &badges)
{
    return std::exchange(m_badges, badges) != badges;
}

bool PipelineMatch::setFacets(const FacetChoice &facets)
{
    if (facets == m_facets)
        return false;
    m_facets = facets;
    for (int row = 0; row < m_states.size(); ++row)
        m_states[row].missed = missedFacets(m_rows->at(row));
    return true;
}

bool PipelineMatch::setScope(const Scope &scope)
{
    if (scope == m_scope)
        return false;
    m_scope = scope;
    for (RowState &state : m_states)
        state.match = Match::NotKnown;
    return true;
}

void PipelineMatch::setOrder(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
}

void PipelineMatch::rankNames()
{
    if (m_isRanked)
        return;
    QList<int> rows(m_states.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [this](int left, int right) {
        return isNameBefore(m_rows->at(left), m_rows->at(right));
    });
    for (int rank = 0; rank < rows.size(); ++rank)
        m_states[rows.at(rank)].nameRank = rank;
    m_isRanked = true;
}

bool PipelineMatch::isFiltering() const
{
    const bool hasFacets =
        std::any_of(m_facets.cbegin(), m_facets.cend(),
                    [](const QSet<QString> &chosen) { return !chosen.isEmpty(); });
    return hasFacets || !m_text.isEmpty() || !m_badges.isEmpty();
}

bool PipelineMatch::isFound(int row) const
{
    Match &match = m_states[row].match;
    if (match == Match::NotKnown) {
        const PipelineRow &pipeline = m_rows->at(row);
        match = isInScope(pipeline) && m_text.fits(pipeline) ? Match::Yes : Match::No;
    }
    return match == Match::Yes;
}

bool PipelineMatch::hasWantedBadge(int row) const
{
    return m_badges.isEmpty() || m_badges.contains(m_states.at(row).badge);
}

quint8 PipelineMatch::missedFacets(const PipelineRow &row) const
{
    quint8 missed = 0;
    for (const Facet facet : allFacets) {
        const QSet<QString> &wanted = m_facets[size_t(facet)];
        if (!wanted.isEmpty() && !hasFacetValue(row, facet, wanted))
            missed |= bitOf(facet);
    }
    return missed;
}

bool PipelineMatch::matches(int row) const
{
    return m_states.at(row).missed == 0 && isFound(row);
}

bool PipelineMatch::accepts(int row) const
{
    return hasWantedBadge(row) && matches(row);
}

bool PipelineMatch::isInScope(const PipelineRow &row) const
{
    const auto fits = [](const QString &wanted, const QString &value) {
        return wanted.isEmpty() || wanted == value;
    };
    return fits(m_scope.account, row.key.account) && fits(m_scope.project, row.key.project) &&
           fits(m_scope.pipeline, row.key.pipeline) &&
           (m_scope.agents.isEmpty() || m_scope.agents.contains(row.agentId)) &&
           !m_scope.notAgents.contains(row.agentId);
}

bool PipelineMatch::isBefore(int left, int right) const
{
    if (m_sortOrder == Qt::DescendingOrder)
        std::swap(left, right);
    const RowState &a = m_states.at(left);
    const RowState &b = m_states.at(right);
    const bool isByStatus = m_sortColumn == PipelineModel::StatusColumn;
    if (const int order = isByStatus ? compareValues(a.badge, b.badge)
                                     : compareColumn(m_rows->at(left), m_rows->at(right)))
        return order < 0;
    return m_isRanked ? a.nameRank < b.nameRank : isNameBefore(m_rows->at(left), m_rows->at(right));
}

int PipelineMatch::compareColumn(const PipelineRow &left, const PipelineRow &right) const
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
    case PipelineModel::SinceColumn: return compareValues(left.shownSince(), right.shownSince());
    case PipelineModel::CheckedColumn: return compareValues(left.checked, right.checked);
    case PipelineModel::LogColumn: return compareValues(deadlineOf(left), deadlineOf(right));
    default: return 0;
    }
}

QHash<Badge, int> PipelineMatch::counts() const
{
    std::array<int, static_cast<size_t>(Badge::NotChecked) + 1> sums = {};
    for (int row = 0; row < m_states.size(); ++row) {
        if (matches(row))
            ++sums[static_cast<size_t>(m_states.at(row).badge)];
    }
    QHash<Badge, int> counts;
    for (size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] > 0)
            counts.insert(static_cast<Badge>(i), sums[i]);
    }
    return counts;
}

QList<FacetCount> PipelineMatch::facetCounts(Facet facet) const
{
    QHash<QString, FacetCount> found;
    QHash<QString, QString> accounts; // by value
    const bool isOfAccount = facet == Facet::Project || facet == Facet::Runner;
    for (int row = 0; row < m_states.size(); ++row) {
        const PipelineRow &pipeline = m_rows->at(row);
        const bool isOthersChoice = (m_states.at(row).missed & ~bitOf(facet)) == 0;
        const int counted = isOthersChoice && hasWantedBadge(row) && isFound(row) ? 1 : 0;
        const QList<FacetValue> values = facetValues(pipeline, facet);
        for (const FacetValue &value : values) {
            FacetCount &entry = found[value.value];
            if (entry.text.isEmpty()) {
                entry.value = value.value;
                entry.text = value.text;
                if (isOfAccount)
                    accounts.insert(value.value, pipeline.accountName);
            }
            entry.count += counted;
        }
    }
    QList<FacetCount> values = found.values();
    tellApart(values, accounts);
    sortByText(values);
    return values;
}

void PipelineMatch::settle()
{
    for (RowState &state : m_states) {
        state.settledBadge = state.badge;
        state.isMoved = false;
    }
}

int PipelineMatch::unsettled() const
{
    int count = 0;
    for (int row = 0; row < m_states.size(); ++row) {
        const RowState &state = m_states.at(row);
        count += (state.isMoved || state.badge != state.settledBadge) && matches(row) ? 1 : 0;
    }
    return count;
}

} // namespace Sluice
