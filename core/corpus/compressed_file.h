// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/archive_input.h"
#include "corpus/byte_source.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

struct archive;
struct archive_entry;

namespace alignoscope::corpus {

/// What an archive of files (zip, tar) is: something to refuse as it is, or to read one file of.
enum class Archives { Refuse, Open };

/// A file inside an archive.
struct ArchiveMember {
    std::string name;       ///< with its folders
    std::int64_t bytes = 0; ///< decompressed
};

/// A file's bytes, decompressed if its content (not its name) is gzip, bzip2, xz or zstd, or those of one file of an
/// archive.
class CompressedFile : public ByteSource {
public:
    /// Of an archive: the file called `member`, or the first one. Throws Error(Input) when there is no such file, it is
    /// a folder or it may not be read.
    CompressedFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop = {},
                   Archives archives = Archives::Refuse, const std::string& member = {});
    ~CompressedFile() override;
    /// Every file of an archive, in its order; none where it is no archive, or one that comes out of a pipe. Throws
    /// what the constructor and `read` throw.
    static std::vector<ArchiveMember> list(const std::filesystem::path& path, const ReadLimits& limits,
                                           std::stop_token stop = {});

    /// Throws Error(Input) on damaged compression and beyond the limit, Error(Cancelled) when asked to stop.
    std::string_view read() override;
    /// Counted in bytes of the file, before decompression.
    [[nodiscard]] double fraction() const override;
    /// "gzip", "zip", "tar", "tar, gzip" …, empty for none
    [[nodiscard]] const std::string& compression() const { return m_compression; }

private:
    struct Closer {
        void operator()(archive* handle) const;
    };
    void open(Archives archives);
    void start();
    bool advance(); ///< to the next file of the archive
    void find(const std::string& member);
    /// Throws where this much text, out of `packed` bytes of the file, is beyond the limits.
    void countText(std::int64_t bytes, std::int64_t packed);
    [[noreturn]] void fail(const std::string& what) const;

    std::filesystem::path m_path;
    ReadLimits m_limits;
    ArchiveInput m_input;
    std::unique_ptr<archive, Closer> m_archive;
    archive_entry* m_entry = nullptr; ///< what is being read; libarchive's
    std::string m_compression;
    bool m_isArchive = false, m_ended = false;
    std::int64_t m_fileBytes, m_textBytes = 0;
};

} // namespace alignoscope::corpus
