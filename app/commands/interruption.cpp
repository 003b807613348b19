// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/interruption.h"

#include "app/exit_status.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace alignoscope::commands {
namespace {

/// A signal somebody set to be ignored (nohup, a shell's background job) stays ignored.
bool ignored(int signal)
{
    struct sigaction action = {};
    return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t wantedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM}) {
        if (!ignored(signal))
            sigaddset(&set, signal);
    }
    return set;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t set = wantedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_ended = eventfd(0, EFD_CLOEXEC);
    const int signals = signalfd(-1, &set, SFD_CLOEXEC);
    m_listener = std::thread([this, signals] { listen(signals); });
}

Interruption::~Interruption()
{
    const std::uint64_t one = 1;
    while (write(m_ended, &one, sizeof one) < 0 && errno == EINTR) { }
    m_listener.join();
    close(m_ended);
}

void Interruption::listen(int descriptor)
{
    std::array<pollfd, 2> sources = {pollfd{descriptor, POLLIN, 0}, pollfd{m_ended, POLLIN, 0}};
    while (true) {
        if (poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR)
            break;
        if (sources[1].revents != 0)
            break;
        signalfd_siginfo signal = {};
        if (sources[0].revents == 0 || read(descriptor, &signal, sizeof signal) != sizeof signal)
            continue;
        // Checkpoints are whole or absent at any moment, so an impatient second signal loses nothing saved.
        if (m_stop.stop_requested())
            _exit(exit_status::interrupted);
        m_stop.request_stop();
    }
    close(descriptor);
}

} // namespace alignoscope::commands
