// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/fleet/inventory.h"

#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace Sluice {

class Fleet;

// Creates one pipeline, one request at a time, and finds out what became of a request whose answer
// was lost: the API knows no idempotency key, so trying again blindly could create it twice.
class PipelineCreation final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Idle, Creating, Looking };

    explicit PipelineCreation(Fleet *fleet, QObject *parent = nullptr);

    Step step() const { return m_step; }

    // True after an answer was lost, until lookFor() has told what is there.
    bool isOutcomeUnknown() const { return m_unknown; }

    // Posts the definition; with start, the start command follows once it is there. Does nothing
    // while a step is under way.
    void create(const QString &account, const QString &project, const QJsonObject &definition,
                bool start);
    // Reads the project's pipelines and looks for one of this name that was not there before.
    void lookFor();

    // The bytes that create() sends.
    static QByteArray jsonOf(const QJsonObject &definition);

Q_SIGNALS:
    void stepChanged();
    void created(const Sluice::PipelineKey &key);
    void failed(const Sluice::ApiError &error);
    // A pipeline of that name that was not there when the request left.
    void found(const Sluice::PipelineKey &key);
    // One of that name; what was there before is not known, the list had not been read.
    void foundNamesake(const Sluice::PipelineKey &key);
    void notFound();
    void lookFailed(const Sluice::ApiError &error);

private:
    void setStep(Step step);
    void rememberKnown();
    void leave(const QString &account);
    void finish(const QJsonObject &created);
    void fail(const ApiError &error);
    void examine(const QString &project, const QJsonArray &definitions);

    Fleet *m_fleet;
    Step m_step = Step::Idle;
    bool m_unknown = false;
    bool m_start = false;
    bool m_knowsAll = false;  // m_known is the whole list of that moment
    bool m_lookAgain = false; // a list that was asked for before the look may be too old
    QString m_account;
    QString m_project;
    QString m_name;
    QSet<QString> m_known;
};

} // namespace Sluice
