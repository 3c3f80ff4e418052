// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/httpserver.h"

#include "app/sandbox/connection.h"

#include <QDateTime>
#include <QLocale>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr std::size_t threads = 256; // each request under way uses one
constexpr std::size_t largestBody = std::size_t(10) * 1024 * 1024;
constexpr int backlog = 1024;
// Waits for a client that asks again at once, before its connection goes to the idle ones.
constexpr std::chrono::milliseconds shortWait{20};

// Sets what the library sets, but not SO_REUSEPORT: with that, another server could hold the same
// port.
void setSocketOptions(socket_t socket)
{
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

std::string dateOfNow()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toStdString();
}

std::string_view headerOf(const httplib::Request &request, const char *name)
{
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::string_view() : std::string_view(found->second);
}

bool takesBody(const httplib::Request &request)
{
    return request.method == "POST" || request.method == "PUT" || request.method == "PATCH" ||
           request.method == "DELETE";
}

bool announcesBody(const httplib::Request &request)
{
    return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

void put(Answer &&answer, httplib::Response &response)
{
    response.status = answer.status;
    for (auto &[name, value] : answer.headers)
        response.headers.emplace(name, value);
    if (answer.body.empty())
        return;
    response.headers.emplace("Content-Type", answer.contentType);
    response.body = std::move(answer.body);
}

QString detailOf(int status)
{
    switch (status) {
    case 400: return u"The request is not valid HTTP."_s;
    case 413: return u"The body is larger than 10 MB."_s;
    case 414: return u"The address is too long."_s;
    default: return u"The request could not be served."_s;
    }
}

// Removes the headers that the library would act on by itself. It would compress each answer, which
// costs more than it saves on this computer. It would cut ranges out of answers, and take multipart
// bodies apart before they can be refused.
void withoutExtras(httplib::Request &request)
{
    request.headers.erase("Accept-Encoding");
    request.headers.erase("Range");
    request.ranges.clear();
    const auto type = request.headers.find("Content-Type");
    if (type != request.headers.end() && type->second.starts_with("multipart/"))
        type->second = "application/octet-stream";
}

// Gives a problem body to faults that the library itself finds.
httplib::Server::HandlerResponse complete(const httplib::Request &request,
                                          httplib::Response &response)
{
    if (!response.body.empty())
        return httplib::Server::HandlerResponse::Unhandled;
    put(problem(response.status, request.path, detailOf(response.status)), response);
    return httplib::Server::HandlerResponse::Handled;
}

} // namespace

// Ends the idle connections before the threads that would serve them.
class HttpServer::Pool final : public httplib::ThreadPool
{
public:
    explicit Pool(IdleConnections *idle)
        : ThreadPool(threads)
        , m_idle(idle)
    {}

    void shutdown() override
    {
        m_idle->stop();
        ThreadPool::shutdown();
    }

private:
    IdleConnections *const m_idle;
};

HttpServer::HttpServer(Handler handler, std::chrono::milliseconds latency)
    : m_handler(std::move(handler))
    , m_latency(latency)
    , m_idle([this](socket_t socket) { m_pool->enqueue([this, socket] { serveNext(socket); }); })
{
    setUp();
}

void HttpServer::setUp()
{
    new_task_queue = [this] { return m_pool = new Pool(&m_idle); };
    set_socket_options(setSocketOptions);
    set_tcp_nodelay(true);
    set_payload_max_length(largestBody);
    set_error_handler(HandlerWithResponse(complete));
    // Removes the library's Keep-Alive header: serveConnection() does not count requests as it
    // promises.
    set_post_routing_handler([](const httplib::Request &, httplib::Response &response) {
        response.headers.erase("Keep-Alive");
        response.headers.emplace("Date", dateOfNow());
    });
    set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        return beforeBody(request, response);
    });
    const auto withBody = [this](const httplib::Request &request, httplib::Response &response) {
        handle(request, response);
    };
    Post(".*", withBody);
    Put(".*", withBody);
    Patch(".*", withBody);
    Delete(".*", withBody);
}

std::optional<int> HttpServer::bind(int port)
{
    if (port == 0)
        port = bind_to_any_port("127.0.0.1");
    else if (!bind_to_port("127.0.0.1", port))
        port = -1;
    if (port <= 0)
        return std::nullopt;
    // The backlog of the library is 5: of many clients at once, the sixth would wait a second.
    ::listen(svr_sock_, backlog);
    return port;
}

bool HttpServer::serve()
{
    const bool wasGood = listen_after_bind();
    m_hasEnded = true;
    return wasGood;
}

void HttpServer::stop()
{
    while (!is_running() && !m_hasEnded) // a server that does not accept yet ignores stop()
        std::this_thread::yield();
    httplib::Server::stop();
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (const socket_t socket : m_open)
            ::shutdown(socket, SHUT_RD);
    }
    m_stopped.notify_all();
}

void HttpServer::cut()
{
    const std::lock_guard lock(m_mutex);
    for (const socket_t socket : m_open)
        ::shutdown(socket, SHUT_RDWR);
}

void HttpServer::holdBack() const
{
    if (m_latency.count() == 0)
        return;
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, m_latency, [this] { return m_isStopping; });
}

// Answers requests without a body here. They skip the library's search with regular expressions.
httplib::Server::HandlerResponse HttpServer::beforeBody(const httplib::Request &request,
                                                        httplib::Response &response) const
{
    // The library reads an announced body and then calls handle().
    if (takesBody(request) && announcesBody(request))
        return HandlerResponse::Unhandled;
    handle(request, response);
    return HandlerResponse::Handled;
}

void HttpServer::handle(const httplib::Request &request, httplib::Response &response) const
{
    holdBack();
    // HEAD is answered like GET. The library leaves out the body.
    const std::string_view method =
        request.method == "HEAD" ? std::string_view("GET") : std::string_view(request.method);
    put(m_handler({method, request.path, headerOf(request, "Authorization"),
                   headerOf(request, "Content-Type"), request.body, request.params,
                   announcesBody(request)}),
        response);
}

// Runs in the pool for each new connection, which has sent no request yet.
bool HttpServer::process_and_close_socket(socket_t socket)
{
    m_idle.add(socket);
    return true;
}

// Runs in the pool. Serves one request, and those that follow at once.
void HttpServer::serveNext(socket_t socket)
{
    {
        const std::lock_guard lock(m_mutex);
        m_open.insert(socket);
        if (m_isStopping)
            ::shutdown(socket, SHUT_RD);
    }
    const bool staysOpen = serveConnection(socket);
    {
        const std::lock_guard lock(m_mutex);
        m_open.erase(socket);
    }
    if (staysOpen) {
        m_idle.add(socket);
        return;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
}

bool HttpServer::serveConnection(socket_t socket)
{
    Connection connection(socket);
    do {
        connection.beginRequest();
        bool isClosing = false;
        if (!process_request(connection, false, isClosing, withoutExtras) || !connection.flush() ||
            isClosing) {
            connection.flush();
            return false;
        }
    } while (connection.waitForRequest(shortWait));
    return true;
}

} // namespace Sluice::Sandbox
