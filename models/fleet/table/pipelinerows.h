// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/pipelinerow.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace Sluice {

// The rows of a PipelineModel in their order, with indexes and counts for frequent questions (by
// key, project, runner, name and badge), so that no such question walks all rows. It tells nobody.
// Indexed and counted values change through edit() only.
class PipelineRows
{
public:
    int size() const { return static_cast<int>(m_rows.size()); }

    // row must be valid.
    const PipelineRow &at(int row) const { return *m_rows[static_cast<size_t>(row)]; }

    PipelineRow &at(int row) { return *m_rows[static_cast<size_t>(row)]; }

    PipelineRow *find(const PipelineKey &key) const { return m_byKey.value(key, nullptr); }

    // Puts it behind the others.
    void append(std::unique_ptr<PipelineRow> row);
    void remove(int first, int last);

    // Runs change, which may touch anything but the key, and keeps indexes and counts right.
    template <typename Change>
    void edit(PipelineRow &row, Change change)
    {
        const Indexed before = indexedOf(row);
        change();
        move(row, before, indexedOf(row));
    }

    QList<PipelineKey> keys(const QString &account) const;
    QList<PipelineKey> keys(const QString &account, const QString &project) const;
    // The rows of one project, in no order that means anything.
    QList<PipelineRow *> rows(const QString &account, const QString &project) const;

    int count(const QString &account) const { return m_accounts.value(account).rows; }

    int count(const QString &account, const QString &project) const;
    int count(const QString &account, const QString &project, Badge badge) const;
    // The worst problem (StoppedUnexpectedly, Unknown) within a project; none: all is well.
    std::optional<Badge> worstProblem(const QString &account, const QString &project) const;
    // The last checks of all of an account's rows failed; false when it has none.
    bool haveAllChecksFailed(const QString &account) const;
    // The newest reading by an earlier run of the program that rows of the account (empty: of any)
    // still rest on. Invalid: they rest on none.
    QDateTime recalledFrom(const QString &account) const;
    // Names of the pipelines that name this runner, sorted.
    QStringList namesUsingRunner(const QString &account, const QString &agentId,
                                 const QString &exceptPipeline = {}) const;
    // A pipeline of the project has this very name.
    bool hasName(const QString &account, const QString &project, const QString &name) const;

private:
    using Place = std::pair<QString, QString>; // account, and project or agent id

    static constexpr size_t badgeCount = static_cast<size_t>(Badge::NotChecked) + 1;

    // The values of a row that are indexed or counted.
    struct Indexed {
        Badge badge = Badge::NotChecked;
        bool hasFailedCheck = false;
        QString agentId;
        QString name;
        bool operator==(const Indexed &) const = default;
    };

    // The rows of one project.
    struct Group {
        QList<PipelineRow *> rows;
        std::array<int, badgeCount> badges = {};
        QHash<QString, int> names; // how many have it
    };

    struct AccountCounts {
        int rows = 0;
        int failedChecks = 0;
    };

    static Indexed indexedOf(const PipelineRow &row);
    void move(PipelineRow &row, const Indexed &before, const Indexed &after);
    void count(const PipelineRow &row, const Indexed &values, int by);
    void record(PipelineRow &row, const Indexed &values);
    void forget(PipelineRow &row, const Indexed &values);

    std::vector<std::unique_ptr<PipelineRow>> m_rows;
    QHash<PipelineKey, PipelineRow *> m_byKey;
    QHash<Place, Group> m_groups;
    QHash<Place, QList<PipelineRow *>> m_users; // by runner
    QHash<QString, AccountCounts> m_accounts;
};

} // namespace Sluice
