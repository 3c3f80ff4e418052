// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/idleconnections.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace Sluice::Sandbox {

namespace {

constexpr int lookInterval = 250; // ms between two looks for late connections
constexpr std::size_t largestPeek =
    std::size_t(16) * 1024; // a longer head is handed on before it is whole
constexpr std::string_view tooLate =
    "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

void hangUp(int socket)
{
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
}

} // namespace

IdleConnections::IdleConnections(HandOn handOn)
    : m_handOn(std::move(handOn))
    , m_events(::epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = m_wakeUp;
    ::epoll_ctl(m_events, EPOLL_CTL_ADD, m_wakeUp, &event);
    m_thread = std::thread([this] { watch(); });
}

IdleConnections::~IdleConnections()
{
    stop();
    ::close(m_events);
    ::close(m_wakeUp);
}

void IdleConnections::add(int socket)
{
    const std::lock_guard lock(m_mutex);
    epoll_event event{};
    // Reports new bytes only (EPOLLET). Else half a head would be reported without end.
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLET;
    event.data.fd = socket;
    if (m_isStopped || ::epoll_ctl(m_events, EPOLL_CTL_ADD, socket, &event) != 0) {
        hangUp(socket);
        return;
    }
    m_waiting[socket] = {Clock::now() + idleTime, false};
}

void IdleConnections::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_isStopped, true))
            return;
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wakeUp, &one, sizeof(one));
    m_thread.join();
    const std::lock_guard lock(m_mutex);
    for (const auto &[socket, waiting] : m_waiting)
        hangUp(socket);
    m_waiting.clear();
}

void IdleConnections::watch()
{
    std::array<epoll_event, 128> events;
    Clock::time_point nextLook = Clock::now();
    for (;;) {
        const int count = ::epoll_wait(m_events, events.data(), int(events.size()), lookInterval);
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopped)
                return;
        }
        for (int i = 0; i < count; ++i) {
            if (events[std::size_t(i)].data.fd != m_wakeUp)
                look(events[std::size_t(i)].data.fd);
        }
        if (Clock::now() >= nextLook) {
            closeLate();
            nextLook = Clock::now() + std::chrono::milliseconds(lookInterval);
        }
    }
}

// Looks whether the head is whole, but leaves it in the socket: the one who serves the request
// reads it.
void IdleConnections::look(int socket)
{
    std::array<char, largestPeek> bytes;
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
    const std::string_view head(bytes.data(), std::size_t(std::max<ssize_t>(count, 0)));
    const bool isWhole =
        head.find("\r\n\r\n") != std::string_view::npos || head.size() == bytes.size();
    const std::unique_lock lock(m_mutex);
    const auto found = m_waiting.find(socket);
    if (found == m_waiting.end())
        return;
    if (isWhole) {
        forget(socket);
        m_handOn(socket);
    } else if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
        forget(socket);
        hangUp(socket);
    } else if (count > 0 && !std::exchange(found->second.hasBegun, true))
        found->second.until = Clock::now() + headTime;
}

void IdleConnections::closeLate()
{
    const std::lock_guard lock(m_mutex);
    const Clock::time_point now = Clock::now();
    std::vector<int> late;
    for (const auto &[socket, waiting] : m_waiting) {
        if (waiting.until > now)
            continue;
        late.push_back(socket);
        if (waiting.hasBegun)
            ::send(socket, tooLate.data(), tooLate.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    for (const int socket : late) {
        forget(socket);
        hangUp(socket);
    }
}

void IdleConnections::forget(int socket)
{
    ::epoll_ctl(m_events, EPOLL_CTL_DEL, socket, nullptr);
    m_waiting.erase(socket);
}

} // namespace Sluice::Sandbox
