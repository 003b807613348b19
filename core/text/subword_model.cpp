// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include "alignoscope/error.h"
#include "text/piece_marks.h"
#include "text/sentencepiece_library.h"
#include "text/subword_model_check.h"

#include <sentencepiece_processor.h>

#include <array>
#include <fstream>
#include <utility>

namespace alignoscope {
namespace {

/// What stands for words that a model does not know, in our vocabularies too.
constexpr std::string_view unknown = "<unk>";

const Problem& splitting()
{
    static const Problem problem{"subwords", "the model cannot cut this text into pieces", "", "",
                                 "Choose another .model file."};
    return problem;
}

std::string escapedUnknown()
{
    return std::string(text::wordStartMark) + std::string(unknown);
}

} // namespace

struct SubwordModel::Parts {
    std::string bytes;
    sentencepiece::SentencePieceProcessor processor;
};

SubwordModel::SubwordModel(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) { }

SubwordModel SubwordModel::load(const std::filesystem::path& file)
{
    std::ifstream input(file, std::ios::binary);
    std::array<char, 1 << 16> block;
    if (!input || !input.read(block.data(), 1)) // a folder opens, but cannot be read
        throw Error(ErrorKind::Input, {file.string(), "the file cannot be read", "", "", "Check its name."});
    std::string bytes(1, block.front());
    while (bytes.size() <= text::mostModelBytes && (input.read(block.data(), block.size()), input.gcount() > 0))
        bytes.append(block.data(), static_cast<std::size_t>(input.gcount()));
    return parse(std::move(bytes), file.string());
}

SubwordModel SubwordModel::parse(std::string bytes, const std::string& where)
{
    text::requireHarmlessModel(bytes, where);
    auto parts = std::make_shared<Parts>();
    parts->bytes = std::move(bytes);
    text::callSentencePiece({where, "this is not a SentencePiece model", "", "", "Choose a .model file."},
                            [&] { return parts->processor.LoadFromSerializedProto(parts->bytes); });
    return SubwordModel(std::move(parts));
}

const std::string& SubwordModel::bytes() const
{
    return m_parts->bytes;
}

int SubwordModel::pieces() const
{
    return m_parts->processor.GetPieceSize();
}

std::vector<std::string> SubwordModel::split(std::string_view text) const
{
    std::vector<std::string> pieces;
    text::callSentencePiece(splitting(), [&] {
        return m_parts->processor.Encode({text.data(), text.size()}, &pieces);
    });
    std::erase_if(pieces, [](const std::string& piece) { return piece.empty(); });
    return pieces;
}

// The library would write " ⁇ " for an unknown piece, and leave the marks of pieces that it does not know.
std::string SubwordModel::join(const std::vector<std::string>& pieces) const
{
    std::vector<std::string> told;
    told.reserve(pieces.size());
    for (const std::string& piece : pieces)
        told.push_back(piece == unknown ? escapedUnknown() : piece);
    std::string text;
    text::callSentencePiece(splitting(), [&] { return m_parts->processor.Decode(told, &text); });
    for (auto at = text.find(text::wordStartMark); at != text.npos; at = text.find(text::wordStartMark, at))
        text.replace(at, text::wordStartMark.size(), at == 0 ? "" : " ");
    return text;
}

bool SubwordModel::operator==(const SubwordModel& other) const
{
    return m_parts == other.m_parts || m_parts->bytes == other.m_parts->bytes;
}

} // namespace alignoscope
