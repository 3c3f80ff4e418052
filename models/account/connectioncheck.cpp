// SPDX-License-Identifier: Apache-2.0
#include "models/account/connectioncheck.h"

#include "models/account/signin.h"
#include "models/api/address.h"
#include "models/api/client.h"
#include "models/api/endpoints.h"
#include "models/api/pager.h"
#include "models/api/ratebudget.h"
#include "models/api/tokensource.h"
#include "models/api/transport.h"

#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

Client::Settings settingsFor(const Profile &profile)
{
    Client::Settings settings = clientSettings(profile);
    settings.readRetries = 0; // somebody waits for the result
    return settings;
}

} // namespace

ConnectionCheck::ConnectionCheck(Profile profile, std::unique_ptr<Transport> transport,
                                 std::unique_ptr<TokenSource> tokens, QObject *parent)
    : QAbstractListModel(parent)
    , m_profile(std::move(profile))
    , m_tokens(std::move(tokens))
    , m_budget(std::make_unique<RateBudget>(m_profile.rateLimit))
    , m_client(std::make_unique<Client>(settingsFor(m_profile), std::move(transport),
                                        m_tokens.get(), m_budget.get()))
{
    m_reachTimer.setSingleShot(true);
    m_reachTimer.setInterval(stepTimeout);
    connect(&m_reachTimer, &QTimer::timeout, this, [this] {
        fail(Reach, networkError(ApiError::Kind::Timeout, tr("The host did not answer in time.")));
    });
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::start()
{
    m_run = std::make_unique<QObject>();
    m_error = {};
    for (int step = 0; step < StepCount; ++step)
        change(static_cast<Step>(step), {});
    reach();
}

bool ConnectionCheck::isRunning() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const Row &row) { return row.state == State::Running; });
}

bool ConnectionCheck::hasPassed() const
{
    return m_rows.back().state == State::Passed;
}

ConnectionCheck::Step ConnectionCheck::failedStep() const
{
    const auto failed = std::find_if(m_rows.begin(), m_rows.end(),
                                     [](const Row &row) { return row.state == State::Failed; });
    return Step(failed - m_rows.begin());
}

void ConnectionCheck::reach()
{
    begin(Reach);
    if (const QString problem = addressProblem(m_profile.baseUrl); !problem.isEmpty()) {
        fail(Reach, networkError(ApiError::Kind::Rejected, problem));
        return;
    }
    m_socket = std::make_unique<QSslSocket>();
    const bool isTls = m_profile.baseUrl.scheme() == "https"_L1;
    QSslSocket *const socket = m_socket.get();
    // Queued, because a listener may start the check again, which deletes this socket.
    connect(
        socket, isTls ? &QSslSocket::encrypted : &QSslSocket::connected, m_run.get(),
        [this] {
            pass(Reach);
            signIn();
        },
        Qt::QueuedConnection);
    connect(
        socket, &QAbstractSocket::errorOccurred, m_run.get(),
        [this](QAbstractSocket::SocketError error) { onSocketError(error); }, Qt::QueuedConnection);
    const auto port = static_cast<quint16>(m_profile.baseUrl.port(isTls ? 443 : 80));
    if (isTls)
        socket->connectToHostEncrypted(m_profile.baseUrl.host(), port);
    else
        socket->connectToHost(m_profile.baseUrl.host(), port);
    m_reachTimer.start();
}

void ConnectionCheck::onSocketError(int error)
{
    if (m_rows[Reach].state != State::Running)
        return; // the host closed the connection after it was reached
    const bool isTlsError = error == QAbstractSocket::SslHandshakeFailedError;
    fail(Reach, networkError(isTlsError ? ApiError::Kind::Tls : ApiError::Kind::Network,
                             m_socket->errorString()));
}

void ConnectionCheck::signIn()
{
    begin(SignIn);
    m_tokens->fetch(m_run.get(), [this](const Result<QByteArray> &token) {
        if (!token) {
            fail(SignIn, token.error());
            return;
        }
        // Only the API can say whether the user's own token is valid.
        if (m_profile.signIn == Profile::SignIn::ClientCredentials)
            pass(SignIn);
        listProjects();
    });
}

