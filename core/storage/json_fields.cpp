// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/json_fields.h"

#include "storage/file_problem.h"
#include "storage/json_text.h"

#include <cmath>
#include <fmt/format.h>

namespace alignoscope::storage {

using nlohmann::json;

namespace {

constexpr std::string_view notANumber = "nan", plusInfinity = "inf", minusInfinity = "-inf";

bool isUtf8(const std::string& text)
{
    try {
        static_cast<void>(json(text).dump());
        return true;
    } catch (const json::type_error&) {
        return false;
    }
}

std::string shortened(const json& value)
{
    return dumpJson(value).substr(0, 60);
}

} // namespace

void FieldWriter::measured(const char* name, double value)
{
    if (std::isfinite(value))
        m_object[name] = value;
    else if (std::isnan(value))
        m_object[name] = notANumber;
    else
        m_object[name] = value > 0 ? plusInfinity : minusInfinity;
}

void FieldWriter::file(const char* name, const std::filesystem::path& value)
{
    const std::string& text = value.native();
    if (isUtf8(text))
        m_object[name] = text;
    else
        m_object[name] = std::vector<std::uint8_t>(text.begin(), text.end());
}

FieldReader::FieldReader(const json& object, std::string where, std::string prefix)
    : m_object(object), m_where(std::move(where)), m_prefix(std::move(prefix))
{
    if (!m_object.is_object()) {
        const auto name = m_prefix.empty() ? std::string() : m_prefix.substr(0, m_prefix.size() - 1);
        throw storageError(name.empty() ? m_where : m_where + ", " + name, "the field is of another kind", "an object",
                           shortened(m_object), "Mend the file or restore it from a copy.");
    }
}

void FieldReader::number(const char* name, double& value, double lowest, double highest)
{
    const json& found = field(name);
    if (!found.is_number())
        wrongType(name, "a number");
    const double got = found.get<double>();
    if (!(got >= lowest && got <= highest))
        fail(name, "the number is out of range", fmt::format("{:g} to {:g}", lowest, highest), shortened(found));
    value = got;
}

void FieldReader::measured(const char* name, double& value)
{
    const json& found = field(name);
    if (found.is_number())
        value = found.get<double>();
    else if (found == notANumber)
        value = std::numeric_limits<double>::quiet_NaN();
    else if (found == plusInfinity)
        value = std::numeric_limits<double>::infinity();
    else if (found == minusInfinity)
        value = -std::numeric_limits<double>::infinity();
    else
        wrongType(name, "a number");
}

void FieldReader::flag(const char* name, bool& value)
{
    if (!field(name).is_boolean())
        wrongType(name, "true or false");
    value = field(name).get<bool>();
}

void FieldReader::text(const char* name, std::string& value)
{
    if (!field(name).is_string())
        wrongType(name, "text in quotes");
    value = field(name).get<std::string>();
}

void FieldReader::texts(const char* name, std::vector<std::string>& value)
{
    const json& list = field(name);
    if (!list.is_array())
        wrongType(name, "a list of texts");
    value.clear();
    for (const json& element : list) {
        if (!element.is_string())
            wrongType(name, "a list of texts");
        value.push_back(element.get<std::string>());
    }
}

void FieldReader::file(const char* name, std::filesystem::path& value)
{
    const json& found = field(name);
    std::string bytes;
    if (found.is_string()) {
        bytes = found.get<std::string>();
    } else if (found.is_array()) {
        for (const json& byte : found) {
            if (!byte.is_number_unsigned() || byte.get<std::uint64_t>() > 255)
                wrongType(name, "text or a list of bytes");
            bytes += static_cast<char>(byte.get<std::uint8_t>());
        }
    } else {
        wrongType(name, "text or a list of bytes");
    }
    if (bytes.find('\0') != std::string::npos)
        fail(name, "a file name cannot hold a zero byte", {}, {});
    value = bytes;
}

const json& FieldReader::field(const char* name) const
{
    const auto found = m_object.find(name);
    if (found == m_object.end())
        fail(name, "the field is missing", {}, {});
    return *found;
}

std::int64_t FieldReader::signedNumber(const char* name, std::int64_t lowest, std::int64_t highest) const
{
    const json& found = field(name);
    if (!found.is_number_integer())
        wrongType(name, "a whole number");
    const bool tooLarge = found.is_number_unsigned()
        && found.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (tooLarge || found.get<std::int64_t>() < lowest || found.get<std::int64_t>() > highest)
        fail(name, "the number is out of range", fmt::format("{} to {}", lowest, highest), shortened(found));
    return found.get<std::int64_t>();
}

std::uint64_t FieldReader::unsignedNumber(const char* name, std::uint64_t lowest, std::uint64_t highest) const
{
    const json& found = field(name);
    if (!found.is_number_integer())
        wrongType(name, "a whole number");
    if (!found.is_number_unsigned() || found.get<std::uint64_t>() < lowest || found.get<std::uint64_t>() > highest)
        fail(name, "the number is out of range", fmt::format("{} to {}", lowest, highest), shortened(found));
    return found.get<std::uint64_t>();
}

void FieldReader::fail(const char* name, std::string what, std::string expected, std::string got) const
{
    throw storageError(m_where + ", " + m_prefix + name, std::move(what), std::move(expected), std::move(got),
                       "Mend the file or restore it from a copy.");
}

void FieldReader::wrongType(const char* name, std::string expected) const
{
    fail(name, "the field is of another kind", std::move(expected), shortened(field(name)));
}

} // namespace alignoscope::storage
