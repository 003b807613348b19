// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include "alignoscope/error.h"

#include <sentencepiece_processor.h>

#include <fstream>
#include <iterator>
#include <utility>

namespace alignoscope {

struct SubwordModel::Parts {
    std::string bytes;
    sentencepiece::SentencePieceProcessor processor;
};

SubwordModel::SubwordModel(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) { }

SubwordModel SubwordModel::load(const std::filesystem::path& file)
{
    std::ifstream input(file, std::ios::binary);
    if (!input)
        throw Error(ErrorKind::Input, {file.string(), "the file cannot be opened", "", "", "Check its name."});
    return parse({std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()}, file.string());
}

SubwordModel SubwordModel::parse(std::string bytes, const std::string& where)
{
    auto parts = std::make_shared<Parts>();
    parts->bytes = std::move(bytes);
    if (const auto status = parts->processor.LoadFromSerializedProto(parts->bytes); !status.ok())
        throw Error(ErrorKind::Input,
                    {where, "this is not a SentencePiece model", "", status.ToString(), "Choose a .model file."});
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
    return m_parts->processor.EncodeAsPieces({text.data(), text.size()});
}

std::string SubwordModel::join(const std::vector<std::string>& pieces) const
{
    return m_parts->processor.DecodePieces(pieces);
}

bool SubwordModel::operator==(const SubwordModel& other) const
{
    return m_parts == other.m_parts || m_parts->bytes == other.m_parts->bytes;
}

} // namespace alignoscope
