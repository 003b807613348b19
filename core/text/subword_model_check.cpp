// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/subword_model_check.h"

#include "alignoscope/error.h"
#include "text/character_map_check.h"
#include "text/protobuf_fields.h"
#include "text/unicode.h"

#include <bit>
#include <cmath>

namespace alignoscope::text {
namespace {

using Kind = ProtobufField::Kind;

// Fields of SentencePiece's ModelProto and of the messages in it.
namespace model_field {
constexpr std::uint64_t piece = 1, trainer = 2, normalizer = 3, denormalizer = 5;
}
namespace piece_field {
constexpr std::uint64_t text = 1, score = 2;
}
constexpr std::uint64_t normalizerCharacterMap = 2;
constexpr std::size_t mostPieceBytes = 4096;

class ModelCheck {
public:
    explicit ModelCheck(const std::string& where) : m_where(where) { }

    void check(std::string_view bytes)
    {
        read(bytes, [this](const ProtobufField& field) {
            if (field.kind != Kind::Bytes)
                return;
            if (field.number == model_field::piece)
                checkPiece(field.bytes);
            else if (field.number == model_field::normalizer || field.number == model_field::denormalizer)
                checkNormalizer(field.bytes);
        });
        if (m_pieces == 0)
            fail("the model has no pieces", "", "");
    }

private:
    template <class Visit>
    void read(std::string_view message, const Visit& visit)
    {
        ProtobufReader reader(message);
        while (const auto field = reader.next())
            visit(*field);
        if (reader.isBroken())
            fail("this is not a SentencePiece model", "", "");
    }

    void checkPiece(std::string_view message)
    {
        if (++m_pieces > mostPieces)
            fail("the model has too many pieces", "at most " + std::to_string(mostPieces), "");
        bool hasText = false;
        read(message, [&](const ProtobufField& field) {
            if (field.number == piece_field::text && field.kind == Kind::Bytes) {
                hasText = true;
                checkText(field.bytes);
            }
            if (field.number == piece_field::score && field.kind == Kind::Fixed32
                && !std::isfinite(std::bit_cast<float>(static_cast<std::uint32_t>(field.value))))
                fail("the score of piece " + std::to_string(m_pieces) + " is not a number", "", "");
        });
        if (!hasText)
            fail("piece " + std::to_string(m_pieces) + " has no text", "", "");
    }

    void checkText(std::string_view piece) const
    {
        if (piece.empty() || piece.size() > mostPieceBytes || piece.find('\0') != piece.npos || !isValidUtf8(piece))
            fail("piece " + std::to_string(m_pieces) + " is not a text",
                 "1 to " + std::to_string(mostPieceBytes) + " bytes of UTF-8", std::to_string(piece.size()) + " bytes");
    }

    void checkNormalizer(std::string_view message)
    {
        read(message, [this](const ProtobufField& field) {
            if (field.number == normalizerCharacterMap && field.kind == Kind::Bytes && !field.bytes.empty()
                && !isSoundCharacterMap(field.bytes))
                fail("the model's table of character replacements is damaged", "", "");
        });
    }

    [[noreturn]] void fail(std::string what, std::string expected, std::string got) const
    {
        throw Error(ErrorKind::Input,
                    {m_where, std::move(what), std::move(expected), std::move(got),
                     "Choose a .model file that SentencePiece has written."});
    }

    const std::string& m_where;
    std::size_t m_pieces = 0;
};

} // namespace

void requireHarmlessModel(std::string_view bytes, const std::string& where)
{
    if (bytes.size() > mostModelBytes)
        throw Error(ErrorKind::Input,
                    {where, "the model is too large", "at most " + std::to_string(mostModelBytes) + " bytes",
                     std::to_string(bytes.size()) + " bytes", "Choose another .model file."});
    ModelCheck(where).check(bytes);
}

} // namespace alignoscope::text
