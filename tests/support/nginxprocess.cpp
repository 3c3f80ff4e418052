// SPDX-License-Identifier: Apache-2.0
#include "tests/support/nginxprocess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

namespace Sluice::Test {

using namespace Qt::StringLiterals;

namespace {

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s}) : found;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

constexpr const char *configuration = R"(daemon off;
master_process off;
pid %1/nginx.pid;
error_log %1/error.log;
events { worker_connections 512; }
http {
    log_format short '$server_protocol $request_method $http_x_request_id';
    access_log %1/access.log short;
    client_body_temp_path %1/body;
    proxy_temp_path %1/proxy;
    fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi;
    scgi_temp_path %1/scgi;
    keepalive_requests %3;
    server {
        listen 127.0.0.1:%2 ssl http2;
        ssl_certificate %1/cert.pem;
        ssl_certificate_key %1/key.pem;
        default_type application/json;
        location /dpc/close { return 444; }
        location /dpc {
            if ($request_method = DELETE) { return 204; }
            return 200 '{"ok":true}';
        }
    }
}
)";

} // namespace

NginxProcess::NginxProcess(int requestsPerConnection)
    : m_port(freePort())
{
    const QString nginx = program(u"nginx"_s);
    if (nginx.isEmpty() || program(u"openssl"_s).isEmpty()) {
        m_problem = u"nginx or openssl is not installed"_s;
        return;
    }
    if (!makeCertificate() || !writeConfiguration(requestsPerConnection)) {
        m_problem = u"the files of nginx could not be written"_s;
        return;
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(nginx, {u"-p"_s, m_folder.path(), u"-e"_s, m_folder.filePath(u"start.log"_s),
                            u"-c"_s, m_folder.filePath(u"nginx.conf"_s)});
    if (!waitUntilItListens())
        m_problem = u"nginx did not start: "_s + QString::fromUtf8(m_process.readAll());
}

NginxProcess::~NginxProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
}

QUrl NginxProcess::url() const
{
    QUrl url(u"https://127.0.0.1/dpc"_s);
    url.setPort(m_port);
    return url;
}

QSslConfiguration NginxProcess::trusting() const
{
    QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
    ssl.setCaCertificates(QSslCertificate::fromPath(m_folder.filePath(u"cert.pem"_s)));
    return ssl;
}

QList<NginxProcess::Entry> NginxProcess::log() const
{
    QFile file(m_folder.filePath(u"access.log"_s));
    QList<Entry> entries;
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        entries.append({words.value(0), words.value(1), words.value(2)});
    }
    return entries;
}

bool NginxProcess::makeCertificate()
{
    QProcess openssl;
    openssl.start(program(u"openssl"_s),
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                   m_folder.filePath(u"key.pem"_s), u"-out"_s, m_folder.filePath(u"cert.pem"_s)});
    return openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
}

bool NginxProcess::writeConfiguration(int requestsPerConnection)
{
    QFile file(m_folder.filePath(u"nginx.conf"_s));
    const QString text = QString::fromLatin1(configuration)
                             .arg(m_folder.path())
                             .arg(m_port)
                             .arg(requestsPerConnection);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

bool NginxProcess::waitUntilItListens()
{
    for (const QDeadlineTimer end(10'000); !end.hasExpired();) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(100))
            return true;
        // While nginx starts, connections are refused at once. Waits a little, unless nginx has
        // ended.
        if (m_process.waitForFinished(20) || m_process.state() == QProcess::NotRunning)
            return false;
    }
    return false;
}

} // namespace Sluice::Test
