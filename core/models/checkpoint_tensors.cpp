// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkpoint_tensors.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <charconv>
#include <map>

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

void checkTensors(std::span<const storage::TensorPlace> tensors, const nn::ParameterLayout& layout,
                  const std::filesystem::path& where)
{
    const auto refuse = [&](const std::string& name, const char* what, std::string expected, std::string got) {
        throw Error(ErrorKind::Input,
                    {where.string() + ", tensor \"" + name + '"', what, std::move(expected), std::move(got),
                     "The metadata describe another model than the tensors: change one of the two."});
    };
    std::map<std::string_view, const storage::TensorPlace*> found;
    for (const auto& tensor : tensors)
        found.emplace(tensor.name, &tensor);
    for (const auto& entry : layout.entries()) {
        const auto tensor = found.extract(entry.name);
        const auto shape = shapeOf(entry.slot);
        if (tensor.empty())
            refuse(entry.name, "it is missing", storage::shapeWords(shape), "nothing");
        if (tensor.mapped()->shape != shape)
            refuse(entry.name, "it has another shape", storage::shapeWords(shape),
                   storage::shapeWords(tensor.mapped()->shape));
    }
    if (!found.empty())
        refuse(std::string(found.begin()->first), "the model has no such tensor", "only those of the model",
               storage::shapeWords(found.begin()->second->shape));
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
