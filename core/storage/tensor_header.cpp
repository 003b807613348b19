// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tensor_header.h"

#include "storage/file_problem.h"
#include "storage/json_text.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <span>

namespace alignoscope::storage {

using nlohmann::json;

namespace {

constexpr std::uint64_t maxHeader = 64U << 20; // a tensor takes about a hundred bytes of it, a word about twenty
constexpr int headerDepth = 3;                 // header { tensor { shape [
constexpr auto headerAdvice = "The file is damaged or was made by another program: restore it from a copy.";

/// Bytes of that many numbers; nothing where a dimension is negative or the product leaves 64 bits.
std::optional<std::uint64_t> byteCount(const std::vector<std::int64_t>& shape, TensorType type = TensorType::F32)
{
    std::uint64_t bytes = bytesOf(type);
    for (const auto dimension : shape)
        if (dimension < 0 || __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(dimension), &bytes))
            return std::nullopt;
    return bytes;
}

/// A field of the header that must be a number the format allows.
std::uint64_t unsignedNumber(const json& value, const InputFile& file, const std::string& name, const char* field)
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
        throw storageError(file.path, "tensor \"" + name + "\" has an impossible number in " + field,
                           "a whole number, 0 or more", dumpJson(value).substr(0, 40), headerAdvice);
    return value.get<std::uint64_t>();
}

const json& arrayField(const json& tensor, const InputFile& file, const std::string& name, const char* field)
{
    const auto found = tensor.is_object() ? tensor.find(field) : tensor.end();
    if (!tensor.is_object() || found == tensor.end() || !found->is_array())
        throw storageError(file.path, "tensor \"" + name + "\" has no list \"" + field + "\"", {}, {}, headerAdvice);
    return *found;
}

TensorType readType(const std::string& name, const json& tensor, const InputFile& file, Numbers numbers)
{
    const auto found = tensor.find("dtype");
    const auto type =
        found != tensor.end() && found->is_string() ? tensorType(found->get_ref<const std::string&>()) : std::nullopt;
    if (!type || (numbers == Numbers::Own && *type != TensorType::F32))
        throw storageError(file.path, "tensor \"" + name + "\" has numbers of another kind",
                           numbers == Numbers::Own ? "dtype F32" : "dtype F32, F16, BF16 or F64",
                           found == tensor.end() ? "none" : dumpJson(*found).substr(0, 40),
                           numbers == Numbers::Own ? headerAdvice : "Convert it before it is saved.");
    return *type;
}

TensorPlace readPlace(const std::string& name, const json& tensor, const InputFile& file, Numbers numbers)
{
    TensorPlace place{name, {}, 0, 0, TensorType::F32};
    for (const auto& dimension : arrayField(tensor, file, name, "shape"))
        place.shape.push_back(static_cast<std::int64_t>(unsignedNumber(dimension, file, name, "shape")));
    const json& offsets = arrayField(tensor, file, name, "data_offsets");
    if (offsets.size() != 2)
        throw storageError(file.path, "tensor \"" + name + "\" has wrong data_offsets", "2 numbers",
                           std::to_string(offsets.size()), headerAdvice);
    place.begin = unsignedNumber(offsets[0], file, name, "data_offsets");
    place.end = unsignedNumber(offsets[1], file, name, "data_offsets");
    place.type = readType(name, tensor, file, numbers);
    const auto bytes = byteCount(place.shape, place.type);
    if (!bytes || place.end < place.begin || place.end - place.begin != *bytes)
        throw storageError(file.path, "tensor \"" + name + "\" has a shape that does not fit its data",
                           bytes ? std::to_string(*bytes) + " bytes" : "a shape that can be",
                           std::to_string(place.begin) + " to " + std::to_string(place.end), headerAdvice);
    return place;
}

Metadata readMetadata(const json& value, const InputFile& file)
{
    if (!value.is_object())
        throw storageError(file.path, "__metadata__ is not an object", {}, {}, headerAdvice);
    Metadata metadata;
    for (const auto& [key, text] : value.items()) {
        if (!text.is_string())
            throw storageError(file.path, "__metadata__ holds something that is not text under \"" + key + '"', {}, {},
                               headerAdvice);
        metadata.emplace(key, text.get<std::string>());
    }
    return metadata;
}

