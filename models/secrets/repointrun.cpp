// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/repointrun.h"

#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostMoves = 3; // of a definition that changes each time it is read

QString wordsOf(const ApiError &error)
{
    QStringList words{error.summary()};
    for (const Violation &violation : error.violations)
        words += violation.field.isEmpty() ? violation.message
                                           : RepointRun::tr("%1: %2", "field: message")
                                                 .arg(violation.field, violation.message);
    return words.join(u'\n');
}

} // namespace

RepointRun::RepointRun(Fleet *fleet, const Repointing &repointing, const QList<Item> &items,
                       QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_repointing(repointing)
    , m_items(items)
{}

RepointRun::~RepointRun() = default;

void RepointRun::start()
{
    QList<PipelineKey> all;
    all.reserve(m_items.size());
    for (const Item &each : std::as_const(m_items))
        all.append(each.key);
    Q_EMIT stepChanged(all, Step::Waiting, {});
    next();
}

void RepointRun::next()
{
    QList<PipelineKey> passed;
    QString reason;
    const auto tellPassed = [this, &passed, &reason] {
        if (!passed.isEmpty())
            Q_EMIT stepChanged(std::exchange(passed, {}), Step::NotStarted, reason);
    };
    while (++m_at < m_items.size()) {
        const QString why = whyHalted(item().key);
        if (!m_isStopped && why.isEmpty())
            break;
        const QString text = m_isStopped
                                 ? tr("Not started.")
                                 : tr("Not started, as this stands in its way too: %1").arg(why);
        if (text != reason)
            tellPassed();
        reason = text;
        passed.append(item().key);
    }
    tellPassed();
    goOn();
}

void RepointRun::goOn()
{
    if (m_at >= m_items.size()) {
        Q_EMIT finished();
    } else if (m_isStopped) { // by who was told of those before
        --m_at;
        next();
    } else {
        startItem();
    }
}

void RepointRun::startItem()
{
    m_tries = 0;
    m_moves = 0;
    m_document = std::make_unique<PipelineDocument>(item().key, item().base);
    if (!m_document->setMine(repointed(item().base, m_repointing))) {
        end(Step::Failed, tr("Not sent: it looks like a secret itself, where only the name of one "
                             "may stand."));
        return;
    }
    if (!m_document->isDirty()) {
        end(Step::Done, tr("Nothing to change."));
        return;
    }
    m_save = std::make_unique<PipelineSave>(m_fleet, m_document.get());
    connectSave();
    send();
}

void RepointRun::send()
{
    ++m_tries;
    m_save->skipReview();
    m_save->save(PipelineSave::Chain::SaveOnly);
}

void RepointRun::connectSave()
{
    const PipelineSave *save = m_save.get();
    connect(save, &PipelineSave::phaseChanged, this, &RepointRun::follow);
    connect(save, &PipelineSave::reviewReady, this, &RepointRun::judgeMove);
    connect(save, &PipelineSave::saved, this, [this] {
        end(Step::Done, m_save->phase() == PipelineSave::Phase::Checking
                            ? tr("The server has it already; nothing was sent.")
                            : tr("Re-pointed."));
    });
    connect(save, &PipelineSave::gone, this,
            [this] { end(Step::Failed, tr("The pipeline is not on the server any more.")); });
    connect(save, &PipelineSave::refused, this, &RepointRun::takeFailure);
    connect(save, &PipelineSave::failed, this,
            [this](PipelineSave::Step, const ApiError &error) { takeFailure(error); });
}

void RepointRun::follow()
{
    if (m_save->phase() == PipelineSave::Phase::Checking)
        tell(Step::Reading);
    else if (m_save->phase() == PipelineSave::Phase::Saving)
        tell(Step::Saving);
}

// The server's definition is not the one of the preview. What does not touch the references goes
// along, as in every save.
void RepointRun::judgeMove()
{
    const QJsonObject result = m_save->toSend();
    if (m_save->merge().openCount() > 0 || repointed(result, m_repointing) != result)
        end(Step::Failed,
            tr("Its references changed on the server meanwhile, so nothing was sent. Look at it "
               "again."));
    else if (result == m_save->merge().theirs())
        end(Step::Done, tr("The server has it already; nothing was sent."));
    else if (m_isStopped)
        end(Step::NotStarted, tr("Not started."));
    else if (++m_moves >= mostMoves)
        end(Step::Failed, tr("It changes on the server again and again, so nothing was sent."));
    else
        m_save->save(PipelineSave::Chain::SaveOnly);
}

void RepointRun::takeFailure(const ApiError &error)
{
    // The server's word that it did not act. All calls of the account wait by themselves now.
    if (error.kind == ApiError::Kind::RateLimited && m_tries < mostTries && !m_isStopped) {
        const auto again = [this] {
            if (m_save) // not stopped meanwhile
                send();
        };
        QMetaObject::invokeMethod(m_save.get(), again, Qt::QueuedConnection);
        return;
    }
    noteFailure(error);
    end(error.isEffectUnknown() ? Step::Unknown : Step::Failed, wordsOf(error));
}

void RepointRun::noteFailure(const ApiError &error)
{
    const PipelineKey &key = item().key;
    int &inARow = m_inARow[key.account];
    // Cancelled of an account that is there: a save whose answer was lost, and which is known not
    // to have happened.
    const bool isSettled =
        error.kind == ApiError::Kind::Cancelled && m_fleet->account(key.account) != nullptr;
    const bool isServers =
        isSettled || error.kind == ApiError::Kind::Server || error.kind == ApiError::Kind::BadReply;
    inARow = isServers ? inARow + 1 : 0;
    if (error.kind == ApiError::Kind::Forbidden)
        m_halted.insert({key.account, key.project}, error.summary());
    else if (error.kind == ApiError::Kind::RateLimited || inARow >= mostFailures ||
             (error.endsARun() && !isSettled))
        m_halted.insert({key.account, {}}, error.summary());
}

QString RepointRun::whyHalted(const PipelineKey &key) const
{
    const QString account = m_halted.value({key.account, {}});
    return account.isEmpty() ? m_halted.value({key.account, key.project}) : account;
}

void RepointRun::tell(Step step, const QString &text)
{
    Q_EMIT stepChanged({item().key}, step, text);
}

void RepointRun::end(Step step, const QString &text)
{
    if (step == Step::Done)
        m_inARow.remove(item().key.account);
    if (m_save) { // it is telling this
        m_save->disconnect(this);
        m_save.release()->deleteLater();
    }
    m_document.release()->deleteLater();
    QMetaObject::invokeMethod(this, &RepointRun::next, Qt::QueuedConnection);
    tell(step, text);
}

void RepointRun::stop()
{
    if (std::exchange(m_isStopped, true) || !m_save)
        return;
    // Nothing of it has left, and a read may wait for its turn for long.
    const auto phase = m_save->phase();
    if (phase != PipelineSave::Phase::Checking && phase != PipelineSave::Phase::Idle)
        return;
    m_save->cancel(); // its read may be answered before it is deleted
    end(Step::NotStarted, tr("Not started."));
}

} // namespace Sluice
