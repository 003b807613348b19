// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace alignoscope::testing {

/// A named pipe with some bytes in it and no end: whoever reads it reads them and then waits for more, until `end`.
class PipeFile {
public:
    PipeFile(std::filesystem::path path, const std::string& bytes) : m_path(std::move(path))
    {
        constexpr int enough = 1 << 20;
        if (::mkfifo(m_path.c_str(), S_IRUSR | S_IWUSR) != 0)
            throw std::runtime_error("no named pipe");
        m_file = ::open(m_path.c_str(), O_RDWR | O_CLOEXEC);
        if (::fcntl(m_file, F_SETPIPE_SZ, enough) < static_cast<int>(bytes.size())
            || ::write(m_file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
            throw std::runtime_error("the pipe is too small");
    }
    ~PipeFile() { end(); }
    PipeFile(const PipeFile&) = delete;
    PipeFile& operator=(const PipeFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    void end()
    {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }

private:
    std::filesystem::path m_path;
    int m_file = -1;
};

} // namespace alignoscope::testing
