// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"
#include "corpus/text_recognition.h"

#include <memory>
#include <string>

struct UConverter;

namespace alignoscope::corpus {

/// Turns text of any encoding (with or without byte-order mark) into UTF-8 without the mark. UTF-8 is passed on as it
/// is, invalid bytes too; what is wrong in another encoding becomes U+FFFD.
class Utf8Source : public ByteSource {
public:
    /// Reads the beginning of `bytes`, which must outlive this object. The encoding is the given one, or that of the
    /// byte-order mark, the declared, or the likely one. Throws Error(Input) with `where` when it is not text (a
    /// picture, a program, an archive …), Error(Usage) when there is no such encoding.
    Utf8Source(ByteSource& bytes, const std::string& where, const std::string& encoding = {});
    ~Utf8Source() override;

    std::string_view read() override;
    [[nodiscard]] double fraction() const override { return m_bytes.fraction(); }
    [[nodiscard]] const std::string& encoding() const { return m_encoding.name; } ///< "UTF-8", "UTF-16LE" …
    [[nodiscard]] bool isGuessed() const { return m_encoding.guessed; }
    /// The beginning of the text, at least 256 KiB where there is so much; until more than that has been read.
    [[nodiscard]] std::string_view head() const { return m_head; }
    [[nodiscard]] bool isWhole() const { return m_whole; } ///< the head is all

private:
    struct Closer {
        void operator()(UConverter* converter) const;
    };
    using Converter = std::unique_ptr<UConverter, Closer>;

    static Converter converter(const std::string& encoding);
    void startConverting();
    void convert(std::string_view bytes);

    ByteSource& m_bytes;
    std::string m_head; ///< what was read to recognise the encoding
    bool m_headGiven = false, m_whole = false, m_ended = false, m_passedOn = false;
    Encoding m_encoding;
    Converter m_from, m_to;
    std::u16string m_pivot;
    char16_t *m_pivotSource = nullptr, *m_pivotTarget = nullptr;
    std::string m_converted;
};

} // namespace alignoscope::corpus
