// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/compressed_file.h"

#include "alignoscope/error.h"
#include "corpus/cancellation.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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

std::string compressionName(archive* handle)
{
    switch (archive_filter_code(handle, 0)) {
    case ARCHIVE_FILTER_GZIP:
        return "gzip";
    case ARCHIVE_FILTER_BZIP2:
        return "bzip2";
    case ARCHIVE_FILTER_XZ:
        return "xz";
    case ARCHIVE_FILTER_ZSTD:
        return "zstd";
    default:
        return {};
    }
}

} // namespace

CompressedFile::Descriptor::~Descriptor()
{
    if (number >= 0)
        ::close(number);
}

void CompressedFile::Closer::operator()(archive* handle) const
{
    archive_read_free(handle);
}

CompressedFile::CompressedFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop,
                               Archives archives)
    : m_path(path), m_limits(limits), m_stop(std::move(stop))
{
    m_file.number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts { };
    if (m_file.number < 0 || ::fstat(m_file.number, &facts) != 0)
        cannotOpen(path, errno);
    if (S_ISDIR(facts.st_mode))
        throw Error(ErrorKind::Input,
                    {path.string(), "this is a folder", "a file with sentence pairs", "", "Choose a file inside it."});
    m_fileBytes = S_ISREG(facts.st_mode) ? facts.st_size : 0;
    open(archives);
}

CompressedFile::~CompressedFile() = default;

void CompressedFile::open(Archives archives)
{
    m_archive.reset(archive_read_new());
    archive* handle = m_archive.get();
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_filter_xz(handle);
    archive_read_support_filter_zstd(handle);
    if (archives == Archives::Open)
        archive_read_support_format_zip(handle);
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
    archive_entry* entry = nullptr;
    if (archive_read_open_fd(handle, m_file.number, blockBytes) != ARCHIVE_OK)
        fail("the file cannot be read");
    const int found = archive_read_next_header(handle, &entry);
    if (found != ARCHIVE_OK && found != ARCHIVE_EOF)
        fail("the file cannot be read");
    m_ended = found == ARCHIVE_EOF; // an empty file; to read on would be an error
    const bool isZip = (archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
    m_compression = isZip ? "zip" : compressionName(handle);
}

std::string_view CompressedFile::read()
{
    throwIfStopped(m_stop);
    if (m_ended)
        return {};
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(m_archive.get(), &block, &size, &offset);
    m_ended = result == ARCHIVE_EOF;
    if (m_ended)
        return {};
    if (result != ARCHIVE_OK)
        fail(m_compression.empty() ? "the file cannot be read" : "the compressed data is damaged or cut short");
    m_textBytes += static_cast<std::int64_t>(size);
    if (m_textBytes > m_limits.textBytes)
        throw Error(ErrorKind::Input,
                    {m_path.string(), "there is more text in it than can be read at once",
                     fmt::format("at most {} MiB of text (the limit 'textBytes')", m_limits.textBytes >> 20), "more",
                     "Split the file, or keep the part you need."});
    return {static_cast<const char*>(block), size};
}

double CompressedFile::fraction() const
{
    if (m_fileBytes <= 0)
        return 0;
    const auto done = static_cast<double>(archive_filter_bytes(m_archive.get(), -1));
    return std::min(1.0, done / static_cast<double>(m_fileBytes));
}

void CompressedFile::fail(const std::string& what) const
{
    const char* reason = archive_error_string(m_archive.get());
    throw Error(ErrorKind::Input,
                {m_path.string(), what, "", reason ? reason : "",
                 m_compression.empty() ? "" : "Fetch or compress the file again."});
}

} // namespace alignoscope::corpus
