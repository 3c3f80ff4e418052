// SPDX-License-Identifier: Apache-2.0
#include "models/palette/palettemodel.h"

#include "models/fleet/table/pipelinemodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostAtFirst = 6; // of a section while nothing is typed
constexpr int mostFound = 40;
constexpr int mostOfOne = 300;
constexpr qsizetype leastOfVerb = 2; // letters of it that must be typed
constexpr int verbPoints = 24;       // so that "stop orders" comes before the pipelines of the rest

constexpr auto openVerb = "open"_L1;

// What keeps the state that a start or a stop would lead to, in words.
QString stateReason(const PaletteVerb &verb, const PipelineRow &pipeline)
{
    const QString word = badgeWord(pipeline.badge(), pipeline.rawStatus);
    const bool isUnderWay = pipeline.requested.has_value();
    const bool wantsRunning = verb.need == PaletteVerb::Need::Startable;
    const bool isThere = wantsRunning
                             ? pipeline.state == PipelineState::Starting || canStop(pipeline.state)
                             : pipeline.state == PipelineState::Stopping ||
                                   pipeline.state == PipelineState::NotRunning;
    return isThere && !isUnderWay ? PaletteModel::tr("%1 already").arg(word) : word;
}

} // namespace

PaletteModel::PaletteModel(const PipelineModel *pipelines, const RecentChoices *recent,
                           QObject *parent)
    : QAbstractListModel(parent)
    , m_pipelines(pipelines)
    , m_recent(recent)
{}

QString PaletteModel::title(Section section)
{
    switch (section) {
    case Section::Actions: return tr("Actions");
    case Section::Pipelines: return tr("Pipelines");
    case Section::Pages: return tr("Pages");
    case Section::Views: return tr("Saved views");
    case Section::Projects: return tr("Projects");
    case Section::Accounts: return tr("Accounts");
    }
    return {};
}

void PaletteModel::load(const Content &content)
{
    m_content = content;
    m_entryPool.clear();
    m_pipelinePool.clear();
    m_keys.clear();
    m_recentEntries.clear();
    m_recentOf.clear();
    const QStringList &recent = m_recent->ids();
    QHash<QString, int> besideEntries;
    for (const PaletteEntry &entry : content.entries) {
        auto beside = besideEntries.find(entry.detail);
        if (beside == besideEntries.end())
            beside = besideEntries.insert(entry.detail, m_entryPool.addBeside(entry.detail));
        m_entryPool.add(entry.text, *beside);
        m_recentEntries += int(recent.indexOf(entry.id));
    }
    QHash<PipelineKey, QHash<QString, int>> wanted;
    for (qsizetype i = 0; i < recent.size(); ++i) {
        if (const PipelineKey key = RecentChoices::keyIn(recent.at(i)); key.isValid())
            wanted[key].insert(RecentChoices::verbIn(recent.at(i)), int(i));
    }
    QHash<std::pair<QString, QString>, int> places;
    const int count = m_pipelines->rowCount();
    m_keys.reserve(count);
    for (int row = 0; row < count; ++row) {
        const PipelineRow &pipeline = m_pipelines->row(row);
        const std::pair project(pipeline.key.account, pipeline.key.project);
        auto place = places.find(project);
        if (place == places.end())
            place = places.insert(project, m_pipelinePool.addBeside(pipeline.accountName + u' ' +
                                                                    pipeline.projectName));
        m_pipelinePool.add(pipeline.name, *place);
        m_keys += pipeline.key;
        const auto chosen = wanted.constFind(pipeline.key);
        if (chosen == wanted.cend())
            continue;
        for (auto verb = chosen->cbegin(); verb != chosen->cend(); ++verb)
            m_recentOf[verb.key()].insert(row, verb.value());
    }
    m_only.reset();
    search({});
}

int PaletteModel::all() const
{
    return int(m_content.entries.size() + m_keys.size());
}

QStringList PaletteModel::wordsWithout(int word) const
{
    QStringList words = m_words;
    if (word > 0)
        words.removeAt(word - 1);
    return words;
}

int PaletteModel::mostOf() const
{
    if (m_only)
        return mostOfOne;
    return m_words.isEmpty() ? mostAtFirst : mostFound;
}

int PaletteModel::recentPlace(const QString &verb, int pipeline) const
{
    const auto places = m_recentOf.constFind(verb);
    return places == m_recentOf.cend() ? -1 : places->value(pipeline, -1);
}

