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

// HTTP/1.1 on 127.0.0.1. Hands every request to one function and writes its answer. A request uses
// one thread. A connection that stays open between requests uses none.
class HttpServer final : private httplib::Server
{
public:
    using Handler = std::function<Answer(const Request &)>;

    // latency: how long each answer is held back. stop() ends that.
    explicit HttpServer(Handler handler, std::chrono::milliseconds latency = {});

    // Returns the port, or nothing when it is taken. 0 takes a free one.
    std::optional<int> bind(int port);

    // Serves until stop(), and returns when the last answer has left. False when it ended by itself
    // because it could accept no more connections.
    bool serve();

    // Ends serve() from another thread: takes no new requests, and finishes those under way without
    // latency. Waits when serve() has not begun yet.
    void stop();

    // After stop(): also ends connections whose clients do not take their answers or do not finish
    // their requests.
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
    httplib::TaskQueue *m_pool = nullptr; // belongs to the library's loop; set while that runs
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_stopped;
    std::unordered_set<socket_t> m_open;
    bool m_isStopping = false;
    std::atomic<bool> m_hasEnded = false;
};

} // namespace Sluice::Sandbox