void ConnectionCheck::listProjects()
{
    if (m_rows[SignIn].state == State::Passed)
        begin(ListProjects);
    Request list = Endpoints::listProjects();
    list.timeout = std::chrono::milliseconds(stepTimeout);
    fetchAll(m_client.get(), list, u"id"_s, m_run.get(),
             [this](const Result<QJsonArray> &result) { onProjects(result); });
}

void ConnectionCheck::onProjects(const Result<QJsonArray> &result)
{
    const bool isRefused = !result && result.error().kind == ApiError::Kind::Unauthorized;
    if (m_rows[SignIn].state == State::Running) {
        if (isRefused) {
            fail(SignIn, result.error());
            return;
        }
        pass(SignIn);
        begin(ListProjects);
    }
    if (!result) {
        fail(ListProjects, result.error());
        return;
    }
    pass(ListProjects,
         result->isEmpty() ? noProjectsNote() : tr("Projects found: %1").arg(result->size()));
    Q_EMIT finished(true);
}

void ConnectionCheck::begin(Step step)
{
    m_clock.start();
    Row row;
    row.state = State::Running;
    change(step, row);
}

void ConnectionCheck::pass(Step step, const QString &note)
{
    m_reachTimer.stop();
    Row row;
    row.state = State::Passed;
    row.milliseconds = static_cast<int>(m_clock.elapsed());
    row.note = note;
    change(step, row);
}

void ConnectionCheck::fail(Step step, const ApiError &error)
{
    m_reachTimer.stop();
    m_error = error;
    Row row;
    row.state = State::Failed;
    row.milliseconds = static_cast<int>(m_clock.elapsed());
    row.note = words(step, error);
    row.details = error.details();
    change(step, row);
    Q_EMIT finished(false);
}

// Somebody who sets up an account has no list to refresh, and needs the port to find the fault.
QString ConnectionCheck::words(Step step, const ApiError &error) const
{
    const bool isTokens = step == SignIn && m_profile.signIn == Profile::SignIn::ClientCredentials;
    const QUrl &url = isTokens ? m_profile.tokenUrl : m_profile.baseUrl;
    ApiError told = error;
    if (told.host == url.host())
        told.host = hostAndPort(url);
    if (told.kind == ApiError::Kind::NotFound && told.advice.isEmpty())
        told.advice = tr("Check the path of the address: that of Maia ends in /dpc.");
    return QStringList{told.summary(), told.nextStep()}.join(u' ').trimmed();
}

void ConnectionCheck::change(Step step, const Row &row)
{
    m_rows[step] = row;
    const QModelIndex at = index(step);
    Q_EMIT dataChanged(at, at, {StateRole, MillisecondsRole, NoteRole, DetailsRole});
}

ApiError ConnectionCheck::networkError(ApiError::Kind kind, const QString &message) const
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    error.host = m_profile.baseUrl.host();
    return error;
}

QString ConnectionCheck::title(int step) const
{
    switch (step) {
    case Reach:
        return tr("Reach %1").arg(m_profile.baseUrl.adjusted(QUrl::RemoveUserInfo).authority());
    case SignIn: return tr("Sign in");
    case ListProjects: return tr("List projects");
    default: return {};
    }
}

int ConnectionCheck::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : StepCount;
}

QVariant ConnectionCheck::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return title(index.row());
    case StateRole: return static_cast<int>(row.state);
    case MillisecondsRole: return row.milliseconds;
    case NoteRole: return row.note;
    case DetailsRole: return row.details;
    default: return {};
    }
}

std::unique_ptr<ConnectionCheck> makeConnectionCheck(const Profile &profile, const QString &secret)
{
    return std::make_unique<ConnectionCheck>(profile, std::make_unique<Transport>(),
                                             makeTokenSource(profile, secret));
}

} // namespace Sluice
