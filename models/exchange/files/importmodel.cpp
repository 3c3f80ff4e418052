// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importmodel.h"

#include "models/form/servermessages.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The text up to the last slash that all have in common; empty when one of them is no path.
QString commonFolder(const QList<ImportEntry> &entries)
{
    std::optional<QString> common;
    for (const ImportEntry &entry : entries) {
        const QString folder = entry.origin.left(entry.origin.lastIndexOf(u'/') + 1);
        if (!common)
            common = folder;
        while (!common->isEmpty() && !folder.startsWith(*common))
            common = common->left(common->lastIndexOf(u'/', -2) + 1);
    }
    return common.value_or(QString());
}

} // namespace

void ImportModel::setEntries(const QList<ImportEntry> &entries)
{
    beginResetModel();
    QHash<QString, int> counts;
    for (const ImportEntry &entry : entries)
        ++counts[entry.name()];
    m_rows.clear();
    m_folder = commonFolder(entries);
    for (const ImportEntry &entry : entries) {
        const bool isRepeated = !entry.name().isEmpty() && counts.value(entry.name()) > 1;
        m_rows.append({.entry = entry, .isRepeated = isRepeated});
    }
    matchAll();
    endResetModel();
    Q_EMIT chosenChanged();
}

void ImportModel::setProject(const QList<QJsonObject> &definitions)
{
    m_project = ProjectIndex(definitions);
    matchAll();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT chosenChanged();
}

void ImportModel::matchAll()
{
    for (Row &row : m_rows) {
        row.match = m_project.match(row.entry);
        row.report = {};
        row.remarks.clear();
        row.isTicked = canTick(row) && !row.isRepeated && row.entry.problems.isEmpty() &&
                       row.match.doubt.isFine();
    }
}

bool ImportModel::canTick(const Row &row)
{
    return (row.match.action == ImportAction::Create || row.match.action == ImportAction::Update) &&
           (row.report.state == ItemState::None || row.report.state == ItemState::NotSent ||
            row.report.state == ItemState::NotSeen);
}

QList<ImportModel::Chosen> ImportModel::chosen() const
{
    QList<Chosen> chosen;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows.at(row).isTicked)
            chosen.append({row, m_rows.at(row).entry, m_rows.at(row).match});
    }
    return chosen;
}

int ImportModel::chosenCount() const
{
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isTicked; }));
}

int ImportModel::chosenCount(ImportAction action) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [action](const Row &row) {
        return row.isTicked && row.match.action == action;
    }));
}

QString ImportModel::summary() const
{
    const auto count = [this](const auto &isCounted) {
        return int(std::count_if(m_rows.begin(), m_rows.end(), isCounted));
    };
    const auto done = [](ImportAction action) {
        return [action](const Row &row) {
            return row.report.state == ItemState::Done && row.match.action == action;
        };
    };
    const auto is = [](ItemState state) {
        return [state](const Row &row) { return row.report.state == state; };
    };
    QStringList parts;
    const auto add = [&parts](int number, const QString &text) {
        if (number > 0)
            parts += text;
    };
    const int created = count(done(ImportAction::Create));
    const int updated = count(done(ImportAction::Update));
    const int failed = count(is(ItemState::Failed));
    const int unknown = count([](const Row &row) { return isUnknown(row.report.state); });
    const int left = count(is(ItemState::NotSent));
    add(created, tr("%Ln created", nullptr, created));
    add(updated, tr("%Ln updated", nullptr, updated));
    add(failed, tr("%Ln failed", nullptr, failed));
    add(unknown, tr("%Ln not known", nullptr, unknown));
    add(left, tr("%Ln not sent", nullptr, left));
    return parts.isEmpty() ? QString() : parts.join(u", "_s) + u'.';
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QStringList ImportModel::problems(const Row &row)
{
    QStringList lines;
    const ImportEntry &entry = row.entry;
    if (!entry.fault.isEmpty())
        lines += entry.faultText();
    for (const ImportProblem &problem : entry.problems)
        lines += problem.path + u": "_s + problem.message;
    if (row.match.doubt.isDoubtful())
        lines += tr("%1: %2 Choose this entry only if it is the name of a secret.")
                     .arg(row.match.doubt.path.text(), row.match.doubt.reason);
    if (row.isRepeated)
        lines += tr("Another entry has this name; choose one of them.");
    if (row.match.action == ImportAction::Ambiguous)
        lines += tr("The project has several pipelines of this name. Rename all but one first.");
    return lines + row.remarks;
}

QString ImportModel::placeText(const ImportEntry &entry) const
{
    return entry.place().mid(m_folder.size());
}

QString ImportModel::toolTip(const Row &row, int column) const
{
    switch (column) {
    case NameColumn: return row.entry.name();
    case PlaceColumn: return row.entry.place();
    case ResultColumn: return ServerMessages::clipped(row.report.text);
    default: return ServerMessages::clipped(problems(row).join(u'\n'));
    }
}

QString ImportModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn: return row.entry.name();
    case PlaceColumn: return placeText(row.entry);
    case ProblemsColumn: return problems(row).join(u' ');
    case ResultColumn: return ServerMessages::clipped(row.report.text).simplified();
    default: break;
    }
    switch (row.match.action) {
    case ImportAction::Create: return tr("Create");
    case ImportAction::Update:
        return tr("Update: %Ln change(s)", nullptr, int(row.match.changes.size()));
    case ImportAction::NoChange: return tr("No change");
    case ImportAction::Unusable:
    case ImportAction::Ambiguous: return tr("Not possible");
    }
    return {};
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::CheckStateRole: return checkState(index);
    case ActionRole: return int(row.match.action);
    case ProblemsRole: return problems(row);
    case RepeatedRole: return row.isRepeated;
    case ResultRole: return row.report.text;
    case StateRole: return int(row.report.state);
    default: return {};
    }
}

QString ImportModel::report() const
{
    QStringList titles;
    for (int column = 0; column < ColumnCount; ++column)
        titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QString text = line(titles);
    for (const Row &row : m_rows) {
        text += line({row.entry.name(), row.entry.place(), this->text(row, ActionColumn),
                      problems(row).join(u' '), row.report.text});
    }
    return text;
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case NameColumn: return tr("Name");
    case PlaceColumn: return tr("From");
    case ActionColumn: return tr("Action");
    case ProblemsColumn: return tr("Problems and remarks");
    case ResultColumn: return tr("Result");
    default: return {};
    }
}

void ImportModel::setRemarks(int row, const QStringList &remarks)
{
    if (m_rows.at(row).remarks == remarks)
        return;
    m_rows[row].remarks = remarks;
    Q_EMIT dataChanged(index(row, ProblemsColumn), index(row, ProblemsColumn));
}

void ImportModel::setReport(int row, const ItemReport &report)
{
    m_rows[row].report = report;
    m_rows[row].isTicked = m_rows.at(row).isTicked && canTick(m_rows.at(row));
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT chosenChanged();
}

void ImportModel::tick(int row, bool ticked)
{
    const QString name = m_rows.at(row).entry.name();
    for (int other = 0; ticked && other < int(m_rows.size()); ++other) {
        if (other != row && m_rows.at(other).entry.name() == name)
            setTicked(other, false);
    }
    setTicked(row, ticked);
    Q_EMIT chosenChanged();
}

void ImportModel::setTicked(int row, bool ticked)
{
    if (m_rows.at(row).isTicked == ticked)
        return;
    m_rows[row].isTicked = ticked;
    Q_EMIT dataChanged(index(row, NameColumn), index(row, NameColumn), {Qt::CheckStateRole});
}

} // namespace Sluice
