// SPDX-License-Identifier: Apache-2.0
#include "models/runs/commandrun.h"

#include "models/api/endpoints.h"
#include "models/fleet/fleet.h"
#include "models/operations/commandoperation.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::chrono::milliseconds clockInterval{1'000};

bool runs(PipelineState state)
{
    return state == PipelineState::Snapshotting || state == PipelineState::Streaming;
}

QString seconds(qint64 milliseconds)
{
    return CommandRun::tr("%L1 s").arg((milliseconds + 500) / 1000);
}

} // namespace

CommandRun::CommandRun(Fleet *fleet, RunVerb verb, const QList<Item> &items, Settings settings,
                       QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_verb(verb)
    , m_items(items)
    , m_settings(settings)
    , m_entries(size_t(items.size()))
    , m_limits({.mostFailures = settings.mostFailures, .mostInARow = 0})
{
    const auto waveOf = [](const Item &item) {
        return item.skipped.isEmpty() ? item.wave : std::numeric_limits<int>::max();
    };
    std::stable_sort(m_items.begin(), m_items.end(), [&waveOf](const Item &one, const Item &other) {
        return waveOf(one) < waveOf(other);
    });
    for (int item = 0; item < size(); ++item) {
        m_places.insert(m_items.at(item).key, item);
        const int wave = m_items.at(item).wave;
        if (m_items.at(item).skipped.isEmpty() && (m_waves.isEmpty() || m_waves.last() != wave))
            m_waves.append(wave);
    }
    m_wave = m_waves.value(0);
    m_clock.setInterval(std::min(clockInterval, m_settings.patience / 4));
    connect(&m_clock, &QTimer::timeout, this, &CommandRun::checkTimes);
    connect(fleet->pipelines(), &PipelineModel::statusSeen, this, &CommandRun::onStatus);
    connect(fleet->pipelines(), &PipelineModel::pipelinesRemoved, this,
            [this](const QList<PipelineKey> &keys) {
                for (const PipelineKey &key : keys) {
                    const int item = m_places.value(key, -1);
                    if (item >= 0 && state(item) == State::Requested)
                        end(item, State::Unknown,
                            tr("It left the list before a state proved the command."));
                }
            });
}

// What has left is not recalled; the fleet follows it to its answer.
CommandRun::~CommandRun() = default;

void CommandRun::start()
{
    m_startedAt = QDateTime::currentDateTime();
    m_isRunning = true;
    QList<int> all;
    for (int item = 0; item < size(); ++item) {
        all.append(item);
        const QString &skipped = m_items.at(item).skipped;
        entry(item).isStopped = m_items.at(item).rest == Rest::Start;
        if (skipped.isEmpty()) {
            m_waiting.insert(item);
        } else {
            entry(item).state = State::Skipped;
            entry(item).words = skipped;
        }
    }
    Q_EMIT itemsChanged(all);
    Q_EMIT stateChanged();
    pumpLater();
}

void CommandRun::pause()
{
    if (!m_isRunning || std::exchange(m_isPaused, true))
        return;
    Q_EMIT stateChanged();
}

void CommandRun::resume()
{
    if (!std::exchange(m_isPaused, false))
        return;
    m_isWaveExcused = isHeldBack();
    m_waveProblem.clear();
    Q_EMIT stateChanged();
    pumpLater();
}

void CommandRun::cancelRest()
{
    if (!m_isRunning || std::exchange(m_isCancelled, true))
        return;
    m_waveProblem.clear();
    Q_EMIT stateChanged();
    pumpLater();
}

QList<CommandRun::Item> CommandRun::left() const
{
    QList<Item> items;
    for (int item = 0; item < size(); ++item) {
        const State now = state(item);
        if (!isFailure(now) && now != State::NotSent)
            continue;
        Item again = m_items.at(item);
        again.isLookedAtFirst = true;
        again.rest = restOf(item);
        items.append(again);
    }
    return items;
}

CommandRun::Rest CommandRun::restOf(int item) const
{
    const Entry &ended = m_entries[size_t(item)];
    if (ended.isStopped)
        return Rest::Start;
    const bool wasSent = ended.state == State::TimedOut || ended.state == State::Unknown;
    return m_verb == RunVerb::Restart && wasSent ? Rest::IfStopped : m_items.at(item).rest;
}

bool CommandRun::isFailure(State state)
{
    return state == State::Failed || state == State::TimedOut || state == State::Unknown;
}

bool CommandRun::isUnderWay(const PipelineKey &key) const
{
    const int item = m_places.value(key, -1);
    if (item < 0)
        return false;
    const State now = state(item);
    return now == State::Checking || now == State::Sending || now == State::Requested;
}

int CommandRun::count(State state) const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [state](const Entry &entry) { return entry.state == state; }));
}

