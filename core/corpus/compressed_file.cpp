// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/compressed_file.h"

#include "alignoscope/error.h"
#include "corpus/cancellation.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace alignoscope::corpus {
namespace {

constexpr std::size_t mostMembers = 10000;

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

/// Its name as UTF-8 where it says so, else the bytes it has.
std::string memberName(archive_entry* entry)
{
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr)
        name = archive_entry_pathname(entry);
    return name == nullptr ? "?" : name;
}

} // namespace

void CompressedFile::Closer::operator()(archive* handle) const
{
    archive_read_free(handle);
}

CompressedFile::CompressedFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop,
                               Archives archives, const std::string& member)
    : m_path(path), m_limits(limits), m_input(path, std::move(stop)), m_fileBytes(m_input.bytes())
{
    open(archives);
    start();
    if (!member.empty())
        find(member);
}

CompressedFile::~CompressedFile() = default;

std::vector<ArchiveMember> CompressedFile::list(const std::filesystem::path& path, const ReadLimits& limits,
                                                std::stop_token stop)
{
    std::error_code unknown;
    std::vector<ArchiveMember> members;
    if (!std::filesystem::is_regular_file(path, unknown)) // a pipe can be read only once
        return members;
    CompressedFile file(path, limits, std::move(stop), Archives::Open);
    if (!file.m_isArchive || file.m_ended)
        return members;
    do {
        if (members.size() == mostMembers)
            throw Error(ErrorKind::Input,
                        {path.string(), "there are too many files in the archive",
                         fmt::format("at most {} files", mostMembers), "more", "Take the files you need out of it."});
        members.push_back({memberName(file.m_entry), archive_entry_size(file.m_entry)});
        if (file.m_compression != "zip") // a tar is decompressed on the way to its next file
            file.countText(members.back().bytes, file.m_fileBytes);
    } while (file.advance());
    return members;
}

void CompressedFile::open(Archives archives)
{
    m_archive.reset(archive_read_new());
    archive* handle = m_archive.get();
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_filter_xz(handle);
    archive_read_support_filter_zstd(handle);
    if (archives == Archives::Open) {
        archive_read_support_format_zip(handle);
        archive_read_support_format_tar(handle);
    }
    archive_read_support_format_raw(handle);
    archive_read_support_format_empty(handle);
    m_input.attachTo(handle);
    if (archive_read_open1(handle) != ARCHIVE_OK)
        fail("the file cannot be read");
}

void CompressedFile::start()
{
    const int found = archive_read_next_header(m_archive.get(), &m_entry);
    if (found != ARCHIVE_OK && found != ARCHIVE_WARN && found != ARCHIVE_EOF)
        fail("the file cannot be read");
    const int format = archive_format(m_archive.get()) & ARCHIVE_FORMAT_BASE_MASK;
    m_isArchive = format == ARCHIVE_FORMAT_ZIP || format == ARCHIVE_FORMAT_TAR;
    m_compression = compressionName(m_archive.get());
    if (m_isArchive)
        m_compression = format == ARCHIVE_FORMAT_ZIP ? "zip" : m_compression.empty() ? "tar" : "tar, " + m_compression;
    m_ended = found == ARCHIVE_EOF; // an empty file; to read on would be an error
    if (!m_ended && m_isArchive && archive_entry_filetype(m_entry) != AE_IFREG)
        advance();
}

bool CompressedFile::advance()
{
    for (;;) {
        const int found = archive_read_next_header(m_archive.get(), &m_entry);
        if (found == ARCHIVE_EOF) {
            m_ended = true;
            return false;
        }
        if (found != ARCHIVE_OK && found != ARCHIVE_WARN)
            fail("the archive is damaged or cut short");
        if (archive_entry_filetype(m_entry) == AE_IFREG)
            return true;
    }
}

void CompressedFile::find(const std::string& member)
{
    while (m_isArchive && !m_ended) {
        if (memberName(m_entry) == member)
            return;
        if (m_compression != "zip")
            countText(archive_entry_size(m_entry), m_fileBytes);
        advance();
    }
    throw Error(ErrorKind::Input,
                {m_path.string(), "there is no file '" + member + "' in it", "a file of the archive", "",
                 m_isArchive ? "Choose one of its files." : "It is no archive; leave the name of the member out."});
}

std::string_view CompressedFile::read()
{
    throwIfStopped(m_input.stop());
    if (m_ended)
        return {};
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    do {
        const int result = archive_read_data_block(m_archive.get(), &block, &size, &offset);
        m_ended = result == ARCHIVE_EOF;
        if (m_ended)
            return {};
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            fail(m_compression.empty() ? "the file cannot be read" : "the compressed data is damaged or cut short");
    } while (size == 0); // not yet the end
    countText(static_cast<std::int64_t>(size), archive_filter_bytes(m_archive.get(), -1));
    return {static_cast<const char*>(block), size};
}

void CompressedFile::countText(std::int64_t bytes, std::int64_t packed)
{
    constexpr std::int64_t unsuspicious = std::int64_t{64} << 20;
    if (bytes < 0 || bytes > m_limits.textBytes - m_textBytes)
        throw Error(ErrorKind::Input,
                    {m_path.string(), "there is more text in it than may be read",
                     fmt::format("at most {} MiB (the limit 'text')", m_limits.textBytes >> 20), "more",
                     "Raise the limit with --limit-text, split the file, or keep the part you need."});
    m_textBytes += bytes;
    const std::int64_t times = m_textBytes / std::max<std::int64_t>(1, packed);
    if (!m_compression.empty() && m_textBytes > unsuspicious && times >= m_limits.expansion)
        throw Error(ErrorKind::Input,
                    {m_path.string(), "it grows without measure when it is decompressed",
                     fmt::format("at most {} times its size (the limit 'expansion')", m_limits.expansion),
                     fmt::format("{} times", times), "If you trust the file, raise the limit with --limit-expansion."});
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
    throwIfStopped(m_input.stop());
    const char* reason = archive_error_string(m_archive.get());
    throw Error(ErrorKind::Input,
                {m_path.string(), what, "", reason ? reason : "",
                 m_compression.empty() ? "" : "Fetch or compress the file again."});
}

} // namespace alignoscope::corpus