void PaletteModel::search(const QString &typed)
{
    m_words = FuzzyText::folded(typed).split(u' ', Qt::SkipEmptyParts);
    Sections sections;
    findEntries(sections);
    findPipelines(sections);
    if (m_words.isEmpty())
        addRecentVerbs(sections);
    beginResetModel();
    m_rows.clear();
    m_found = 0;
    std::array<Section, PaletteEntry::sections> order;
    for (int i = 0; i < PaletteEntry::sections; ++i) {
        order[std::size_t(i)] = Section(i);
        Found &found = sections[std::size_t(i)];
        found.size = int(found.hits.size());
        m_found += found.size;
        for (const Hit &hit : found.hits)
            found.best = std::max(found.best, hit.score);
    }
    std::stable_sort(order.begin(), order.end(), [&sections](Section one, Section other) {
        return sections[std::size_t(one)].best > sections[std::size_t(other)].best;
    });
    for (const Section section : order) {
        if (!m_only || m_only == section)
            addRows(section, sections[std::size_t(section)]);
    }
    endResetModel();
}

void PaletteModel::setOnly(std::optional<Section> section)
{
    if (m_only == section)
        return;
    m_only = section;
    search(m_words.join(u' '));
}

void PaletteModel::findEntries(Sections &sections)
{
    const auto hits = m_entryPool.search(m_words);
    for (const PalettePool::Hit &hit : hits) {
        const Section section = m_content.entries.at(hit.item).section;
        sections[std::size_t(section)].hits.push_back({.item = hit.item,
                                                       .score = m_words.isEmpty() ? 0 : hit.score,
                                                       .recent = m_recentEntries.at(hit.item)});
    }
}

void PaletteModel::findPipelines(Sections &sections)
{
    std::vector<Hit> &found = sections[std::size_t(Section::Pipelines)].hits;
    const auto add = [this, &found](const std::vector<PalettePool::Hit> &hits, int slot) {
        for (const PalettePool::Hit &hit : hits)
            found.push_back({.item = hit.item,
                             .score = m_words.isEmpty() ? 0 : hit.score,
                             .recent = recentPlace(openVerb, hit.item),
                             .slot = slot});
    };
    add(m_pipelinePool.search(m_words), 0);
    const bool hasOwn = !found.empty();
    // Each typed word may be the verb of the others.
    for (int word = 1; m_words.size() > 1 && word <= m_words.size(); ++word) {
        const QString &typed = m_words.at(word - 1);
        std::vector<int> verbs;
        int place = 0;
        for (const PaletteVerb &verb : m_content.verbs) {
            if (typed.size() >= leastOfVerb && FuzzyText::folded(verb.text).startsWith(typed))
                verbs.push_back(place);
            ++place;
        }
        if (verbs.empty())
            continue;
        const auto hits = m_pipelinePool.search(wordsWithout(word), word);
        for (const int verb : verbs) {
            const QString &id = m_content.verbs.at(verb).id;
            for (const PalettePool::Hit &hit : hits)
                sections[std::size_t(Section::Actions)].hits.push_back(
                    {hit.item, verb, hit.score + verbPoints, recentPlace(id, hit.item), word});
        }
        if (!hasOwn && found.empty())
            add(hits, word);
    }
}

// While nothing is typed, these are the only actions on single pipelines.
void PaletteModel::addRecentVerbs(Sections &sections) const
{
    int verb = -1;
    for (const PaletteVerb &each : m_content.verbs) {
        ++verb;
        const auto recent = m_recentOf.constFind(each.id);
        if (recent == m_recentOf.cend() || recent.key() == openVerb)
            continue;
        for (auto one = recent->cbegin(); one != recent->cend(); ++one)
            sections[std::size_t(Section::Actions)].hits.push_back(
                {.item = one.key(), .verb = verb, .recent = one.value()});
    }
}

void PaletteModel::addRows(Section section, Found &found)
{
    if (found.hits.empty())
        return;
    const bool areItemsOrdered = m_words.isEmpty() && section != Section::Pipelines;
    const auto nameOf = [this, section](const Hit &hit) -> const QString & {
        static const QString none;
        if (hit.verb < 0 && section != Section::Pipelines)
            return m_content.entries.at(hit.item).text;
        const PipelineRow *pipeline = m_pipelines->find(m_keys.at(hit.item));
        return pipeline ? pipeline->sortName : none;
    };
    // The latest first, then the best, then by name; actions at rest stand as in the menus.
    const auto isBefore = [&](const Hit &one, const Hit &other) {
        if ((one.recent < 0) != (other.recent < 0))
            return one.recent >= 0;
        if (one.recent != other.recent)
            return one.recent < other.recent;
        if (one.score != other.score)
            return one.score > other.score;
        if (!areItemsOrdered) {
            if (const int order = nameOf(one).compare(nameOf(other)); order != 0)
                return order < 0;
        }
        return std::pair(one.item, one.verb) < std::pair(other.item, other.verb);
    };
    const auto shown = std::min<std::size_t>(found.hits.size(), std::size_t(mostOf()));
    std::partial_sort(found.hits.begin(), found.hits.begin() + qsizetype(shown), found.hits.end(),
                      isBefore);
    Row head;
    head.isHead = true;
    head.entry.section = section;
    head.entry.text = title(section);
    if (shown < found.hits.size())
        head.entry.detail = tr("%1 of %2")
                                .arg(QLocale().toString(qsizetype(shown)),
                                     QLocale().toString(qsizetype(found.hits.size())));
    m_rows += head;
    for (std::size_t i = 0; i < shown; ++i)
        m_rows += rowOf(section, found.hits[i]);
}

