// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

struct archive;

namespace alignoscope::corpus {

/// What an archive of files is: something to refuse as it is, or to read the first file of.
enum class Archives { Refuse, Open };

/// A file's bytes, decompressed if its content (not its name) is gzip, bzip2, xz or zstd.
class CompressedFile : public ByteSource {
public:
    /// Throws Error(Input) when there is no such file, it is a folder or it may not be read.
    CompressedFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop = {},
                   Archives archives = Archives::Refuse);
    ~CompressedFile() override;

    /// Throws Error(Input) on damaged compression and beyond the limit, Error(Cancelled) when asked to stop.
    std::string_view read() override;
    /// Counted in bytes of the file, before decompression.
    [[nodiscard]] double fraction() const override;
    [[nodiscard]] const std::string& compression() const { return m_compression; } ///< "gzip", "zip" …, empty for none

private:
    struct Descriptor {
        int number = -1;
        ~Descriptor();
    };
    struct Closer {
        void operator()(archive* handle) const;
    };
    void open(Archives archives);
    [[noreturn]] void fail(const std::string& what) const;

    std::filesystem::path m_path;
    ReadLimits m_limits;
    std::stop_token m_stop;
    Descriptor m_file;
    std::unique_ptr<archive, Closer> m_archive;
    std::string m_compression;
    bool m_ended = false;
    std::int64_t m_fileBytes = 0, m_textBytes = 0;
};

} // namespace alignoscope::corpus
