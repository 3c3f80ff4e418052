// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importmodel.h"

#include "models/form/servermessages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

void ImportModel::setEntries(const QList<ImportEntry> &entries)
{
    beginResetModel();
    QHash<QString, int> counts;
    for (const ImportEntry &entry : entries)
        ++counts[entry.name()];
    m_rows.clear();
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
        row.outcome = Outcome::None;
        row.result.clear();
        row.isTicked = canTick(row) && !row.isRepeated && row.entry.problems.isEmpty() &&
                       row.match.doubt.isFine();
    }
}

bool ImportModel::canTick(const Row &row)
{
    return (row.match.action == ImportAction::Create || row.match.action == ImportAction::Update) &&
           (row.outcome == Outcome::None || row.outcome == Outcome::NotSent ||
            row.outcome == Outcome::NotSeen);
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
    return lines;
}

QString ImportModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn: return row.entry.name();
    case PlaceColumn: return row.entry.place();
    case ProblemsColumn: return problems(row).join(u' ');
    case ResultColumn: return ServerMessages::clipped(row.result).simplified();
    default: break;
    }
    switch (row.match.action) {
    case ImportAction::Create: return tr("Create");
    case ImportAction::Update: return tr("Update");
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
    case Qt::ToolTipRole:
        return ServerMessages::clipped(index.column() == ResultColumn ? row.result
                                                                      : problems(row).join(u'\n'));
    case Qt::CheckStateRole:
        if (index.column() != NameColumn || !canTick(row))
            return {};
        return int(row.isTicked ? Qt::Checked : Qt::Unchecked);
    case ActionRole: return int(row.match.action);
    case ProblemsRole: return problems(row);
    case RepeatedRole: return row.isRepeated;
    case ResultRole: return row.result;
    case OutcomeRole: return int(row.outcome);
    default: return {};
    }
}

QString ImportModel::report() const
{
    const auto line = [](const QStringList &cells) {
        QStringList flat;
        for (const QString &cell : cells)
            flat += cell.simplified();
        return flat.join(u'\t') + u'\n';
    };
    QStringList titles;
    for (int column = 0; column < ColumnCount; ++column)
        titles += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QString text = line(titles);
    for (const Row &row : m_rows) {
        text += line({row.entry.name(), row.entry.place(), this->text(row, ActionColumn),
                      problems(row).join(u' '), row.result});
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
    case ProblemsColumn: return tr("Problems");
    case ResultColumn: return tr("Result");
    default: return {};
    }
}

void ImportModel::setResult(int row, Outcome outcome, const QString &text)
{
    m_rows[row].outcome = outcome;
    m_rows[row].result = text;
    m_rows[row].isTicked = m_rows.at(row).isTicked && canTick(m_rows.at(row));
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT chosenChanged();
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != NameColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const bool ticked = value.toInt() == int(Qt::Checked);
    if (ticked && !canTick(m_rows.at(index.row())))
        return false;
    const QString name = m_rows.at(index.row()).entry.name();
    for (int row = 0; ticked && row < int(m_rows.size()); ++row) {
        if (row != index.row() && m_rows.at(row).entry.name() == name)
            setTicked(row, false);
    }
    setTicked(index.row(), ticked);
    Q_EMIT chosenChanged();
    return true;
}

void ImportModel::setTicked(int row, bool ticked)
{
    if (m_rows.at(row).isTicked == ticked)
        return;
    m_rows[row].isTicked = ticked;
    Q_EMIT dataChanged(index(row, NameColumn), index(row, NameColumn), {Qt::CheckStateRole});
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const bool isBox = index.column() == NameColumn && canTick(m_rows.at(index.row()));
    return isBox ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace Sluice
