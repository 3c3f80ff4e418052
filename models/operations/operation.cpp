// SPDX-License-Identifier: Apache-2.0
#include "models/operations/operation.h"

#include "models/api/pager.h"
#include "models/api/waittext.h"

#include <algorithm>

namespace Sluice {

namespace {

constexpr int looks = 2;

} // namespace

Operation::Operation(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Operation::look);
}

Operation::~Operation() = default;

bool Operation::setStage(Stage stage)
{
    const QPointer<Operation> alive(this);
    const int number = ++m_number;
    m_stage = stage;
    Q_EMIT stageChanged();
    return alive && m_number == number;
}

void Operation::start()
{
    if (m_stage != Stage::Waiting)
        return;
    if (setStage(Stage::Checking))
        check();
}

bool Operation::cancel()
{
    if (m_stage != Stage::Waiting && m_stage != Stage::Checking)
        return false;
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.message = tr("Given up before it was sent.");
    settleUnsent(error);
    return true;
}

void Operation::release()
{
    if (isSettled() || m_stage == Stage::Waiting)
        deleteLater();
    else
        connect(this, &Operation::settled, this, &QObject::deleteLater);
}

bool Operation::lookAgain()
{
    if (!isSettled() || !m_outcome.isUnknown())
        return false;
    m_looksLeft = 1;
    beginLook();
    return true;
}

void Operation::goOn()
{
    if (!setStage(Stage::Sending))
        return;
    read(write(), [this](const Result<Reply> &result) {
        if (result)
            onReply(*result);
        else
            fail(result.error());
    });
}

ApiError Operation::signedOut()
{
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.message = tr("This account is not signed in any more.");
    return error;
}

void Operation::read(const Request &request, Handler<Reply> handler)
{
    const auto once = [this, number = m_number,
                       handler = std::move(handler)](const Result<Reply> &result) {
        if (number == m_number)
            handler(result);
    };
    if (m_client)
        m_client->send(request, this, once);
    else
        QMetaObject::invokeMethod(
            this, [once] { once(signedOut()); }, Qt::QueuedConnection);
}

void Operation::readList(const Request &request, const QString &idKey, Handler<QJsonArray> handler)
{
    const auto once = [this, number = m_number,
                       handler = std::move(handler)](const Result<QJsonArray> &result) {
        if (number == m_number)
            handler(result);
    };
    const auto leave = [once] { once(signedOut()); };
    if (!m_client) {
        QMetaObject::invokeMethod(this, leave, Qt::QueuedConnection);
        return;
    }
    // fetchAll() does not call back when its client is destroyed.
    connect(m_client, &QObject::destroyed, this, leave);
    fetchAll(m_client, request, idKey, this, once);
}

void Operation::onReply(const Reply &reply)
{
    WriteOutcome outcome;
    outcome.effect = Effect::Happened;
    outcome.definition = reply.json.object();
    outcome.body = reply.body;
    settle(outcome);
}

void Operation::doubt(const Reply &reply, const QString &message)
{
    const Request request = write();
    ApiError error;
    error.kind = ApiError::Kind::BadReply;
    error.effect = Effect::Unknown;
    error.httpStatus = reply.status;
    error.message = message;
    error.requestId = reply.requestId;
    error.target = QString::fromLatin1(verbName(request.verb)) + u' ' + request.path;
    if (m_client)
        error.host = m_client->baseUrl().host();
    fail(error);
}

void Operation::refuse(const ApiError &error)
{
    settleUnsent(error);
}

void Operation::settleUnsent(const ApiError &error)
{
    WriteOutcome outcome;
    outcome.error = error;
    settle(outcome);
}

void Operation::fail(const ApiError &error)
{
    if (!error.isEffectUnknown()) {
        refuse(error);
        return;
    }
    m_error = error;
    m_looksLeft = looks;
    m_sinceWrite.start();
    beginLook();
}

void Operation::verify(const ApiError &error)
{
    m_error = error;
    m_looksLeft = 1;
    beginLook();
}

void Operation::beginLook()
{
    --m_looksLeft;
    if (setStage(Stage::Looking))
        look();
}

WriteOutcome Operation::seen(Effect effect, WriteOutcome::Look look, const QString &found) const
{
    WriteOutcome outcome;
    outcome.effect = effect;
    outcome.look = look;
    outcome.found = found;
    outcome.status = m_seenStatus;
    if (effect == Effect::Happened)
        return outcome;
    outcome.error = m_error;
    outcome.error->effect = effect;
    outcome.error->found = found;
    return outcome;
}

void Operation::seeDone(const QString &found, const QJsonObject &definition, const QByteArray &body)
{
    // A refusal stays a refusal, even when the server has what was asked for.
    const Effect effect = m_error.isEffectUnknown() ? Effect::Happened : Effect::None;
    WriteOutcome outcome = seen(effect, WriteOutcome::Look::Done, found);
    outcome.definition = definition;
    outcome.body = body;
    settle(outcome);
}

void Operation::seeNotDone(const QString &found)
{
    ++m_looks;
    if (m_looksLeft > 0) {
        --m_looksLeft;
        m_timer.start(m_pause);
        return;
    }
    const QString words = m_error.isEffectUnknown() ? found + u' ' + looksText() : found;
    settle(seen(m_error.effect, WriteOutcome::Look::NotDone, words));
}

QString Operation::looksText() const
{
    using namespace std::chrono_literals;
    if (!m_sinceWrite.isValid()) // this operation did not send it
        return tr("The server may still be at work on it.");
    const std::chrono::milliseconds time(m_sinceWrite.elapsed());
    const QString passed = waitText(std::max<std::chrono::milliseconds>(time, 1s));
    return tr("It was looked for %n time(s) within %1; the server may still be at work on it.",
              nullptr, m_looks)
        .arg(passed);
}

void Operation::seeOther(const QString &found, const QJsonObject &definition)
{
    WriteOutcome outcome = seen(Effect::Unknown, WriteOutcome::Look::Other, found);
    outcome.definition = definition;
    settle(outcome);
}

void Operation::failLook(const ApiError &error)
{
    settle(seen(Effect::Unknown, WriteOutcome::Look::Failed,
                tr("It could not be looked up. %1")
                    .arg(error.host.isEmpty() ? error.message : error.summary())));
}

void Operation::settle(const WriteOutcome &outcome)
{
    m_timer.stop();
    m_outcome = outcome;
    if (!setStage(Stage::Settled))
        return;
    // Queued, so that the signal never comes inside start() or cancel().
    QMetaObject::invokeMethod(
        this,
        [this, number = m_number] {
            if (number == m_number)
                Q_EMIT settled(m_outcome);
        },
        Qt::QueuedConnection);
}

} // namespace Sluice