int CommandRun::total() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
                             [](const Item &item) { return item.skipped.isEmpty(); }));
}

int CommandRun::over() const
{
    const int open = count(State::Waiting) + count(State::Checking) + count(State::Sending) +
                     count(State::Requested);
    return total() - open;
}

int CommandRun::failed() const
{
    return count(State::Failed) + count(State::TimedOut) + count(State::Unknown);
}

QString CommandRun::stateText(State state)
{
    switch (state) {
    case State::Waiting: return tr("Waiting");
    case State::Checking: return tr("Checking");
    case State::Sending: return tr("Sending");
    case State::Requested: return tr("Requested");
    case State::Confirmed: return tr("Confirmed");
    case State::TimedOut: return tr("Timed out");
    case State::Failed: return tr("Failed");
    case State::Unknown: return tr("Not known");
    case State::Skipped: return tr("Skipped");
    case State::NotSent: return tr("Not sent");
    case State::Cancelled: return tr("Cancelled");
    }
    return {};
}

QString CommandRun::summary() const
{
    QStringList parts;
    const auto add = [&parts](int number, const QString &text) {
        if (number > 0)
            parts.append(text.arg(number));
    };
    add(count(State::Confirmed), tr("%L1 confirmed"));
    add(count(State::Requested) + count(State::Sending), tr("%L1 requested"));
    add(count(State::TimedOut), tr("%L1 timed out"));
    add(count(State::Failed), tr("%L1 failed"));
    add(count(State::Unknown), tr("%L1 not known"));
    add(count(State::Skipped), tr("%L1 skipped"));
    add(count(State::NotSent), tr("%L1 not sent"));
    add(count(State::Cancelled), tr("%L1 cancelled"));
    add(count(State::Waiting) + count(State::Checking), tr("%L1 waiting"));
    return parts.join(u", "_s);
}

