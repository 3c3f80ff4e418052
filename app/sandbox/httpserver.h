// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"
#include "app/sandbox/idleconnections.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <unordered_set>

namespace Sluice::Sandbox {

// HTTP/1.1 on 127.0.0.1: hands every request to one function and writes its answer. One thread a
// request under way; connections are kept open between requests and hold none then.
class HttpServer final : private httplib::Server
{
public:
    using Handler = std::function<Answer(const Request &)>;

    // Each answer is held back for that time, until stop.
    explicit HttpServer(Handler handler, std::chrono::milliseconds latency = {});

    // The port, or nothing when it cannot be had. 0 takes a free one.
    std::optional<int> bind(int port);

    // Serves until stop; returns when the last answer has left. False when it ended by itself,
    // because no more connections could be taken.
    bool serve();

    // Ends serve from another thread: no new requests, those under way are finished, without delay.
    // When serve has not begun yet it waits for that.
    void stop();

    // After stop: ends also those whose clients do not take their answers or finish their requests.
    void cut();

private:
    void setUp();
    HandlerResponse beforeBody(const httplib::Request &request, httplib::Response &response) const;
    void handle(const httplib::Request &request, httplib::Response &response) const;
    bool process_and_close_socket(socket_t socket) override;
    // True when the connection stays open.
    bool serveConnection(socket_t socket);
    void serveNext(socket_t socket);
    void holdBack() const;

    class Pool;

    const Handler m_handler;
    const std::chrono::milliseconds m_latency;
    IdleConnections m_idle;
    httplib::TaskQueue *m_pool = nullptr; // of the library's loop, while it runs
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_stopped;
    std::unordered_set<socket_t> m_open;
    bool m_isStopping = false;
    std::atomic<bool> m_hasEnded = false;
};

} // namespace Sluice::Sandbox
