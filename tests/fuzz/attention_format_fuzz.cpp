// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/read_attention.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace alignoscope;

/// Bytes in memory, in pieces, as a file's come.
class MemoryBytes : public corpus::ByteSource {
public:
    MemoryBytes(const std::uint8_t* data, std::size_t size) : m_rest(reinterpret_cast<const char*>(data), size) { }
    std::string_view read() override
    {
        constexpr std::size_t pieceBytes = 61; // so that lines are cut
        const std::string_view piece = m_rest.substr(0, pieceBytes);
        m_rest.remove_prefix(piece.size());
        return piece;
    }

private:
    std::string_view m_rest;
};

/// FORMAT is what name() says, with underscores.
AttentionFormat wanted()
{
    std::vector<AttentionFormat> formats = attentionFormats();
    formats.push_back(AttentionFormat::Automatic);
    for (const AttentionFormat format : formats) {
        std::string word(name(format));
        std::replace(word.begin(), word.end(), '-', '_');
        if (word == FORMAT)
            return format;
    }
    std::abort();
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(const AttentionSnapshot& sentence)
{
    constexpr float slack = 0.01F; // of weights that were rounded when they were written
    require(sentence.sources() > 0 && sentence.targets() > 0);
    require(sentence.sourceUnknown.size() == sentence.sourceTokens.size());
    require(sentence.weights.size() == sentence.sourceTokens.size() * sentence.targetTokens.size());
    require(std::all_of(sentence.weights.begin(), sentence.weights.end(),
                        [](float weight) { return std::isfinite(weight) && weight >= -slack && weight <= 1 + slack; }));
}

void checkWritten(const ImportedAttention& read)
{
    const auto& sentences = read.sentences;
    require(linksOf(read).size() == sentences.size());
    require(attentionFromJson(attentionToJson(sentences), "fuzz").size() == sentences.size());
    attentionToMarianSoft(sentences);
    attentionToMarianHard(sentences);
    attentionToNematus(sentences);
    attentionToPharaoh(sentences);
    attentionToPharaoh(sentences, 0.5);
    attentionToNpy(sentences);
}

} // namespace

/// Whatever the bytes: sentences with weights that can be written in every format, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    AttentionReadOptions options;
    options.format = wanted();
    options.cells = 1 << 12; // more take a second to be written in every format
    options.limits.lineBytes = 1 << 12;
    MemoryBytes bytes(data, size);
    ImportedAttention read;
    try {
        read = interchange::readAttentionBytes(bytes, "fuzz", options, {});
    } catch (const Error&) {
        return 0;
    }
    for (const AttentionSnapshotPtr& sentence : read.sentences)
        check(*sentence);
    try {
        checkWritten(read);
    } catch (const Error& error) {
        require(error.kind() == ErrorKind::Usage); // a format that cannot say this
    }
    return 0;
}
