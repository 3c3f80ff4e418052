// SPDX-License-Identifier: Apache-2.0
// What the rows of the map say.
#include "models/document/diff.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/secretmapmodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sluice {

QList<SecretFinding> SecretMapModel::findings(const PipelineKey &key, const QStringList &path) const
{
    QList<SecretFinding> all = m_watch->findings(key);
    all.removeIf([&path](const SecretFinding &finding) { return finding.path != path; });
    return all;
}

QString SecretMapModel::checkText(const Node &node) const
{
    const int count = node.counts.findings;
    if (count == 0)
        return tr("No findings");
    if (node.row.kind != Kind::Use)
        return count == 1 ? tr("1 finding") : tr("%1 findings").arg(QLocale().toString(count));
    QStringList reasons;
    const QList<SecretFinding> found = findings(node.pipeline, node.path);
    for (const SecretFinding &finding : found)
        reasons.append(finding.reason);
    return reasons.join(u' ');
}

QString SecretMapModel::text(const Node &node, int column) const
{
    const bool isUse = node.row.kind == Kind::Use;
    switch (column) {
    case NameColumn: return node.row.name;
    case KindColumn:
        if (isUse)
            return placeText(m_pipelines->definition(node.pipeline), node.path);
        return node.row.kind != Kind::Vault            ? node.row.details
               : node.row.reference.location.isEmpty() ? QString() // its name says it
                                                       : node.row.reference.providerName();
    case UsersColumn: return isUse ? QString() : QLocale().toString(node.counts.uses);
    case ChecksColumn: return checkText(node);
    default: return {};
    }
}

// For the mouse: which pipeline a use is, its path in the definition, and what to do about it.
QString SecretMapModel::details(const Node &node, int column) const
{
    if (node.row.kind != Kind::Use)
        return node.row.kind == Kind::Secret ? node.row.reference.text() : text(node, column);
    const PipelineSecrets *pipeline = m_watch->index().pipeline(node.pipeline);
    if (column == NameColumn && pipeline)
        return QStringList{pipeline->accountName, pipeline->projectName, pipeline->name}.join(
            u" › "_s);
    if (column == KindColumn)
        return node.path.join(u'.');
    QStringList lines;
    const QList<SecretFinding> found = findings(node.pipeline, node.path);
    for (const SecretFinding &finding : found)
        lines.append(finding.reason + u' ' + finding.advice);
    return lines.join(u'\n');
}

QVariant SecretMapModel::sortKey(const Node &node, int column) const
{
    switch (column) {
    case UsersColumn: return node.counts.uses;
    case ChecksColumn: return node.counts.findings;
    case KindColumn:
        return node.row.kind == Kind::Use ? node.path.join(u'.') : text(node, column).toLower();
    default: return node.row.name.toLower();
    }
}

QVariant SecretMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &shown = *node(index);
    switch (role) {
    case Qt::DisplayRole: return text(shown, index.column());
    case Qt::ToolTipRole: return details(shown, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == UsersColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    case KindRole: return int(shown.row.kind);
    case ReferenceRole: return QVariant::fromValue(shown.row.reference);
    case KeyRole: return QVariant::fromValue(shown.pipeline);
    case PathRole: return shown.path;
    case UserCountRole: return shown.counts.uses;
    case FindingCountRole: return shown.counts.findings;
    case SortRole: return sortKey(shown, index.column());
    default: return {};
    }
}

QVariant SecretMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return m_mode == Mode::ByRunner ? tr("Runner") : tr("Vault");
    case KindColumn: return tr("Kind");
    case UsersColumn: return tr("Uses");
    case ChecksColumn: return tr("Checks");
    default: return {};
    }
}

} // namespace Sluice
