// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/read_attention.h"

#include "alignoscope/attention_shape.h"
#include "alignoscope/error.h"
#include "corpus/cancellation.h"
#include "corpus/compressed_file.h"
#include "corpus/utf8_source.h"
#include "interchange/attention/formats.h"
#include "interchange/attention/hard_links.h"
#include "interchange/attention/normalize.h"
#include "interchange/attention/npy.h"
#include "interchange/attention/peeked_source.h"

#include <optional>

namespace alignoscope {

namespace {

using namespace interchange;

constexpr std::size_t headBytes = std::size_t{1} << 16;

std::string wholeBytes(corpus::ByteSource& bytes, const AttentionReadOptions& options, const std::string& where,
                       const Progress& progress)
{
    constexpr std::int64_t bytesOfWeight = 32; // in JSON, with room
    std::string all;
    for (std::string_view piece = bytes.read(); !piece.empty(); piece = bytes.read()) {
        corpus::throwIfStopped(progress.stop);
        progress(bytes.fraction());
        if (static_cast<std::int64_t>(all.size() + piece.size()) / bytesOfWeight > options.cells)
            throw Error(ErrorKind::Input,
                        {where, "the file is larger than can be held at once",
                         "at most " + std::to_string(options.cells) + " weights (the limit 'cells')", "more",
                         "Divide the file."});
        all.append(piece);
    }
    return all;
}

void read(const FormatReader& reader, corpus::ByteSource& bytes, RawAttention& attention, const Progress& progress)
{
    constexpr std::size_t longerLines = 64; // a line holds a whole matrix
    const AttentionReadOptions& options = attention.options();
    if (reader.readWhole) {
        reader.readWhole(wholeBytes(bytes, options, attention.where(), progress), attention);
        return;
    }
    AttentionLines lines(bytes, options.limits.lineBytes * longerLines, progress);
    reader.read(lines, attention);
}

} // namespace

namespace interchange {

ImportedAttention readAttentionBytes(corpus::ByteSource& bytes, const std::string& where,
                                     const AttentionReadOptions& options, const Progress& progress)
{
    RawAttention attention(where, options);
    PeekedSource begun(bytes, npyMagic.size());
    std::optional<corpus::Utf8Source> text;
    std::optional<PeekedSource> source;
    if (!begun.head().starts_with(npyMagic))
        text.emplace(begun, where);
    source.emplace(text ? static_cast<corpus::ByteSource&>(*text) : begun, headBytes);
    const FormatReader* reader = readerFor(options.format, source->head(), source->whole());
    if (!reader)
        attention.fail(
            "no attention and no links are recognised in it",
            "attention as Marian, Nematus, OpenNMT-lua, AmuNMT, Neural Monkey or JSON have it, or links such "
            "as 0-0 1-2");
    read(*reader, *source, attention, progress);
    if (options.format == AttentionFormat::AmuNmt)
        attention.format = options.format;
    const Texts texts{{options.sourceText, options.limits, progress}, {options.targetText, options.limits, progress}};
    return normalize(std::move(attention), texts);
}

} // namespace interchange

std::string_view name(AttentionFormat format)
{
    switch (format) {
    case AttentionFormat::Json:
        return "json";
    case AttentionFormat::MarianSoft:
        return "marian-soft";
    case AttentionFormat::MarianHard:
        return "marian-hard";
    case AttentionFormat::Nematus:
        return "nematus";
    case AttentionFormat::OpenNmtLua:
        return "opennmt-lua";
    case AttentionFormat::AmuNmt:
        return "amunmt";
    case AttentionFormat::NeuralMonkey:
        return "neural-monkey";
    case AttentionFormat::Pharaoh:
        return "pharaoh";
    case AttentionFormat::Giza:
        return "giza";
    default:
        return "automatic";
    }
}

const std::vector<AttentionFormat>& attentionFormats()
{
    using enum AttentionFormat;
    static const std::vector<AttentionFormat> all = {Json,   MarianSoft,   MarianHard, Nematus, OpenNmtLua,
                                                     AmuNmt, NeuralMonkey, Pharaoh,    Giza};
    return all;
}

ImportedAttention readAttention(const std::filesystem::path& file, const AttentionReadOptions& options,
                                const Progress& progress)
{
    corpus::CompressedFile bytes(file, options.limits, progress.stop);
    return readAttentionBytes(bytes, file.string(), options, progress);
}

AttentionFormat recognizeAttention(const std::filesystem::path& file)
{
    corpus::CompressedFile bytes(file, {});
    PeekedSource begun(bytes, npyMagic.size());
    if (begun.head().starts_with(npyMagic))
        return AttentionFormat::NeuralMonkey;
    std::optional<corpus::Utf8Source> text;
    try {
        text.emplace(begun, file.string());
    } catch (const Error&) {
        return AttentionFormat::Automatic; // a picture, a program: neither attention nor a corpus
    }
    const PeekedSource source(*text, headBytes);
    const FormatReader* reader = readerFor(AttentionFormat::Automatic, source.head(), source.whole());
    return reader ? reader->format : AttentionFormat::Automatic;
}

std::vector<std::vector<Link>> linksOf(const ImportedAttention& attention)
{
    std::vector<std::vector<Link>> all;
    for (const AttentionSnapshotPtr& sentence : attention.sentences)
        all.push_back(attention.hard ? linksFrom(*sentence, 0) : likeliestLinks(*sentence));
    return all;
}

} // namespace alignoscope