QString CommandRun::text(int item) const
{
    const Entry &asked = m_entries[size_t(item)];
    QStringList parts = asked.steps;
    if (asked.state == State::Requested) {
        const QString age = seconds(asked.since.elapsed());
        const QString most = seconds(m_settings.patience.count());
        parts += asked.command == PipelineCommand::Start
                     ? tr("start sent %1 ago, waits up to %2").arg(age, most)
                     : tr("stop sent %1 ago, waits up to %2").arg(age, most);
    }
    if (!asked.words.isEmpty())
        parts += asked.words;
    QString text = parts.join(u", "_s);
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

// Queued: a listener may pause or delete the run when an item changes.
void CommandRun::pumpLater()
{
    if (!std::exchange(m_isPumping, true))
        QMetaObject::invokeMethod(this, &CommandRun::pump, Qt::QueuedConnection);
}

void CommandRun::pump()
{
    m_isPumping = false;
    const QPointer<CommandRun> alive(this);
    passOver();
    while (alive && !m_isPaused && !m_isCancelled && !m_waiting.empty() &&
           m_underWay < m_settings.atOnce && !m_limits.isFull() && mayBegin(*m_waiting.begin()))
        begin(*m_waiting.begin());
    if (!alive || !m_isRunning || !m_waiting.empty() || m_underWay > 0)
        return;
    m_isRunning = false;
    m_isPaused = false;
    m_endedAt = QDateTime::currentDateTime();
    Q_EMIT stateChanged();
    if (alive)
        Q_EMIT finished();
}

// It is of the wave that is under way, or this one is over and has held.
bool CommandRun::mayBegin(int item)
{
    const int wave = m_items.at(item).wave;
    if (wave == m_wave)
        return true;
    if (m_underWay > 0)
        return false;
    const QString problem = m_isWaveExcused ? QString() : whyWaveFailed();
    if (!problem.isEmpty()) {
        m_waveProblem = problem;
        m_isPaused = true;
        m_holding.invalidate();
        Q_EMIT stateChanged();
        return false;
    }
    const bool hasToHold =
        m_verb != RunVerb::Stop && m_settings.hold.count() > 0 && !m_isWaveExcused;
    if (hasToHold && !m_holding.isValid()) {
        m_holding.start();
        m_clock.start();
        Q_EMIT stateChanged();
    }
    if (hasToHold && !m_holding.hasExpired(m_settings.hold.count()))
        return false;
    goToWave(wave);
    return true;
}

void CommandRun::goToWave(int wave)
{
    m_wave = wave;
    m_isWaveExcused = false;
    m_holding.invalidate();
    Q_EMIT stateChanged();
}

// Empty: it went well, as far as was seen.
QString CommandRun::whyWaveFailed() const
{
    const int number = int(m_waves.indexOf(m_wave)) + 1;
    int failures = 0;
    for (int item = 0; item < size(); ++item) {
        if (m_items.at(item).wave != m_wave || !m_items.at(item).skipped.isEmpty())
            continue;
        failures += isFailure(state(item)) ? 1 : 0;
        const PipelineRow *row = m_fleet->pipelines()->find(m_items.at(item).key);
        const bool hasToRun = m_verb != RunVerb::Stop && state(item) == State::Confirmed;
        if (hasToRun && (!row || !runs(row->state)))
            return tr("Wave %1 did not hold: %2 was confirmed, and does not run any more.")
                .arg(number)
                .arg(m_items.at(item).name);
    }
    return failures == 0 ? QString()
                         : tr("%Ln pipeline(s) of wave %1 failed, timed out or are not known.",
                              nullptr, failures)
                               .arg(number);
}

QString CommandRun::waveText() const
{
    if (m_waves.size() < 2 || !m_isRunning)
        return {};
    if (isHeldBack())
        return tr("%1 Resume goes on with the next wave.").arg(m_waveProblem);
    const QString wave = tr("Wave %L1 of %L2").arg(m_waves.indexOf(m_wave) + 1).arg(m_waves.size());
    if (!m_holding.isValid())
        return wave;
    const qint64 left = std::max<qint64>(0, m_settings.hold.count() - m_holding.elapsed());
    return tr("%1 has to run for %2 more").arg(wave, seconds(left));
}

// The command was accepted, or may have been.
bool CommandRun::hasLeft(int item) const
{
    const State now = state(item);
    return now == State::Requested || now == State::Confirmed || now == State::TimedOut ||
           now == State::Unknown;
}

std::optional<RunVerb> CommandRun::undoVerb() const
{
    switch (m_verb) {
    case RunVerb::Start: return RunVerb::Stop;
    case RunVerb::Stop: return RunVerb::Start;
    case RunVerb::Restart: break;
    }
    return {};
}

QList<PipelineKey> CommandRun::touched() const
{
    QList<PipelineKey> keys;
    for (int item = 0; item < size(); ++item) {
        if (hasLeft(item))
            keys.append(m_items.at(item).key);
    }
    return keys;
}

QString CommandRun::whyNot(int item) const
{
    const PipelineKey &key = m_items.at(item).key;
    return m_limits.obstacle(key.account, key.project);
}

void CommandRun::passOver()
{
    QList<int> passed;
    for (const int item : m_waiting) {
        const QString why = m_isCancelled ? QString() : whyNot(item);
        if (!m_isCancelled && why.isEmpty())
            continue;
        entry(item).state = m_isCancelled ? State::Cancelled : State::NotSent;
        entry(item).words = why;
        passed.append(item);
    }
    for (const int item : std::as_const(passed))
        m_waiting.erase(item);
    if (!passed.isEmpty())
        Q_EMIT itemsChanged(passed);
}

void CommandRun::begin(int item)
{
    m_waiting.erase(item);
    Entry &begun = entry(item);
    begun.hasPlace = true;
    ++m_underWay;
    ++begun.tries;
    if (m_items.at(item).isLookedAtFirst && begun.tries == 1)
        look(item);
    else
        act(item);
}

void CommandRun::look(int item)
{
    const PipelineKey &key = m_items.at(item).key;
    Client *client = m_fleet->client(key.account);
    if (!client || !m_fleet->pipelines()->find(key)) {
        act(item); // says so
        return;
    }
    client->send(Endpoints::getStatus(key.project, key.pipeline), this,
                 [this, item](const Result<Reply> &reply) { onLooked(item, reply); });
    setState(item, State::Checking);
}

void CommandRun::onLooked(int item, const Result<Reply> &reply)
{
    if (reply) {
        const QPointer<CommandRun> alive(this);
        m_fleet->pipelines()->setStatus(m_items.at(item).key, reply->json["status"_L1].toString());
        if (alive)
            act(item);
        return;
    }
    WriteOutcome outcome;
    outcome.error = reply.error();
    const PipelineKey &key = m_items.at(item).key;
    m_limits.recordFailure(key.account, key.project, outcome);
    end(item, State::Failed,
        tr("Its state could not be read, so nothing was sent: %1").arg(reply.error().summary()));
}

// Of a restart, what is stopped by now is started.
bool CommandRun::isStartLeft(int item, PipelineState now) const
{
    const bool mayBeStopped = m_items.at(item).rest == Rest::IfStopped;
    return m_entries[size_t(item)].isStopped || (mayBeStopped && now == PipelineState::NotRunning);
}

// The command that its state asks for now; none: why not.
std::optional<PipelineCommand> CommandRun::wanted(int item, QString *why) const
{
    const Item &asked = m_items.at(item);
    const PipelineRow *row = m_fleet->pipelines()->find(asked.key);
    if (!row || !m_fleet->client(asked.key.account)) {
        *why = tr("It is not in the list any more. Nothing was sent.");
        return {};
    }
    const auto ifRequested = asked.isLookedAtFirst ? IfRequested::Act : IfRequested::Skip;
    const RunVerb verb = isStartLeft(item, row->state) ? RunVerb::Start : m_verb;
    const RunDecision decision = decide(verb, *row, ifRequested);
    if (decision.kind == RunDecision::Kind::Acts ||
        (decision.kind == RunDecision::Kind::InSnapshot && asked.mayEndSnapshot))
        return firstCommand(verb);
    *why = decision.kind == RunDecision::Kind::InSnapshot
               ? tr("It is in its snapshot now, so nothing was sent.")
               : decision.text;
    return {};
}

void CommandRun::act(int item)
{
    QString why;
    if (const std::optional<PipelineCommand> command = wanted(item, &why))
        send(item, *command);
    else
        end(item, State::Skipped, why);
}

void CommandRun::send(int item, PipelineCommand command)
{
    entry(item).command = command;
    setState(item, State::Sending);
    // One action at a time on each pipeline. What is wanted is asked again when the turn comes.
    auto *turn = new QObject(this);
    m_fleet->turns()->enqueue(m_items.at(item).key, turn,
                              [this, item, command, turn] { onTurn(item, command, turn); });
}

void CommandRun::onTurn(int item, PipelineCommand command, QObject *turn)
{
    const PipelineKey key = m_items.at(item).key;
    QString why = tr("It changed meanwhile, so nothing was sent.");
    if (wanted(item, &why) != command) {
        m_fleet->turns()->end(key, turn);
        turn->deleteLater();
        end(item, State::Skipped, why);
        return;
    }
    auto *operation =
        new CommandOperation(m_fleet->client(key.account), key.project, key.pipeline, command);
    m_fleet->follow(key, operation);
    turn->setParent(operation); // the turn lasts as long as the answer takes, without this run too
    entry(item).operation = operation;
    connect(operation, &Operation::settled, this, [this, item, key, turn](const auto &outcome) {
        // What the end of the turn starts may delete the operation, and the outcome with it.
        const WriteOutcome ended = outcome; // NOLINT(performance-unnecessary-copy-initialization)
        m_fleet->turns()->end(key, turn);
        onSettled(item, ended);
    });
    connect(operation, &Operation::settled, operation, &Operation::release);
    operation->start();
}

void CommandRun::onSettled(int item, const WriteOutcome &outcome)
{
    const PipelineKey key = m_items.at(item).key;
    Entry &settled = entry(item);
    settled.operation.clear();
    settled.since.start();
    if (outcome.isDone()) {
        m_limits.recordDone(key.account);
        settled.isSeenStarting = false;
        m_clock.start();
        setState(item, State::Requested);
        return;
    }
    const ApiError &error = *outcome.error;
    // A 429 says that the server did not act. All calls of the account wait by themselves now. What
    // a restart has stopped is started also when the rest is cancelled.
    const bool isTriedAgain = error.kind == ApiError::Kind::RateLimited && !outcome.isUnknown() &&
                              settled.tries < m_settings.mostTries &&
                              (!m_isCancelled || settled.isStopped);
    if (isTriedAgain) {
        ++settled.tries;
        act(item);
        return;
    }
    m_limits.recordFailure(key.account, key.project, outcome);
    const QString what =
        settled.command == PipelineCommand::Start ? tr("start: %1") : tr("stop: %1");
    end(item, outcome.isUnknown() ? State::Unknown : State::Failed, what.arg(outcome.summary()));
}

void CommandRun::onStatus(const PipelineKey &key)
{
    const int item = m_places.value(key, -1);
    if (item < 0)
        return;
    if (m_holding.isValid())
        pumpLater(); // it may have stopped again
    switch (state(item)) {
    case State::Requested:
    case State::TimedOut:
    case State::Unknown: prove(item); break;
    default: break;
    }
}

void CommandRun::prove(int item)
{
    const PipelineRow *row = m_fleet->pipelines()->find(m_items.at(item).key);
    if (!row)
        return;
    Entry &proved = entry(item);
    if (proved.command == PipelineCommand::Start) {
        judgeStart(item, row->state);
        return;
    }
    if (row->state != PipelineState::NotRunning || proved.isStopped)
        return;
    proved.steps += tr("stopped after %1").arg(seconds(proved.since.elapsed()));
    if (m_verb != RunVerb::Restart) {
        end(item, State::Confirmed);
        return;
    }
    proved.isStopped = true;
    if (proved.state == State::Requested)
        act(item);
    else
        setState(item, proved.state, tr("too late: it was not started again"));
}

void CommandRun::judgeStart(int item, PipelineState seen)
{
    Entry &judged = entry(item);
    if (runs(seen)) {
        const QString after = seconds(judged.since.elapsed());
        judged.steps += seen == PipelineState::Streaming
                            ? tr("streaming after %1").arg(after)
                            : tr("in its snapshot after %1").arg(after);
        end(item, State::Confirmed);
    } else if (seen == PipelineState::Starting) {
        judged.isSeenStarting = true;
    } else if (seen == PipelineState::NotRunning && judged.isSeenStarting &&
               judged.state == State::Requested) {
        m_limits.countFailure();
        end(item, State::Failed, tr("it was seen starting, and then it was stopped again"));
    }
}

QString CommandRun::timeOutText(int item) const
{
    const Entry &late = m_entries[size_t(item)];
    const PipelineRow *row = m_fleet->pipelines()->find(m_items.at(item).key);
    const QString after = seconds(late.since.elapsed());
    const QString sent =
        late.command == PipelineCommand::Start ? tr("start accepted") : tr("stop accepted");
    QString text = row && row->checked.isValid() && !row->outdated
                       ? tr("%1, still \"%2\" after %3")
                             .arg(sent, badgeWord(badgeOf(row->state), row->rawStatus), after)
                       : tr("%1, but no state could be read for %2").arg(sent, after);
    if (m_verb == RunVerb::Restart && late.command == PipelineCommand::Stop)
        text += tr(", so it was not started");
    return text;
}

void CommandRun::checkTimes()
{
    const QPointer<CommandRun> alive(this);
    QList<int> waiting;
    for (int item = 0; alive && item < size(); ++item) {
        if (state(item) != State::Requested)
            continue;
        if (entry(item).since.hasExpired(m_settings.patience.count())) {
            m_limits.countFailure();
            end(item, State::TimedOut, timeOutText(item));
        } else {
            waiting.append(item);
        }
    }
    if (!alive)
        return;
    if (m_holding.isValid()) {
        pumpLater();
        Q_EMIT stateChanged(); // how long it has to hold still
    } else if (waiting.isEmpty()) {
        m_clock.stop();
    }
    if (alive && !waiting.isEmpty())
        Q_EMIT itemsChanged(waiting); // their ages
}

void CommandRun::setState(int item, State state, const QString &words)
{
    entry(item).state = state;
    entry(item).words = words;
    Q_EMIT itemsChanged({item});
}

// Nothing more is done to it.
void CommandRun::end(int item, State state, const QString &words)
{
    if (std::exchange(entry(item).hasPlace, false))
        --m_underWay;
    pumpLater();
    setState(item, state, words);
}

} // namespace Sluice
