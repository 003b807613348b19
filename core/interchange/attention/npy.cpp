// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/npy.h"

#include "interchange/attention/npy_header.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace alignoscope::interchange {

namespace {

/// IEEE 754's half precision: 1 sign, 5 exponent, 10 fraction.
float halfValue(std::uint64_t bits)
{
    const int exponent = static_cast<int>(bits >> 10 & 31);
    const auto fraction = static_cast<float>(bits & 1023);
    const float size = exponent == 0 ? std::ldexp(fraction, -24)
        : exponent == 31
        ? (fraction == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN())
        : std::ldexp(1024 + fraction, exponent - 25);
    return bits >> 15 & 1 ? -size : size;
}

float numberAt(std::string_view bytes, const NpyHeader& header, std::int64_t place)
{
    std::uint64_t bits = 0;
    const std::size_t first = header.size + static_cast<std::size_t>(place * header.bytes);
    for (int i = 0; i < header.bytes; ++i) {
        const int at = header.bigEndian ? i : header.bytes - 1 - i;
        bits = bits << 8 | static_cast<unsigned char>(bytes[first + static_cast<std::size_t>(at)]);
    }
    switch (header.bytes) {
    case 2:
        return halfValue(bits);
    case 4:
        return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
    default:
        return static_cast<float>(std::bit_cast<double>(bits));
    }
}

/// Sentences, rows and columns; an array of two dimensions is one sentence.
struct Shape {
    std::int64_t sentences = 1, rows = 0, columns = 0;
};

Shape shapeOf(const NpyHeader& header, const RawAttention& attention)
{
    const auto& shape = header.shape;
    if (shape.size() != 2 && shape.size() != 3)
        attention.fail("the array has " + std::to_string(shape.size()) + " dimensions",
                       "sentence, source and target (of several heads, choose one: a[:, 0])", "");
    const std::size_t first = shape.size() - 2;
    const Shape read{first == 0 ? 1 : shape[0], shape[first], shape[first + 1]};
    std::int64_t cells = 1;
    for (const std::int64_t length : {read.sentences, read.rows, read.columns}) {
        if (length > std::numeric_limits<std::int32_t>::max()
            || (length > 0 && cells > attention.options().cells / length))
            attention.fail("there are more weights in it than can be held at once",
                           "at most " + std::to_string(attention.options().cells) + " (the limit 'cells')", "more");
        cells *= length;
    }
    if (cells == 0)
        attention.fail("the array is empty", "at least one number", "");
    return read;
}

} // namespace

void readNpy(std::string_view bytes, RawAttention& attention)
{
    const NpyHeader header = readNpyHeader(bytes, attention);
    const Shape shape = shapeOf(header, attention);
    const std::int64_t cells = shape.sentences * shape.rows * shape.columns;
    if (static_cast<std::int64_t>(bytes.size() - header.size) / header.bytes < cells)
        attention.fail("the array is cut short", std::to_string(cells) + " numbers",
                       std::to_string(static_cast<std::int64_t>(bytes.size() - header.size) / header.bytes));
    attention.format = AttentionFormat::NeuralMonkey;
    attention.facts.weightedPadding = true;
    attention.facts.usualRows = MatrixRows::Source;
    attention.spend(cells);
    for (std::int64_t i = 0; i < shape.sentences && !attention.full(); ++i) {
        RawSentence sentence;
        sentence.line = i + 1;
        sentence.textLine = i;
        sentence.rows = static_cast<std::int32_t>(shape.rows);
        sentence.columns = static_cast<std::int32_t>(shape.columns);
        sentence.weights.reserve(static_cast<std::size_t>(shape.rows * shape.columns));
        for (std::int64_t row = 0; row < shape.rows; ++row)
            for (std::int64_t column = 0; column < shape.columns; ++column)
                sentence.weights.push_back(numberAt(bytes, header,
                                                    header.fortranOrder
                                                        ? i + shape.sentences * (row + shape.rows * column)
                                                        : (i * shape.rows + row) * shape.columns + column));
        attention.add(std::move(sentence));
    }
}

} // namespace alignoscope::interchange
