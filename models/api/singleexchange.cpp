// SPDX-License-Identifier: Apache-2.0
#include "models/api/singleexchange.h"

#include <QHostAddress>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <cstring>
#include <utility>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readAhead = qint64(256) * 1024; // bytes; the rest stays with the peer

QNetworkReply::NetworkError codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError: return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::RemoteHostClosedError: return QNetworkReply::RemoteHostClosedError;
    case QAbstractSocket::HostNotFoundError: return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::SocketTimeoutError: return QNetworkReply::TimeoutError;
    case QAbstractSocket::SslHandshakeFailedError: return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyNotFoundError: return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::ProxyConnectionTimeoutError: return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case QAbstractSocket::ProxyProtocolError: return QNetworkReply::UnknownProxyError;
    default: return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

SingleExchange::SingleExchange(const QByteArray &verb, const QNetworkRequest &request,
                               const std::optional<QByteArray> &body, const QNetworkProxy &proxy,
                               QObject *parent)
    : QNetworkReply(parent)
    , m_verb(verb)
    , m_content(body)
    , m_proxy(proxy)
    , m_isTls(request.url().scheme() == "https"_L1)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(QNetworkAccessManager::CustomOperation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_secondTry.setSingleShot(true);
    m_secondTry.setInterval(secondTry);
    connect(&m_secondTry, &QTimer::timeout, this, [this] { dial(QAbstractSocket::IPv4Protocol); });
    dial(QAbstractSocket::AnyIPProtocol);
    // A proxy looks up the name itself.
    const bool isName = QHostAddress(request.url().host()).isNull();
    if (isName && m_proxy.type() == QNetworkProxy::NoProxy)
        m_secondTry.start();
}

SingleExchange::~SingleExchange()
{
    for (const auto &socket : m_dialling)
        socket->disconnect(this);
    if (m_socket)
        m_socket->disconnect(this);
}

bool SingleExchange::mayHaveLeft() const
{
    if (m_requestSize == 0)
        return false;
    // With TLS, the number of bytes sent does not tell how much of the request has left.
    return m_isTls || m_written >= m_requestSize;
}

void SingleExchange::dial(QAbstractSocket::NetworkLayerProtocol protocol)
{
    auto *socket = m_dialling.emplace_back(std::make_unique<QSslSocket>()).get();
    socket->setProxy(m_proxy);
    socket->setReadBufferSize(readAhead);
    socket->setSslConfiguration(request().sslConfiguration());
    // Queued: the handlers may delete this socket, which must not happen inside its own signal.
    connect(
        socket, &QSslSocket::connected, this, [this, socket] { onConnected(socket); },
        Qt::QueuedConnection);
    connect(
        socket, &QSslSocket::errorOccurred, this,
        [this, socket](QAbstractSocket::SocketError error) { onError(socket, error); },
        Qt::QueuedConnection);
    const auto port = static_cast<quint16>(url().port(m_isTls ? 443 : 80));
    socket->connectToHost(url().host(), port, QIODevice::ReadWrite, protocol);
}

void SingleExchange::onConnected(QSslSocket *socket)
{
    const auto found = std::find_if(m_dialling.begin(), m_dialling.end(),
                                    [socket](const auto &one) { return one.get() == socket; });
    if (found == m_dialling.end() || isFinished())
        return;
    m_secondTry.stop();
    m_socket = std::move(*found);
    m_dialling.clear();
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QSslSocket::readyRead, this, &SingleExchange::receive);
    connect(socket, &QSslSocket::bytesWritten, this, [this](qint64 bytes) { m_written += bytes; });
    if (!m_isTls) {
        sendRequest();
        return;
    }
    connect(socket, &QSslSocket::encrypted, this, &SingleExchange::sendRequest);
    socket->setPeerVerifyName(url().host());
    socket->startClientEncryption();
}

