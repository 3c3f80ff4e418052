// SPDX-License-Identifier: Apache-2.0
#include "models/runs/runwaves.h"

#include "models/fleet/table/pipelinerow.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Sluice {

namespace {

struct WaveWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::RunWaves)
};

constexpr int tenth = 10;

QList<int> growing(qsizetype count)
{
    const qsizetype second = 1 + std::max<qsizetype>(1, count / tenth);
    QList<int> waves;
    waves.reserve(count);
    for (qsizetype row = 0; row < count; ++row)
        waves.append(row == 0 ? 0 : row < second ? 1 : 2);
    return waves;
}

// In the order in which the names come; the empty one is last.
QList<int> byName(const QStringList &names)
{
    QHash<QString, int> known;
    for (const QString &name : names) {
        if (!name.isEmpty() && !known.contains(name))
            known.insert(name, int(known.size()));
    }
    const auto last = int(known.size());
    QList<int> waves;
    waves.reserve(names.size());
    for (const QString &name : names)
        waves.append(known.value(name, last));
    return waves;
}

} // namespace

QList<int> wavesOf(WavePlan plan, const QList<const PipelineRow *> &rows)
{
    QStringList names;
    names.reserve(rows.size());
    switch (plan) {
    case WavePlan::AtOnce: break;
    case WavePlan::Growing: return growing(rows.size());
    case WavePlan::BySource:
        for (const PipelineRow *row : rows)
            names.append(row->sourceHost.toLower());
        return byName(names);
    case WavePlan::ByTag:
        for (const PipelineRow *row : rows)
            names.append(row->label.tags.value(0).toLower());
        return byName(names);
    }
    return QList<int>(rows.size(), 0);
}

QString wavePlanText(WavePlan plan)
{
    switch (plan) {
    case WavePlan::AtOnce: return WaveWords::tr("All of them");
    case WavePlan::Growing: return WaveWords::tr("One, 10 %, then the rest");
    case WavePlan::BySource: return WaveWords::tr("By source host");
    case WavePlan::ByTag: return WaveWords::tr("By first tag");
    }
    return {};
}

} // namespace Sluice
