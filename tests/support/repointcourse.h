// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/repoint/repointrun.h"
#include "tests/support/repointfixture.h"

#include <QSignalSpy>

namespace Sluice::Test {

// A run over the pipelines of a fixture. Records what the run told.
class Course
{
public:
    explicit Course(RepointFixture &fixture)
        : Course(fixture, {{fixture.shared}, fixture.next})
    {}

    Course(RepointFixture &fixture, const Repointing &move)
        : m_run(&fixture.fleet, move, itemsOf(fixture))
        , m_finished(&m_run, &RepointRun::finished)
    {
        QObject::connect(&m_run, &RepointRun::reported, &m_run,
                         [this](const QList<PipelineKey> &keys, const ItemReport &report) {
                             ++told;
                             for (const PipelineKey &key : keys) {
                                 steps.insert(key.pipeline, report.state);
                                 texts.insert(key.pipeline, report.text);
                                 history[key.pipeline].append(report.state);
                             }
                         });
    }

    bool run()
    {
        m_run.start();
        return waitForEnd();
    }

    bool waitForEnd() { return !m_finished.isEmpty() || m_finished.wait(20'000); }

    RepointRun &object() { return m_run; }

    int finishedCount() const { return int(m_finished.size()); }

    int told = 0; // how many times
    QHash<QString, ItemState> steps;
    QHash<QString, QString> texts;
    QHash<QString, QList<ItemState>> history;

private:
    static QList<RepointRun::Item> itemsOf(RepointFixture &fixture)
    {
        QList<RepointRun::Item> items;
        const PipelineModel *pipelines = fixture.fleet.pipelines();
        for (int row = 0; row < pipelines->rowCount(); ++row)
            items.append({pipelines->row(row).key, pipelines->row(row).definition});
        std::sort(items.begin(), items.end(), [](const auto &one, const auto &other) {
            return one.key.pipeline < other.key.pipeline;
        });
        return items;
    }

    RepointRun m_run;
    QSignalSpy m_finished;
};

} // namespace Sluice::Test
