// SPDX-License-Identifier: Apache-2.0
// The part of FormModel that says what is wrong: client checks, the server's messages, advice.
#include "models/definition/jsonpath.h"
#include "models/form/fieldcheck.h"
#include "models/form/formmodel.h"
#include "models/form/serverwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

void FormModel::refreshRows(const std::function<bool(const Row &)> &isWanted)
{
    // All rows first: a view may look at another row, or edit, when it is told of one.
    QList<std::pair<QPersistentModelIndex, QList<int>>> differing;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (!isWanted(m_rows.at(row)))
            continue;
        const QList<int> roles = refreshRow(row);
        if (!roles.isEmpty())
            differing.append({QPersistentModelIndex(index(row)), roles});
        m_problemsMoved = m_problemsMoved || roles.contains(ErrorRole);
    }
    for (const auto &[place, roles] : std::as_const(differing)) {
        if (place.isValid())
            Q_EMIT dataChanged(place, place, roles);
    }
    if (std::exchange(m_problemsMoved, false))
        Q_EMIT problemsChanged();
}

QList<int> FormModel::refreshRow(int row)
{
    QList<int> roles;
    const auto update = [&roles](auto &member, const auto &now, int role) {
        if (member == now)
            return;
        member = now;
        roles.append(role);
    };
    Row &shown = m_rows[row];
    const QJsonValue now = value(shown.path);
    const bool isChanged = now != JsonPath::value(m_baseline, shown.path);
    const QString advice = adviceOn(*shown.field, shown.path, now);
    update(shown.value, now, ValueRole);
    update(shown.error, shownError(row), ErrorRole);
    update(shown.advice, advice, AdviceRole);
    update(shown.isChanged, isChanged, ChangedRole);
    return roles;
}

const FormModel::Row *FormModel::groupOf(const Row &row) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&row](const Row &group) {
        return group.field->kind == FieldKind::Group && group.path != row.path &&
               JsonPath::isAtOrBelow(row.path, group.path);
    });
    return found == m_rows.end() ? nullptr : &*found;
}

QString FormModel::checkRow(int row) const
{
    const Row &checked = m_rows.at(row);
    if (const auto draft = m_drafts.constFind(checked.path); draft != m_drafts.constEnd())
        return draft->problem;
    const Row *group = groupOf(checked);
    if (group && FieldCheck::isAbsent(*group->field, value(group->path)))
        return {};
    return FieldCheck::problem(*checked.field, value(checked.path));
}

bool FormModel::isMissing(int row) const
{
    const Row &checked = m_rows.at(row);
    return !m_drafts.contains(checked.path) && FieldCheck::isAbsent(*checked.field, checked.value);
}

bool FormModel::isVisited(const Row &row) const
{
    if (row.field->kind != FieldKind::Group)
        return m_visited.contains(row.path);
    return std::any_of(m_visited.begin(), m_visited.end(), [&row](const QString &path) {
        return JsonPath::isAtOrBelow(path, row.path);
    });
}

QString FormModel::shownError(int row) const
{
    const Row &shown = m_rows.at(row);
    const QString problem = isVisited(shown) ? checkRow(row) : QString();
    return ServerWords::text(*shown.field, problem, m_serverErrors.value(shown.path));
}

void FormModel::visitRows(const std::function<bool(const Row &)> &isWanted)
{
    const qsizetype before = m_visited.size();
    for (const Row &row : std::as_const(m_rows)) {
        if (isWanted(row))
            m_visited.insert(row.path);
    }
    if (m_visited.size() != before)
        refreshRows([](const Row &) { return true; });
}

void FormModel::markVisited(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return;
    const QString path = m_rows.at(index.row()).path;
    visitRows([&path](const Row &row) { return row.path == path; });
}

void FormModel::markSectionVisited(Section section)
{
    visitRows([section](const Row &row) { return row.field->section == section; });
}

void FormModel::markAllVisited()
{
    visitRows([](const Row &) { return true; });
}

int FormModel::rowFor(const QString &path) const
{
    QStringList keys = JsonPath::split(path);
    const QString whole = keys.join(u'.');
    for (; !keys.isEmpty(); keys.removeLast()) {
        const QModelIndex place = indexOf(keys.join(u'.'));
        if (place.isValid())
            return place.row();
    }
    const auto below = std::find_if(m_rows.begin(), m_rows.end(), [&whole](const Row &row) {
        return !whole.isEmpty() && JsonPath::isAtOrBelow(row.path, whole);
    });
    return below == m_rows.end() ? -1 : int(below - m_rows.begin());
}

