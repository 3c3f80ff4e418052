// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinelabel.h"

#include <QCoreApplication>

namespace Sluice {

namespace {

struct LabelWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::PipelineLabel)
};

} // namespace

void PipelineLabel::addTag(const QString &tag)
{
    if (hasTag(tag) || tags.size() >= mostTags)
        return;
    tags.append(tag);
    tags.sort(Qt::CaseInsensitive);
}

void PipelineLabel::removeTag(const QString &tag)
{
    tags.removeIf(
        [&tag](const QString &one) { return one.compare(tag, Qt::CaseInsensitive) == 0; });
}

QStringList PipelineLabel::lines() const
{
    QStringList lines;
    if (isPinned)
        lines += LabelWords::tr("Pinned");
    if (!tags.isEmpty())
        lines += LabelWords::tr("Tags: %1").arg(tags.join(QStringLiteral(", ")));
    if (!note.isEmpty())
        lines += LabelWords::tr("Note: %1").arg(note);
    return lines;
}

} // namespace Sluice
