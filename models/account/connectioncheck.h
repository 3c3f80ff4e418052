// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/profile.h"
#include "models/api/result.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>

class QSslSocket;

namespace Sluice {

class Client;
class RateBudget;
class TokenSource;
class Transport;

// Tries a profile before it is accepted. Each step is a row: reach the host, sign in, list the
// projects. Ends at the first step that fails. Keeps nothing, and changes nothing on the server.
class ConnectionCheck final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Step { Reach, SignIn, ListProjects, StepCount };
    Q_ENUM(Step)

    enum class State { NotRun, Running, Passed, Failed };
    Q_ENUM(State)

    enum Role {
        StateRole = Qt::UserRole, // int, State
        MillisecondsRole,         // int, how long the step took; -1 before its end
        NoteRole,                 // QString, what was found, or why it failed and what to do next
        DetailsRole,              // QString, for "Copy details"; empty unless the step failed
    };

    static constexpr int stepTimeout = 15'000; // ms

    ConnectionCheck(Profile profile, std::unique_ptr<Transport> transport,
                    std::unique_ptr<TokenSource> tokens, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    void start(); // begins with the first step, also when a check is running
    bool isRunning() const;
    bool hasPassed() const;

    State state(Step step) const { return m_rows[step].state; }

    Step failedStep() const; // StepCount: none

    const ApiError &error() const { return m_error; } // error of the failed step

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void finished(bool passed);

private:
    struct Row {
        State state = State::NotRun;
        int milliseconds = -1;
        QString note;
        QString details;
    };

    void reach();
    void onSocketError(int error); // QAbstractSocket::SocketError
    void signIn();
    void listProjects();
    void onProjects(const Result<QJsonArray> &result);
    void begin(Step step);
    void pass(Step step, const QString &note = {});
    void fail(Step step, const ApiError &error);
    void change(Step step, const Row &row);
    QString words(Step step, const ApiError &error) const;
    ApiError networkError(ApiError::Kind kind, const QString &message) const;
    QString title(int step) const;

    Profile m_profile;
    std::unique_ptr<TokenSource> m_tokens;
    std::unique_ptr<RateBudget> m_budget;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<QObject>
        m_run; // context of the run; a new run drops the answers to the former one
    QTimer m_reachTimer;
    QElapsedTimer m_clock;
    std::array<Row, StepCount> m_rows;
    ApiError m_error;
};

// Makes a check of what was typed. Windows get this function handed in, as only app/ knows the
// network.
using MakeConnectionCheck =
    std::function<std::unique_ptr<ConnectionCheck>(const Profile &profile, const QString &secret)>;

// Makes a check on the real network.
std::unique_ptr<ConnectionCheck> makeConnectionCheck(const Profile &profile, const QString &secret);

} // namespace Sluice
