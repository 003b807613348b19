// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/atomic_file.h"

#include "alignoscope/attention_export.h"
#include "storage/file_problem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <string>
#include <system_error>

namespace alignoscope::storage {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view leftoverSuffix = ".partial";

/// Hidden, in the folder of `path`, and different for every file any thread or process writes.
fs::path temporaryName(const fs::path& path)
{
    static std::atomic<unsigned> counter = 0;
    const std::string number = std::to_string(::getpid()) + '-' + std::to_string(++counter);
    return path.parent_path() / ('.' + path.filename().string() + '.' + number + std::string(leftoverSuffix));
}

/// Where the bytes go: the file behind symbolic links, if any.
fs::path resolved(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_symlink(path, error))
        return path;
    const fs::path target = fs::weakly_canonical(path, error);
    return error ? path : target;
}

/// Makes the rename last: a folder is a file whose content are names. Some file systems have no such flush; then
/// there is nothing more to do.
void flushFolder(const fs::path& path)
{
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.isOpen() && ::fsync(handle.get()) != 0 && errno == EIO)
        throw writeError(folder, errno);
}

void copyAtomically(const fs::path& existing, const fs::path& path)
{
    InputFile from(existing);
    AtomicFile to(path);
    std::array<char, 1 << 16> block;
    for (std::uint64_t left = from.size; left > 0;) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, block.size()));
        from.read(std::as_writable_bytes(std::span(block).first(count)));
        to.write(std::string_view(block.data(), count));
        left -= count;
    }
    to.commit();
}

} // namespace

AtomicFile::AtomicFile(const fs::path& path) : m_path(resolved(path))
{
    struct stat old { };
    const bool exists = ::stat(m_path.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode))
        throw writeError(path, EISDIR);
    if (exists && !S_ISREG(old.st_mode)) {
        m_handle = FileHandle(::open(m_path.c_str(), O_WRONLY | O_CLOEXEC));
        if (!m_handle.isOpen())
            throw writeError(path, errno);
        return;
    }
    fs::path temporary;
    do { // a crashed process of the same number may have left a file of that name
        temporary = temporaryName(m_path);
        m_handle = FileHandle(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    } while (!m_handle.isOpen() && errno == EEXIST);
    if (!m_handle.isOpen())
        throw writeError(path, errno);
    m_temporary = temporary;
    if (exists)
        static_cast<void>(::fchmod(m_handle.get(), old.st_mode & 07777)); // keeping the permissions is a courtesy
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void AtomicFile::write(std::string_view bytes)
{
    constexpr std::size_t atOnce = std::size_t{1} << 30;
    while (!bytes.empty()) {
        const auto count = ::write(m_handle.get(), bytes.data(), std::min(bytes.size(), atOnce));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw writeError(m_path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void AtomicFile::write(std::span<const float> values)
{
    static_assert(std::endian::native == std::endian::little, "the files are little-endian and written as they stand");
    const auto bytes = std::as_bytes(values);
    write(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

void AtomicFile::commit()
{
    if (!m_temporary.empty() && ::fsync(m_handle.get()) != 0)
        throw writeError(m_path, errno);
    if (!m_handle.close())
        throw writeError(m_path, errno);
    if (m_temporary.empty())
        return;
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        throw writeError(m_path, errno);
    m_temporary.clear();
    flushFolder(m_path);
}

void linkAtomically(const fs::path& existing, const fs::path& path)
{
    const fs::path temporary = temporaryName(path);
    if (::link(existing.c_str(), temporary.c_str()) != 0) {
        if (errno == ENOENT)
            throw readError(existing, errno);
        return copyAtomically(existing, path); // FAT and some network disks have no links
    }
    const bool renamed = ::rename(temporary.c_str(), path.c_str()) == 0;
    const int code = errno;
    ::unlink(temporary.c_str()); // renaming between two names of one file leaves both
    if (!renamed)
        throw writeError(path, code);
    flushFolder(path);
}

bool isLeftover(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.starts_with('.') && name.ends_with(leftoverSuffix);
}

} // namespace alignoscope::storage

namespace alignoscope {

void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes)
{
    storage::AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

} // namespace alignoscope
