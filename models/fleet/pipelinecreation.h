// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/api/apierror.h"
#include "models/operations/createoperation.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace Sluice {

class Fleet;

// Creates one pipeline in one or more tries, and never makes two of it. When a request gets no good
// answer, this looks at the server what became of it. A further try looks for a new pipeline of the
// same name before it sends anything.
class PipelineCreation final : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Idle, Creating, Looking };

    explicit PipelineCreation(Fleet *fleet, QObject *parent = nullptr);
    ~PipelineCreation() override; // what is sent is not recalled

    Phase phase() const { return m_phase; }

    // The pipeline may be there. Nothing more is sent until lookFor() has told, or after
    // allowNamesake().
    bool isOutcomeUnknown() const { return m_isOpen; }

    // The outcome of a try was unknown, and a look found no such pipeline. It may still appear.
    bool wasOutcomeUnknown() const { return m_wasOpen; }

    // Posts the definition; with start, the start command follows once it is there. Does nothing
    // while a phase is under way, or the outcome of the last one is unknown.
    void create(const QString &account, const QString &project, const QJsonObject &definition,
                bool start);
    // Looks once more.
    void lookFor();
    // A former session sent the request and did not learn the outcome. The next try looks first.
    // lookFor() looks now.
    void setFormer(const QString &account, const QString &project, const QString &name);
    // The pipeline of the same name is another one. The next try may make one beside it.
    void allowNamesake();

    // The bytes that create() sends.
    static QByteArray jsonOf(const QJsonObject &definition);

Q_SIGNALS:
    void phaseChanged();
    void created(const Sluice::PipelineKey &key);
    // The pipeline was not created, or is not to be seen so far: see the error's effect. Another
    // try looks first.
    void failed(const Sluice::ApiError &error);
    // There is a pipeline of this name that may be the one that was sent, and may be another one.
    void foundNamesake(const Sluice::PipelineKey &key, const Sluice::ApiError &error);
    // The pipeline may be there, but the server could not be read.
    void lookFailed(const Sluice::ApiError &error);

private:
    void setPhase(Phase phase);
    bool isSameAsBefore(const QString &account, const QString &project, const QString &name) const;
    std::optional<QSet<QString>> knownIds() const;
    void begin();
    void follow();
    void onOutcome(const WriteOutcome &outcome);
    void release();
    void finish(const QJsonObject &created);

    Fleet *m_fleet;
    QPointer<CreateOperation> m_operation; // under way, or of an unknown outcome
    Phase m_phase = Phase::Idle;
    bool m_isOpen = false;
    bool m_wasOpen = false;  // of any try
    bool m_isFormer = false; // sent by a former session
    bool m_start = false;
    bool m_looksFirst = false; // a former try got no good answer
    QString m_account;
    QString m_project;
    QString m_name;
    QString m_namesake;                   // the id of the one that was found
    std::optional<QSet<QString>> m_known; // what was there before the first try, if that is known
};

} // namespace Sluice