void FormModel::setServerErrors(const QList<Violation> &violations)
{
    m_serverErrors.clear();
    const QList<Violation> formerUnplaced = std::exchange(m_unplaced, {});
    for (const Violation &violation : violations) {
        const int row = rowFor(violation.field);
        if (row < 0)
            m_unplaced.append(violation);
        else
            m_serverErrors[m_rows.at(row).path].append(violation);
    }
    m_problemsMoved = m_unplaced != formerUnplaced;
    refreshRows([](const Row &) { return true; });
}

QStringList FormModel::errorPlaces() const
{
    QStringList places;
    const auto add = [&places](const QList<Violation> &violations) {
        for (const Violation &violation : violations) {
            if (!violation.field.isEmpty())
                places.append(violation.field);
        }
    };
    add(m_unplaced);
    for (const QList<Violation> &violations : m_serverErrors)
        add(violations);
    return places;
}

QSet<QString> FormModel::dropServerErrors(const QString &path)
{
    const auto isAnswered = [&path](const Violation &violation) {
        return !violation.field.isEmpty() && (JsonPath::isAtOrBelow(violation.field, path) ||
                                              JsonPath::isAtOrBelow(path, violation.field));
    };
    QSet<QString> rows;
    for (auto it = m_serverErrors.begin(); it != m_serverErrors.end(); ++it) {
        if (it->removeIf(isAnswered) > 0)
            rows.insert(it.key());
    }
    m_serverErrors.removeIf([](auto row) { return row->isEmpty(); });
    if (m_unplaced.removeIf(isAnswered) > 0)
        m_problemsMoved = true;
    return rows;
}

QList<Violation> FormModel::serverErrors(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    QList<Violation> relative = m_serverErrors.value(row.path);
    for (Violation &violation : relative)
        violation.field = ServerWords::placeIn(*row.field, violation.field);
    return relative;
}

void FormModel::setAdvice(const QString &path, const QString &text)
{
    if (text.isEmpty())
        m_advice.remove(path);
    else
        m_advice.insert(path, text);
    refreshRows([&path](const Row &row) { return row.path == path; });
}

void FormModel::setDraft(const QString &path, const QString &problem, const QJsonValue &content)
{
    if (problem.isEmpty() ? m_drafts.remove(path) == 0 : m_drafts.value(path).content == content)
        return;
    if (!problem.isEmpty())
        m_drafts.insert(path, {problem, content});
    m_problemsMoved = true;
    refreshRows([&path](const Row &row) { return row.path == path; });
}

QJsonValue FormModel::draft(const QString &path) const
{
    const auto found = m_drafts.constFind(path);
    return found == m_drafts.constEnd() ? QJsonValue(QJsonValue::Undefined) : found->content;
}

QJsonObject FormModel::drafts() const
{
    QJsonObject all;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it)
        all.insert(it.key(), QJsonObject{{"problem"_L1, it->problem}, {"content"_L1, it->content}});
    return all;
}

void FormModel::setDrafts(const QJsonObject &drafts)
{
    for (auto it = drafts.begin(); it != drafts.end(); ++it)
        setDraft(it.key(), it.value()["problem"_L1].toString(), it.value()["content"_L1]);
}

void FormModel::clearDrafts()
{
    if (m_drafts.isEmpty())
        return;
    m_drafts.clear();
    m_problemsMoved = true;
    refreshRows([](const Row &) { return true; });
}

QString FormModel::draftLabel() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [this](const Row &row) { return m_drafts.contains(row.path); });
    return found == m_rows.end() ? QString()
                                 : index(int(found - m_rows.begin())).data(LabelRole).toString();
}

void FormModel::dropDrafts(const QString &path)
{
    const auto gone = m_drafts.removeIf([&path](auto draft) {
        return JsonPath::isAtOrBelow(draft.key(), path) || JsonPath::isAtOrBelow(path, draft.key());
    });
    m_problemsMoved = m_problemsMoved || gone > 0;
}

void FormModel::parkDrafts(const QString &former, const QString &next, const QString &key)
{
    QHash<QString, Draft> parked;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it) {
        if (JsonPath::isAtOrBelow(it.key(), key))
            parked.insert(it.key(), it.value());
    }
    dropDrafts(key);
    m_parkedDrafts.insert(former, parked);
    m_drafts.insert(m_parkedDrafts.take(next));
}

int FormModel::problemCount(Section section) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [section](const Row &row) {
        return row.field->section == section && !row.error.isEmpty();
    }));
}

int FormModel::problemCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return !row.error.isEmpty(); }));
}

QModelIndex FormModel::nextProblem(const QModelIndex &from, bool backwards) const
{
    const int count = int(m_rows.size());
    const int step = backwards ? -1 : 1;
    int row = from.isValid() ? from.row() : backwards ? 0 : -1;
    for (int tried = 0; tried < count; ++tried) {
        row = (row + step + count) % count;
        if (!m_rows.at(row).error.isEmpty())
            return index(row);
    }
    return {};
}

} // namespace Sluice
