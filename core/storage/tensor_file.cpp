// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tensor_file.h"

#include "storage/atomic_file.h"
#include "storage/file_problem.h"
#include "storage/tensor_header.h"

#include <algorithm>

namespace alignoscope::storage {

std::string shapeWords(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const auto dimension : shape)
        text += (text.empty() ? "" : " × ") + std::to_string(dimension);
    return text.empty() ? "a single number" : text;
}

const Tensor& TensorFile::tensor(std::string_view name, const std::vector<std::int64_t>& shape) const
{
    const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const Tensor& t) { return t.name == name; });
    if (found == tensors.end())
        throw storageError(path, "there is no tensor \"" + std::string(name) + '"', {}, {},
                           "The file belongs to a model of another kind: use the configuration it was trained with.");
    if (found->shape != shape)
        throw storageError(path, "tensor \"" + std::string(name) + "\" has another shape", shapeWords(shape),
                           shapeWords(found->shape),
                           "The file belongs to a model of other sizes: use the configuration it was trained with.");
    return *found;
}

void writeTensorFile(const std::filesystem::path& path, std::span<const TensorEntry> tensors, const Metadata& metadata)
{
    const std::string header = headerBytes(path, tensors, metadata);
    AtomicFile file(path);
    file.write(header);
    for (const auto& tensor : tensors)
        file.write(tensor.values);
    file.commit();
}

TensorFile readTensorFile(const std::filesystem::path& path)
{
    InputFile file(path);
    TensorHeader header = readTensorHeader(file);
    TensorFile result{std::move(header.metadata), {}, path};
    for (auto& place : header.tensors) {
        std::vector<float> values = readNumbers(file, place);
        result.tensors.push_back({std::move(place.name), std::move(place.shape), std::move(values)});
    }
    return result;
}

} // namespace alignoscope::storage