PaletteModel::Row PaletteModel::rowOf(Section section, const Hit &hit) const
{
    Row row;
    if (section == Section::Pipelines || hit.verb >= 0) {
        row = pipelineRow(hit);
    } else {
        row.entry = m_content.entries.at(hit.item);
        row.places = m_entryPool.places(hit.item, m_words);
    }
    row.entry.section = section;
    row.isRecent = hit.recent >= 0;
    return row;
}

PaletteModel::Row PaletteModel::pipelineRow(const Hit &hit) const
{
    Row row;
    row.isPipeline = hit.verb < 0;
    row.entry.key = m_keys.at(hit.item);
    row.entry.id = RecentChoices::idOf(openVerb, row.entry.key);
    row.places = m_pipelinePool.places(hit.item, wordsWithout(hit.slot));
    const PipelineRow *pipeline = m_pipelines->find(row.entry.key);
    if (pipeline) {
        row.entry.text = pipeline->name;
        row.entry.detail = pipeline->accountName + u" › "_s + pipeline->projectName;
        row.badge = pipeline->badge();
    } else {
        row.entry.reason = tr("It is gone");
    }
    if (hit.verb < 0)
        return row;
    const PaletteVerb &verb = m_content.verbs.at(hit.verb);
    row.entry.verb = verb.id;
    row.entry.id = RecentChoices::idOf(verb.id, row.entry.key);
    row.entry.icon = verb.icon;
    row.entry.shortcut = verb.shortcut;
    if (pipeline)
        row.entry.reason = reasonFor(verb, *pipeline);
    // The name comes behind the verb, and so do its letters.
    const QString before = verb.text + u' ';
    row.entry.text = before + row.entry.text + (verb.isAsking ? u"…"_s : QString());
    QList<int> places;
    for (int i = 0; hit.slot > 0 && i < m_words.at(hit.slot - 1).size(); ++i)
        places += i;
    for (const int place : std::as_const(row.places))
        places += place + int(before.size());
    row.places = places;
    return row;
}

QString PaletteModel::reasonFor(const PaletteVerb &verb, const PipelineRow &pipeline) const
{
    if (verb.needsAccount && m_content.obstacle) {
        if (QString obstacle = m_content.obstacle(pipeline.key.account); !obstacle.isEmpty())
            return obstacle;
    }
    switch (verb.need) {
    case PaletteVerb::Need::Startable:
        return pipeline.canStart() ? QString() : stateReason(verb, pipeline);
    case PaletteVerb::Need::Stoppable:
        return pipeline.canStop() ? QString() : stateReason(verb, pipeline);
    case PaletteVerb::Need::Nothing: break;
    }
    return {};
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.entry.text;
    case Qt::AccessibleTextRole: {
        QStringList words{row.entry.text, row.entry.detail};
        if (row.isPipeline)
            words += badgeWord(row.badge);
        if (row.isRecent)
            words += tr("recent");
        if (!row.entry.reason.isEmpty())
            words += tr("cannot be done: %1").arg(row.entry.reason);
        words += row.entry.shortcut;
        words.removeAll(QString());
        return words.join(u", "_s);
    }
    case IsHeadRole: return row.isHead;
    case DetailRole: return row.entry.detail;
    case ReasonRole: return row.entry.reason;
    case ShortcutRole: return row.entry.shortcut;
    case IconRole: return row.entry.icon;
    case BadgeRole: return row.isPipeline ? QVariant(int(row.badge)) : QVariant();
    case PlacesRole: return QVariant::fromValue(row.places);
    case RecentRole: return row.isRecent;
    default: return {};
    }
}

// One that cannot be done can still be gone to: it says why.
Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isHead(index.row()))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Sluice