// The socket may be deleted by now. Then it is not among ours.
void SingleExchange::onError(QSslSocket *socket, QAbstractSocket::SocketError error)
{
    if (isFinished())
        return;
    const auto found = std::find_if(m_dialling.begin(), m_dialling.end(),
                                    [socket](const auto &one) { return one.get() == socket; });
    if (found == m_dialling.end() && socket != m_socket.get())
        return;
    const QString text = socket->errorString();
    if (found != m_dialling.end()) {
        m_dialling.erase(found);
        // The other socket may still connect.
        if (!m_dialling.empty())
            return;
    }
    receive();
    if (!isFinished() && error == QAbstractSocket::RemoteHostClosedError &&
        m_answer.state() == AnswerReader::State::Body) {
        m_answer.end();
        receive();
    }
    if (!isFinished())
        fail(codeOf(error), text);
}

QByteArray SingleExchange::head() const
{
    QByteArray host = url().host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url().port() >= 0)
        host += ':' + QByteArray::number(url().port());
    QByteArray target = url().path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url().hasQuery())
        target += '?' + url().query(QUrl::FullyEncoded).toLatin1();

    QByteArray text = m_verb + ' ' + target + " HTTP/1.1\r\nHost: " + host +
                      "\r\nConnection: close\r\nAccept-Encoding: identity\r\n";
    const QList<QByteArray> names = request().rawHeaderList();
    for (const QByteArray &name : names)
        text += name + ": " + request().rawHeader(name) + "\r\n";
    if (m_verb != "GET")
        text += "Content-Length: " + QByteArray::number(m_content.value_or(QByteArray()).size()) +
                "\r\n";
    return text + "\r\n";
}

void SingleExchange::sendRequest()
{
    const QByteArray bytes = head() + m_content.value_or(QByteArray());
    m_requestSize = bytes.size();
    m_written = 0;
    m_socket->write(bytes);
}

void SingleExchange::receive()
{
    // A server that sends before it is asked does not speak HTTP.
    if (isFinished() || m_requestSize == 0)
        return;
    while (m_socket->bytesAvailable() > 0 && m_answer.state() != AnswerReader::State::Done &&
           m_answer.state() != AnswerReader::State::Broken)
        m_answer.feed(m_socket->read(readAhead));
    publishHead();
    const QByteArray body = m_answer.takeBody();
    m_received += body;
    QPointer<SingleExchange> alive(this);
    if (!body.isEmpty())
        Q_EMIT readyRead();
    if (!alive || isFinished())
        return;
    if (m_answer.state() == AnswerReader::State::Done)
        finish();
    else if (m_answer.state() == AnswerReader::State::Broken)
        fail(m_answer.status() > 0 ? RemoteHostClosedError : ProtocolFailure,
             m_answer.status() > 0 ? tr("the answer was cut off") : tr("the answer is no HTTP"));
}

void SingleExchange::publishHead()
{
    const bool isKnown = attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    if (isKnown || m_answer.status() == 0)
        return;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status());
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, m_answer.reason());
    for (const auto &[name, value] : m_answer.headers())
        setRawHeader(name, value);
}

void SingleExchange::finish()
{
    setFinished(true);
    Q_EMIT finished();
}

void SingleExchange::fail(NetworkError error, const QString &text)
{
    setError(error, text);
    finish();
}

void SingleExchange::abort()
{
    m_secondTry.stop();
    if (isFinished())
        return;
    setError(OperationCanceledError, tr("given up"));
    setFinished(true);
    m_dialling.clear();
    if (m_socket)
        m_socket->abort();
}

qint64 SingleExchange::bytesAvailable() const
{
    return m_received.size();
}

qint64 SingleExchange::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_received.size());
    if (size == 0)
        return isFinished() ? -1 : 0;
    std::memcpy(data, m_received.constData(), static_cast<std::size_t>(size));
    m_received.remove(0, size);
    return size;
}

} // namespace Sluice
