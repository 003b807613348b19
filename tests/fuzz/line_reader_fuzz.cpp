// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/line_reader.h"
#include "corpus/utf8_source.h"

#include "alignoscope/error.h"
#include "text/unicode.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace alignoscope;

class Pieces : public corpus::ByteSource {
public:
    Pieces(std::string_view bytes, std::size_t piece) : m_bytes(bytes), m_piece(piece) { }
    std::string_view read() override
    {
        const std::string_view given = m_bytes.substr(0, m_piece);
        m_bytes.remove_prefix(given.size());
        return given;
    }

private:
    std::string_view m_bytes;
    std::size_t m_piece;
};

/// The lines of the bytes, read in pieces of a size; nothing where they are not text.
std::vector<std::string> read(std::string_view bytes, std::size_t piece)
{
    std::vector<std::string> lines;
    Pieces source(bytes, piece);
    try {
        corpus::Utf8Source text(source, "fuzz");
        corpus::LineReader reader(text, 64);
        for (corpus::Line line; reader.next(line);) {
            if (line.text.find_first_of("\r\n") != std::string_view::npos)
                std::abort();
            const std::string fault = corpus::lineFault(line);
            if (fault.empty() && !text::isValidUtf8(line.text))
                std::abort();
            lines.push_back(std::string(line.text) + '\n' + fault);
        }
    } catch (const Error&) {
        lines.clear();
    }
    return lines;
}

} // namespace

/// Bytes of any encoding give the same lines whatever the pieces they come in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = read(bytes, 1 << 20);
    if (read(bytes, 1) != whole || read(bytes, 7) != whole)
        std::abort();
    return 0;
}
