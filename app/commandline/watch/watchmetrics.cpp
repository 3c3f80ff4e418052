// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/watch/watchmetrics.h"

#include "app/commandline/output/failure.h"
#include "app/commandline/watch/watch.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Type = MetricsText::Type;

struct StateWord {
    PipelineState state;
    const char *word;
};

// One sample each, so that a query can count them. NotChecked stands for what is not known now.
constexpr std::array states{
    StateWord{PipelineState::Starting, "STARTING"},
    StateWord{PipelineState::Snapshotting, "SNAPSHOTTING"},
    StateWord{PipelineState::Streaming, "STREAMING"},
    StateWord{PipelineState::Stopping, "STOPPING"},
    StateWord{PipelineState::NotRunning, "NOT_RUNNING"},
    StateWord{PipelineState::Unknown, "UNKNOWN"},
    StateWord{PipelineState::Other, "OTHER"},
    StateWord{PipelineState::NotChecked, "NOT_KNOWN"},
};

constexpr std::array troubles{
    ApiError::Kind::Network,  ApiError::Kind::Timeout,      ApiError::Kind::Tls,
    ApiError::Kind::Server,   ApiError::Kind::BadReply,     ApiError::Kind::RateLimited,
    ApiError::Kind::NotFound, ApiError::Kind::Unauthorized, ApiError::Kind::Forbidden,
    ApiError::Kind::Rejected,
};

QString wordOf(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    return Failure(error).kind;
}

MetricsText::Labels with(MetricsText::Labels labels, const char *name, const QString &value)
{
    labels.append({name, value});
    return labels;
}

} // namespace

WatchMetrics::WatchMetrics(const Watch &watch)
    : m_watch(watch)
{
    connect(&watch, &Watch::told, this, &WatchMetrics::onTold);
    connect(watch.account()->client(), &Client::answered, this,
            [this](int status) { ++m_calls[status]; });
}

void WatchMetrics::onTold(const WatchEvent &event)
{
    if (event.isUnexpected)
        ++m_unexpectedStops[event.pipelineId];
    else if (event.kind == WatchEvent::Kind::Gone)
        m_unexpectedStops.remove(event.pipelineId);
}

// The API allows two pipelines of one name; two series of one name would be an error.
QList<WatchMetrics::Labelled> WatchMetrics::pipelines() const
{
    const QList<const PipelineRow *> rows = m_watch.rows();
    const auto identity = [](const PipelineRow *row) {
        return std::pair(MetricsText::labelOf(row->projectName), MetricsText::labelOf(row->name));
    };
    QHash<std::pair<QString, QString>, int> uses;
    for (const PipelineRow *row : rows)
        ++uses[identity(row)];
    const QString account = MetricsText::labelOf(m_watch.account()->profile().name);
    QList<Labelled> all;
    for (const PipelineRow *row : rows) {
        auto [project, name] = identity(row);
        if (uses.value({project, name}) > 1)
            name += u" (%1)"_s.arg(MetricsText::labelOf(row->key.pipeline));
        all.append({row,
                    {{"account", account},
                     {"project", project},
                     {"pipeline", name},
                     {"runner", MetricsText::labelOf(row->runnerText())}}});
    }
    return all;
}

QByteArray WatchMetrics::text(MetricsText::Form form) const
{
    MetricsText text(form);
    writePipelines(text);
    writeApi(text);
    return text.end();
}

void WatchMetrics::writePipelines(MetricsText &text) const
{
    const QList<Labelled> all = pipelines();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    text.begin("sluice_pipeline_state", Type::Gauge,
               "State of a pipeline: 1 for the state it is in, 0 for all others. NOT_KNOWN: it was "
               "not asked yet, or its last check failed.");
    for (const Labelled &each : all) {
        const PipelineState shown =
            each.row->outdated ? PipelineState::NotChecked : each.row->state;
        for (const StateWord &state : states)
            text.add(with(each.labels, "state", QLatin1String(state.word)), state.state == shown);
    }
    text.begin(
        "sluice_pipeline_last_observation_seconds", Type::Gauge,
        "Seconds since the state of a pipeline was seen last. Missing before the first time.",
        "seconds");
    for (const Labelled &each : all)
        if (each.row->checked.isValid())
            text.add(each.labels, double(each.row->checked.msecsTo(now)) / 1000.0);
    text.begin("sluice_pipeline_stopped_unexpectedly", Type::Gauge,
               "1 when a pipeline was seen running, then stopped, and has not run since. Somebody "
               "else may have stopped it.");
    for (const Labelled &each : all)
        text.add(each.labels, each.row->badge() == Badge::StoppedUnexpectedly);
    text.begin("sluice_unexpected_stops", Type::Counter,
               "Times that a pipeline was seen running and then stopped.");
    for (const Labelled &each : all)
        text.add(each.labels, m_unexpectedStops.value(each.row->key.pipeline));
}

void WatchMetrics::writeApi(MetricsText &text) const
{
    text.begin("sluice_api_calls", Type::Counter,
               "Calls to the API by the status of their answer. none: no answer came.");
    for (auto it = m_calls.cbegin(); it != m_calls.cend(); ++it)
        text.add({{"code", it.key() == 0 ? u"none"_s : QString::number(it.key())}},
                 double(it.value()));
    const QString account = MetricsText::labelOf(m_watch.account()->profile().name);
    text.begin("sluice_api_trouble", Type::Gauge,
               "1 while the API does not answer as it should, by the kind of failure.");
    for (const ApiError::Kind kind : troubles) {
        const bool isOn = m_watch.troubles().kinds().contains(kind) ||
                          (kind == ApiError::Kind::RateLimited && m_watch.isPaused());
        text.add({{"account", account}, {"kind", wordOf(kind)}}, isOn);
    }
    RateBudget *budget = m_watch.account()->budget();
    if (const int limit = budget->knownLimit(); limit > 0) {
        text.begin("sluice_api_budget_used_ratio", Type::Gauge,
                   "Calls of the last minute, as a part of what the API is known to accept.",
                   "ratio");
        text.add({{"account", account}},
                 double(budget->usedLastMinute(RateBudget::Clock::now())) / double(limit));
        text.begin("sluice_api_budget_limit_per_minute", Type::Gauge,
                   "Calls a minute that the API is known to accept.");
        text.add({{"account", account}}, limit);
    }
}

} // namespace Sluice
