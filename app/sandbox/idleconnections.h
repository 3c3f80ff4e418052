// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace Sluice::Sandbox {

// The connections without a request under way. One thread watches them all, however many, so that
// they block nobody. Hands a connection on when the whole head of a request has come. Closes a
// connection that sends nothing for too long, or takes too long over a head. Safe to use from any
// thread.
class IdleConnections
{
public:
    using HandOn = std::function<void(int socket)>;

    static constexpr std::chrono::minutes idleTime{2};
    static constexpr std::chrono::seconds headTime{5};

    // handOn runs in the thread of this object and takes over the socket.
    explicit IdleConnections(HandOn handOn);
    ~IdleConnections();

    IdleConnections(const IdleConnections &) = delete;
    IdleConnections &operator=(const IdleConnections &) = delete;

    // Takes over the socket.
    void add(int socket);

    // Closes all sockets. Later ones are closed at once.
    void stop();

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting {
        Clock::time_point until;
        bool hasBegun = false; // a part of a head has come
    };

    void watch();
    void look(int socket);
    void closeLate();
    void forget(int socket);

    const HandOn m_handOn;
    const int m_events; // epoll
    const int m_wakeUp; // eventfd
    std::mutex m_mutex;
    std::unordered_map<int, Waiting> m_waiting;
    bool m_isStopped = false;
    std::thread m_thread;
};

} // namespace Sluice::Sandbox
