// SPDX-License-Identifier: Apache-2.0
// Makes the README's pictures anew, with the real window on the real sandbox. The store has a day
// that a watching window would have written.
//   sluice-pictures FOLDER
#include "models/references/referencesmodel.h"
#include "models/store/localstore.h"
#include "models/support/plurals.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTableView>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr qint64 minute = 60LL * 1000;
constexpr qint64 hour = 60 * minute;

// A day with a night in which nobody looked, and a restart of some pipelines.
QList<SpanStore::Kept> spansOf(const PipelineRow &row, int number, qint64 now)
{
    QList<SpanStore::Kept> spans;
    const auto add = [&](qint64 began, qint64 ended, const QString &status) {
        spans.append({row.key, now - began, now - ended, status});
    };
    const bool runs = row.state == PipelineState::Streaming;
    const QString usual = row.state == PipelineState::Starting   ? u"NOT_RUNNING"_s
                          : row.state == PipelineState::Stopping ? u"STREAMING"_s
                                                                 : row.rawStatus;
    add(26 * hour, 16 * hour, usual);
    if (!runs || number % 3 != 0) {
        add(7 * hour, minute, usual);
        return spans;
    }
    const qint64 stop = (2 + number % 4) * hour;
    add(7 * hour, stop, usual);
    add(stop, stop - 12 * minute, u"NOT_RUNNING"_s);
    add(stop - 12 * minute, stop - 16 * minute, u"STARTING"_s);
    add(stop - 16 * minute, minute, usual);
    return spans;
}

// What a window that watched the sandbox's pipelines before would have kept.
void writePast(LocalStore *store, const QList<PipelineRow> &rows)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    LastStates::States states;
    for (int number = 0; number < rows.size(); ++number) {
        const PipelineRow &row = rows.at(number);
        const QList<SpanStore::Kept> spans = spansOf(row, number, now);
        store->spans()->put(spans);
        if (isTransitional(row.state))
            continue;
        const bool wasRestarted = spans.size() > 2;
        const qint64 since =
            wasRestarted ? spans.constLast().began : now - (1LL + number % 6) * 31 * hour;
        SeenState &seen = states[row.key];
        seen.status = row.rawStatus;
        seen.seen = QDateTime::fromMSecsSinceEpoch(spans.constLast().ended, Qt::UTC);
        seen.since = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
        seen.sinceExact = wasRestarted;
    }
    store->lastStates()->put(states);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    const QStringList words = QApplication::arguments();
    if (words.size() != 2 || !QDir().mkpath(words.at(1))) {
        std::fputs("usage: sluice-pictures FOLDER\n", stderr);
        return 2;
    }
    const Test::SandboxProcess sandbox({u"--seed"_s, u"demo"_s});
    Theme theme(application, Theme::Mode::Light);
    QList<PipelineRow> rows;
    {
        Test::WindowFixture before(&theme);
        if (!before.signIn(sandbox))
            return 1;
        const PipelineModel *pipelines = before.fleet()->pipelines();
        for (int row = 0; row < pipelines->rowCount(); ++row)
            rows.append(*pipelines->find(
                pipelines->index(row, 0).data(PipelineModel::KeyRole).value<PipelineKey>()));
    }
    Test::WindowFixture fixture(&theme);
    fixture.addStore();
    writePast(fixture.store(), rows);
    fixture.reopen(); // the states are read when the store is opened
    fixture.window()->resize(1440, 900);
    if (!fixture.signIn(sandbox))
        return 1;
    const QModelIndex first = fixture.table()->model()->index(0, PipelineModel::TimelineColumn);
    const auto isRead = [&first] {
        return first.data(Qt::AccessibleTextRole).toString().contains(u" h "_s);
    };
    if (!QTest::qWaitFor(isRead, 10'000))
        return 1;
    QCoreApplication::processEvents();
    const QDir folder(words.at(1));
    const auto save = [&fixture, &folder](const QString &name) {
        return fixture.window()->grab().save(folder.filePath(name));
    };
    bool isSaved = save(u"dashboard.png"_s);
    if (!fixture.trigger(u"secretsAction"_s))
        return 1;
    auto *table = fixture.find<QTableView>(u"secretsTable"_s);
    table->sortByColumn(ReferencesModel::UsersColumn, Qt::DescendingOrder);
    table->selectRow(0);
    QCoreApplication::processEvents();
    isSaved = save(u"secrets.png"_s) && isSaved;
    return isSaved ? 0 : 1;
}
