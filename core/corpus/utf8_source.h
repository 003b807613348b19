// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <memory>
#include <string>

struct UConverter;

namespace alignoscope::corpus {

/// Turns text in UTF-8 (with or without byte-order mark), UTF-16 or UTF-32 into UTF-8 without the mark. UTF-8 is passed
/// on as it is, invalid bytes too; what is wrong in UTF-16 becomes U+FFFD.
class Utf8Source : public ByteSource {
public:
    /// Reads the beginning of `bytes`, which must outlive this object. Throws Error(Input) with `where` when that is
    /// not text (a picture, a program, an archive …).
    Utf8Source(ByteSource& bytes, const std::string& where);
    ~Utf8Source() override;

    std::string_view read() override;
    [[nodiscard]] double fraction() const override { return m_bytes.fraction(); }
    [[nodiscard]] const std::string& encoding() const { return m_encoding; } ///< "UTF-8", "UTF-16LE" …

private:
    struct Closer {
        void operator()(UConverter* converter) const;
    };
    using Converter = std::unique_ptr<UConverter, Closer>;

    static Converter converter(const std::string& encoding);
    std::string_view readBytes();
    void convert(std::string_view bytes);

    ByteSource& m_bytes;
    std::string m_head; ///< what was read to recognise the encoding
    bool m_headGiven = false, m_ended = false;
    std::string m_encoding;
    Converter m_from, m_to;
    std::u16string m_pivot;
    char16_t *m_pivotSource = nullptr, *m_pivotTarget = nullptr;
    std::string m_converted;
};

} // namespace alignoscope::corpus
