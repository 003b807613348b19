// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace alignoscope::testing {
namespace {

std::array<int, 2> makePipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::runtime_error(std::strerror(errno));
    return ends;
}

/// A file that is gone already but can be read: a pipe would block the test when a program reads nothing.
int fileWith(const std::string& text)
{
    FILE* file = std::tmpfile();
    if (!file || std::fwrite(text.data(), 1, text.size(), file) != text.size())
        throw std::runtime_error("no temporary file could be written");
    std::fflush(file);
    const int copy = fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);
    std::fclose(file);
    lseek(copy, 0, SEEK_SET);
    return copy;
}

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> result;
    for (auto& word : words)
        result.push_back(word.data());
    result.push_back(nullptr);
    return result;
}

/// The test's environment without a display, so that nothing opens a window by mistake.
std::vector<std::string> environmentWith(const Program::Environment& extra)
{
    std::vector<std::string> result = extra;
    for (char** entry = environ; *entry; ++entry) {
        const std::string variable = *entry;
        if (!variable.starts_with("DISPLAY=") && !variable.starts_with("WAYLAND_DISPLAY=")
            && !variable.starts_with("QT_QPA_PLATFORM="))
            result.push_back(variable);
    }
    return result;
}

/// Signals as a fresh shell has them, whatever started the tests.
void resetSignals(posix_spawnattr_t& attributes)
{
    sigset_t defaults, none;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (const int number : {SIGINT, SIGTERM, SIGPIPE})
        sigaddset(&defaults, number);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

} // namespace

std::vector<std::string> Outcome::lines() const
{
    std::vector<std::string> result;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);)
        result.push_back(line);
    return result;
}

nlohmann::ordered_json Outcome::json() const
{
    auto whole = nlohmann::ordered_json::parse(out, nullptr, false);
    if (!whole.is_discarded())
        return whole;
    const auto all = lines();
    return nlohmann::ordered_json::parse(all.empty() ? "" : all.back(), nullptr, false);
}

std::vector<std::string> Outcome::keys() const
{
    std::vector<std::string> result;
    const auto whole = json();
    if (whole.is_object()) {
        for (const auto& item : whole.items())
            result.push_back(item.key());
    }
    return result;
}

Program::Program(std::vector<std::string> arguments, const std::string& input, const Environment& extra,
                 const std::vector<std::string>& launcher)
{
    arguments.insert(arguments.begin(), ALIGNOSCOPE_PROGRAM);
    arguments.insert(arguments.begin(), launcher.begin(), launcher.end());
    auto environment = environmentWith(extra);
    const int in = fileWith(input);
    const auto out = makePipe(), err = makePipe();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    resetSignals(attributes);
    const int failure = posix_spawn(&m_process, arguments.front().c_str(), &actions, &attributes,
                                    pointers(arguments).data(), pointers(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    close(in);
    close(out[1]);
    close(err[1]);
    m_out = out[0];
    m_err = err[0];
    if (failure != 0)
        throw std::runtime_error(arguments.front() + ": " + std::strerror(failure));
}

Program::~Program()
{
    if (m_process > 0) {
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
    for (const int end : {m_out, m_err}) {
        if (end >= 0)
            close(end);
    }
}

bool Program::readSome()
{
    std::array<pollfd, 2> ends = {pollfd{m_out, POLLIN, 0}, pollfd{m_err, POLLIN, 0}}; // negative ends are skipped
    if (m_out < 0 && m_err < 0)
        return false;
    if (poll(ends.data(), ends.size(), -1) < 0)
        return errno == EINTR;
    for (auto& end : ends) {
        if (end.revents == 0)
            continue;
        int& stream = end.fd == m_out ? m_out : m_err;
        std::array<char, 4096> bytes;
        const ssize_t count = read(stream, bytes.data(), bytes.size());
        if (count > 0) {
            (stream == m_out ? m_outcome.out : m_outcome.err).append(bytes.data(), static_cast<std::size_t>(count));
        } else {
            close(stream);
            stream = -1;
        }
    }
    return true;
}

bool Program::waitForMessage(const std::string& text)
{
    while (m_outcome.err.find(text) == std::string::npos) {
        if (!readSome())
            return false;
    }
    return true;
}

void Program::signal(int number) const
{
    kill(m_process, number);
}

Outcome Program::finish()
{
    while (readSome()) { }
    int status = 0;
    waitpid(m_process, &status, 0);
    m_process = -1;
    m_outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return m_outcome;
}

Outcome run(std::vector<std::string> arguments, const std::string& input, const Program::Environment& extra,
            const std::vector<std::string>& launcher)
{
    return Program(std::move(arguments), input, extra, launcher).finish();
}

} // namespace alignoscope::testing
