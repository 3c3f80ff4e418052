// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/connection.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>

namespace Sluice::Sandbox {

namespace {

constexpr std::chrono::seconds bodyTimeout{10};
constexpr std::chrono::seconds sendTimeout{30};
constexpr std::size_t flushAt = std::size_t(256) * 1024;

bool waitFor(socket_t socket, short events, std::chrono::milliseconds time)
{
    pollfd descriptor{socket, events, 0};
    int ready = 0;
    do {
        ready = ::poll(&descriptor, 1, int(time.count()));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

} // namespace

bool Connection::waitForRequest(std::chrono::milliseconds time)
{
    return m_inBegin < m_inEnd || waitForBytes(time);
}

bool Connection::flush()
{
    std::size_t sent = 0;
    while (sent < m_out.size()) {
        const ssize_t count =
            ::send(m_socket, m_out.data() + sent, m_out.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0)
            sent += std::size_t(count);
        else if (errno == EAGAIN ? !waitFor(m_socket, POLLOUT, sendTimeout) : errno != EINTR)
            return false;
    }
    m_out.clear();
    return true;
}

bool Connection::is_readable() const
{
    return m_inBegin < m_inEnd || waitForBytes(timeForBytes());
}

bool Connection::is_writable() const
{
    return true;
}

ssize_t Connection::read(char *bytes, size_t size)
{
    if (m_inBegin == m_inEnd) {
        // The other side may wait for "100 Continue" before it sends more.
        if (!flush() || !waitForBytes(timeForBytes()))
            return -1;
        const bool isLarge = size >= m_in.size();
        const ssize_t count =
            ::recv(m_socket, isLarge ? bytes : m_in.data(), isLarge ? size : m_in.size(), 0);
        if (count <= 0 || isLarge)
            return count;
        m_inBegin = 0;
        m_inEnd = std::size_t(count);
    }
    const std::size_t taken = std::min(size, m_inEnd - m_inBegin);
    std::memcpy(bytes, m_in.data() + m_inBegin, taken);
    m_inBegin += taken;
    return ssize_t(taken);
}

ssize_t Connection::write(const char *bytes, size_t size)
{
    m_out.append(bytes, size);
    if (m_out.size() >= flushAt && !flush())
        return -1;
    return ssize_t(size);
}

void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0; // nothing here asks for the client's port
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    get_remote_ip_and_port(ip, port);
}

// The deadline stays the same, even when bytes come one by one.
std::chrono::milliseconds Connection::timeForBytes() const
{
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_deadline - std::chrono::steady_clock::now());
    return std::clamp<std::chrono::milliseconds>(left, std::chrono::milliseconds(0), bodyTimeout);
}

bool Connection::waitForBytes(std::chrono::milliseconds time) const
{
    return waitFor(m_socket, POLLIN, time);
}

} // namespace Sluice::Sandbox
