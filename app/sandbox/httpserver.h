// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/http.h"

#include <httplib.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <unordered_set>

namespace Sluice::Sandbox {

// HTTP/1.1 on 127.0.0.1: hands every request to one function and writes its answer. One thread a
// connection, kept open between requests.
class HttpServer final : private httplib::Server
{
public:
    using Handler = std::function<Answer(const Request &)>;

    explicit HttpServer(Handler handler);

    // The port, or nothing when it cannot be had. 0 takes a free one.
    std::optional<int> bind(int port);

    // Serves until stop; returns when the last answer has left. False when it ended by itself,
    // because no more connections could be taken.
    bool serve();

    // Ends serve from another thread: no new requests, those under way are finished. When serve has
    // not begun yet it waits for that.
    void stop();

private:
    void setUp();
    HandlerResponse beforeBody(const httplib::Request &request, httplib::Response &response) const;
    void handle(const httplib::Request &request, httplib::Response &response) const;
    bool process_and_close_socket(socket_t socket) override;
    void serveConnection(socket_t socket);

    const Handler m_handler;
    std::mutex m_mutex;
    std::unordered_set<socket_t> m_open;
    bool m_isStopping = false;
    std::atomic<bool> m_hasEnded = false;
};

} // namespace Sluice::Sandbox
