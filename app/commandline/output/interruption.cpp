// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/interruption.h"

#include <QSocketNotifier>

#ifndef Q_OS_WIN
#include <array>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace Sluice {

#ifndef Q_OS_WIN

namespace {

constexpr std::array signalsOfAnEnd{SIGINT, SIGTERM, SIGHUP};

// A signal handler may do very little, but it may write to a pipe.
std::array<int, 2> pipeEnds{-1, -1};

void tellPipe(int)
{
    const char byte = 0;
    // When the pipe is full, its reader knows already.
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
}

void setHandlers(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    // A second signal meets the system's own handler, which ends the program.
    action.sa_flags = int(SA_RESETHAND | SA_RESTART);
    for (const int each : signalsOfAnEnd) {
        struct sigaction old = {};
        // A signal that the caller has switched off (nohup) stays off.
        if (::sigaction(each, nullptr, &old) == 0 && old.sa_handler != SIG_IGN)
            ::sigaction(each, &action, nullptr);
    }
}

} // namespace

Interruption::Interruption()
{
    if (::pipe(pipeEnds.data()) != 0)
        return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interruption::take);
    setHandlers(&tellPipe);
}

Interruption::~Interruption()
{
    if (!m_notifier)
        return;
    setHandlers(SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds)
        ::close(std::exchange(end, -1));
}

void Interruption::take()
{
    m_notifier->setEnabled(false);
    m_hasHappened = true;
    Q_EMIT happened();
}

Interruption::Deadly::Deadly()
{
    if (pipeEnds[0] < 0)
        return; // the system's handlers are in place
    setHandlers(SIG_DFL);
    char byte = 0;
    if (::read(pipeEnds[0], &byte, 1) > 0)
        ::raise(SIGINT);
}

Interruption::Deadly::~Deadly()
{
    if (pipeEnds[0] >= 0)
        setHandlers(&tellPipe);
}

#else

Interruption::Deadly::Deadly() = default;

Interruption::Deadly::~Deadly() = default;

Interruption::Interruption() = default;

Interruption::~Interruption() = default;

void Interruption::take() {}

#endif

} // namespace Sluice
