// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <string>

namespace Sluice::Sandbox {

// One client's connection. Buffers both ways, so that an answer leaves in one packet.
class Connection final : public httplib::Stream
{
public:
    explicit Connection(socket_t socket)
        : m_socket(socket)
    {}

    // Starts the time limit for the whole request.
    void beginRequest() { m_deadline = std::chrono::steady_clock::now() + requestTime; }

    // Waits for the first byte of the next request. False when the connection ends or the time is
    // over.
    bool waitForRequest(std::chrono::milliseconds time);

    // Sends what was written. False when the peer is gone.
    bool flush();

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *bytes, size_t size) override;
    ssize_t write(const char *bytes, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;

    socket_t socket() const override { return m_socket; }

private:
    static constexpr std::chrono::seconds requestTime{30};

    bool waitForBytes(std::chrono::milliseconds time) const;
    std::chrono::milliseconds timeForBytes() const;

    const socket_t m_socket;
    std::array<char, 8192> m_in;
    std::size_t m_inBegin = 0;
    std::size_t m_inEnd = 0;
    std::string m_out;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace Sluice::Sandbox
