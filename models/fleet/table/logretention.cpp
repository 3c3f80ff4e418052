// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/logretention.h"

#include "models/fleet/table/pipelinerow.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr auto listKey = "logRetention"_L1;
constexpr auto endlessWord = "endless"_L1;

struct RetentionWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::LogRetention)
};

// "72 sqlserver db1.example.com"
QString entryOf(const QString &id, const Retention &retention)
{
    const QString kept = retention.kind == Retention::Kind::Endless
                             ? QString(endlessWord)
                             : QString::number(retention.kept.count());
    return kept + u' ' + id;
}

Retention retentionFrom(const QString &word)
{
    if (word == endlessWord)
        return {Retention::Kind::Endless, 0h};
    bool isNumber = false;
    const int hours = word.toInt(&isNumber);
    if (!isNumber || hours < 1 || hours > LogRetention::longest.count())
        return {};
    return {Retention::Kind::Kept, std::chrono::hours(hours)};
}

} // namespace

QString LogRetention::Source::id() const
{
    return type.toLower() + u' ' + host.trimmed().toLower();
}

LogRetention::LogRetention(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QStringList entries = settings->value(listKey).toStringList();
    for (const QString &entry : entries) {
        const Retention retention = retentionFrom(entry.section(u' ', 0, 0));
        if (retention.kind != Retention::Kind::NotKnown)
            m_known.insert(entry.section(u' ', 1), retention);
    }
}

Retention LogRetention::of(const Source &source) const
{
    return m_known.value(source.id());
}

Retention LogRetention::of(const PipelineRow &row) const
{
    return of(sourceOf(row));
}

void LogRetention::set(const Source &source, Retention retention)
{
    if (source.host.trimmed().isEmpty() || of(source) == retention)
        return;
    if (retention.kind == Retention::Kind::NotKnown) {
        m_known.remove(source.id());
    } else {
        retention.kept = std::clamp(retention.kept, 0h, longest);
        m_known.insert(source.id(), retention);
    }
    QStringList entries;
    for (auto [id, known] : m_known.asKeyValueRange())
        entries.append(entryOf(id, known));
    entries.sort();
    m_settings->setValue(listKey, entries);
    Q_EMIT changed();
}

std::optional<std::chrono::hours> LogRetention::usual(const QString &type)
{
    if (type.compare("sqlserver"_L1, Qt::CaseInsensitive) == 0)
        return 72h; // the cleanup job of its capture: 4320 minutes
    if (type.compare("mysql"_L1, Qt::CaseInsensitive) == 0)
        return 30 * 24h; // binlog_expire_logs_seconds of MySQL 8: 2592000
    return {};
}

LogRetention::Source LogRetention::sourceOf(const PipelineRow &row)
{
    return {row.sourceType, row.sourceHost};
}

QString retentionText(const Retention &retention)
{
    const auto hours = static_cast<int>(retention.kept.count());
    switch (retention.kind) {
    case Retention::Kind::NotKnown: return RetentionWords::tr("Not known");
    case Retention::Kind::Endless: return RetentionWords::tr("As long as it is needed");
    case Retention::Kind::Kept: break;
    }
    return hours % 24 == 0 ? RetentionWords::tr("%Ln day(s)", nullptr, hours / 24)
                           : RetentionWords::tr("%Ln hour(s)", nullptr, hours);
}

} // namespace Sluice
