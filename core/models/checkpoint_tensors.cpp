// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkpoint_tensors.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <charconv>

namespace alignoscope::models {

namespace {

std::vector<std::int64_t> shapeOf(const nn::Slot& slot)
{
    if (slot.cols == 1)
        return {slot.rows};
    return {slot.cols, slot.rows};
}

template <class Number>
Number readAs(const storage::TensorFile& file, const std::string& key)
{
    const auto found = file.metadata.find(key);
    Number value{};
    if (found != file.metadata.end()) {
        const std::string& text = found->second;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
        if (result.ec == std::errc() && result.ptr == text.data() + text.size())
            return value;
    }
    throw Error(ErrorKind::Storage,
                {file.path.string(), "the checkpoint does not say its " + key, "a number",
                 found == file.metadata.end() ? "nothing" : found->second,
                 "The file is damaged or was made by another program; use another checkpoint."});
}

} // namespace

void appendTensors(const nn::ParameterLayout& layout, std::string_view prefix, std::span<const float> block,
                   std::vector<storage::TensorEntry>& out)
{
    for (const auto& entry : layout.entries())
        out.push_back({std::string(prefix) + entry.name, shapeOf(entry.slot),
                       block.subspan(static_cast<std::size_t>(entry.slot.offset),
                                     static_cast<std::size_t>(entry.slot.rows * entry.slot.cols))});
}

void readTensors(const storage::TensorFile& file, const nn::ParameterLayout& layout, std::string_view prefix,
                 std::span<float> block)
{
    for (const auto& entry : layout.entries()) {
        const storage::Tensor& tensor = file.tensor(std::string(prefix) + entry.name, shapeOf(entry.slot));
        std::copy(tensor.values.begin(), tensor.values.end(), block.begin() + entry.slot.offset);
    }
}

std::int64_t readCount(const storage::TensorFile& file, const std::string& key)
{
    return readAs<std::int64_t>(file, key);
}

double readNumber(const storage::TensorFile& file, const std::string& key)
{
    return readAs<double>(file, key);
}

} // namespace alignoscope::models