/// The tensors must cover the data from its first byte to its last, each byte once.
void checkCover(std::vector<TensorPlace>& tensors, const InputFile& file, std::uint64_t dataBytes)
{
    std::stable_sort(tensors.begin(), tensors.end(), [](const TensorPlace& a, const TensorPlace& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t covered = 0;
    for (const auto& tensor : tensors) {
        if (tensor.begin != covered)
            throw storageError(file.path, "tensor \"" + tensor.name + "\" overlaps another or leaves a gap before it",
                               "data from byte " + std::to_string(covered), std::to_string(tensor.begin), headerAdvice);
        covered = tensor.end;
    }
    if (covered != dataBytes)
        throw storageError(file.path, covered > dataBytes ? "the file was cut short" : "the file has a tail",
                           std::to_string(covered) + " bytes of numbers", std::to_string(dataBytes), headerAdvice);
}

} // namespace

std::string headerBytes(const std::filesystem::path& path, std::span<const TensorEntry> tensors,
                        const Metadata& metadata)
{
    json header = json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const auto& tensor : tensors) {
        const auto bytes = byteCount(tensor.shape);
        if (!bytes || *bytes != tensor.values.size_bytes() || tensor.name == "__metadata__"
            || header.contains(tensor.name))
            throw storageError(path, "tensor \"" + tensor.name + "\" cannot be stored: its shape or name is wrong",
                               bytes ? std::to_string(*bytes) + " bytes" : "a shape that can be",
                               std::to_string(tensor.values.size_bytes()) + " bytes");
        header[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + *bytes}}};
        offset += *bytes;
    }
    std::string text = dumpJson(header);
    if (text.size() > maxHeader) // nobody could read it
        throw storageError(path, "the vocabularies and the names are too long for one file",
                           "at most " + std::to_string(maxHeader) + " bytes", std::to_string(text.size()), {});
    text.append((8 - text.size() % 8) % 8, ' '); // the numbers start at a multiple of 8, as the format asks
    std::string bytes(sizeof(std::uint64_t), '\0');
    const std::uint64_t length = text.size();
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(bytes.data(), &length, sizeof length);
    return bytes + text;
}

TensorHeader readTensorHeader(InputFile& file, Numbers numbers)
{
    std::uint64_t length = 0;
    if (file.size < sizeof length)
        throw storageError(file.path, "the file was cut short", "at least 8 bytes", std::to_string(file.size),
                           headerAdvice);
    file.read(std::as_writable_bytes(std::span(&length, 1)));
    if (length > maxHeader || length > file.size - sizeof length)
        throw storageError(file.path, "the header does not fit the file",
                           "at most " + std::to_string(std::min(maxHeader, file.size - sizeof length)) + " bytes",
                           std::to_string(length), headerAdvice);
    std::string text(static_cast<std::size_t>(length), '\0');
    file.read(std::as_writable_bytes(std::span(text)));
    const json header = parseJson(text, file.path, headerDepth);
    if (!header.is_object())
        throw storageError(file.path, "the header is not a JSON object", {}, {}, headerAdvice);
    TensorHeader result;
    for (const auto& [name, value] : header.items())
        if (name == "__metadata__")
            result.metadata = readMetadata(value, file);
        else
            result.tensors.push_back(readPlace(name, value, file, numbers));
    checkCover(result.tensors, file, file.size - sizeof length - length);
    return result;
}

std::vector<float> readNumbers(InputFile& file, const TensorPlace& place)
{
    const std::size_t size = place.end - place.begin; // no more than the file holds: the header was checked
    std::vector<float> values(size / bytesOf(place.type));
    if (place.type == TensorType::F32) {
        file.read(std::as_writable_bytes(std::span(values)));
        return values;
    }
    std::vector<std::byte> bytes(size);
    file.read(bytes);
    toFloats(place.type, bytes, values);
    return values;
}

} // namespace alignoscope::storage
