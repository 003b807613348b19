// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/archive_input.h"

#include "alignoscope/error.h"

#include <archive.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace alignoscope::corpus {
namespace {

constexpr std::size_t blockBytes = std::size_t{1} << 16;

[[noreturn]] void cannotOpen(const std::filesystem::path& path, int reason)
{
    Problem problem{path.string(), "the file cannot be opened", "", "", ""};
    if (reason == ENOENT || reason == ENOTDIR) {
        problem.what = "there is no such file";
        problem.advice = "Check the name and the folder.";
    } else if (reason == EACCES || reason == EPERM) {
        problem.what = "the file may not be read by you";
        problem.advice = "Ask its owner for permission, or copy it to a folder of your own.";
    } else {
        problem.got = std::strerror(reason);
    }
    throw Error(ErrorKind::Input, std::move(problem));
}

} // namespace

struct ArchiveInput::Callbacks {
    static la_ssize_t read(archive* handle, void* data, const void** block)
    {
        auto& input = *static_cast<ArchiveInput*>(data);
        if (input.m_stop.stop_requested()) {
            archive_set_error(handle, ECANCELED, "cancelled");
            return -1;
        }
        const ssize_t got = ::read(input.m_number, input.m_block.data(), input.m_block.size());
        if (got < 0)
            archive_set_error(handle, errno, "%s", std::strerror(errno));
        *block = input.m_block.data();
        return got;
    }
    static la_int64_t seek(archive* handle, void* data, la_int64_t offset, int whence)
    {
        const off_t place = ::lseek(static_cast<ArchiveInput*>(data)->m_number, offset, whence);
        if (place < 0)
            archive_set_error(handle, errno, "%s", std::strerror(errno));
        return place < 0 ? ARCHIVE_FATAL : place;
    }
};

ArchiveInput::ArchiveInput(const std::filesystem::path& path, std::stop_token stop)
    : m_number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), m_stop(std::move(stop)), m_block(blockBytes)
{
    struct stat facts { };
    if (m_number < 0 || ::fstat(m_number, &facts) != 0)
        cannotOpen(path, errno);
    if (S_ISDIR(facts.st_mode)) {
        ::close(m_number);
        throw Error(ErrorKind::Input,
                    {path.string(), "this is a folder", "a file with sentence pairs", "", "Choose a file inside it."});
    }
    m_bytes = S_ISREG(facts.st_mode) ? facts.st_size : 0;
}

ArchiveInput::~ArchiveInput()
{
    ::close(m_number);
}

void ArchiveInput::attachTo(archive* handle)
{
    archive_read_set_read_callback(handle, Callbacks::read);
    if (m_bytes > 0) // a pipe cannot be wound back
        archive_read_set_seek_callback(handle, Callbacks::seek);
    archive_read_set_callback_data(handle, this);
}

} // namespace alignoscope::corpus
