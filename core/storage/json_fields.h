// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// A structure's fields are listed once, in a template that takes either of the two classes below: one puts them into a
// JSON object, the other takes them out and trusts nothing. What both offer:
//   integer(name, value, lowest, highest)   number(name, value, lowest, highest)   measured(name, value)
//   flag(name, value)   text(name, value)   texts(name, value)   file(name, value)   choice(name, value, names)
//   object(name, fields)   list(name, elements, fields)   optional(name, value): measured, kept as it is where missing
//   has(name, wanted): whether to write it, or whether it is there to read

namespace alignoscope::storage {

inline constexpr std::int64_t maxLong = std::numeric_limits<std::int64_t>::max();

template <class Enum>
using Names = std::span<const std::pair<std::string_view, Enum>>;

class FieldWriter {
public:
    explicit FieldWriter(nlohmann::json& object) : m_object(object) { m_object = nlohmann::json::object(); }

    template <class Int>
    void integer(const char* name, Int value, Int, Int)
    {
        m_object[name] = value;
    }
    void number(const char* name, double value, double, double) { m_object[name] = value; }
    void measured(const char* name, double value); ///< JSON knows no NaN and no infinity: they become text
    void flag(const char* name, bool value) { m_object[name] = value; }
    void text(const char* name, const std::string& value) { m_object[name] = value; }
    void texts(const char* name, const std::vector<std::string>& value) { m_object[name] = value; }
    void file(const char* name, const std::filesystem::path& value); ///< no UTF-8: as a list of bytes
    template <class Enum>
    void choice(const char* name, Enum value, std::type_identity_t<Names<Enum>> names)
    {
        for (const auto& [text, meaning] : names)
            if (meaning == value)
                m_object[name] = text;
    }
    template <class Fields>
    void object(const char* name, Fields&& fields)
    {
        FieldWriter inner(m_object[name]);
        fields(inner);
    }
    static bool has(const char*, bool wanted) { return wanted; }
    void optional(const char* name, double value) { measured(name, value); }
    template <class Element, class Fields>
    void list(const char* name, const std::vector<Element>& elements, Fields&& fields)
    {
        nlohmann::json& all = m_object[name] = nlohmann::json::array();
        for (const Element& element : elements) {
            FieldWriter inner(all.emplace_back());
            fields(inner, element);
        }
    }

private:
    nlohmann::json& m_object;
};

/// Throws Error(Storage) that names the file and the field: "config.json, model.hidden". Unknown fields are ignored.
class FieldReader {
public:
    /// `object` must outlive the reader. Throws if it is no JSON object.
    FieldReader(const nlohmann::json& object, std::string where, std::string prefix = {});

    template <class Int>
    void integer(const char* name, Int& value, Int lowest, Int highest)
    {
        if constexpr (std::is_signed_v<Int>)
            value = static_cast<Int>(signedNumber(name, lowest, highest));
        else
            value = static_cast<Int>(unsignedNumber(name, lowest, highest));
    }
    void number(const char* name, double& value, double lowest, double highest);
    void measured(const char* name, double& value);
    void flag(const char* name, bool& value);
    void text(const char* name, std::string& value);
    void texts(const char* name, std::vector<std::string>& value);
    void file(const char* name, std::filesystem::path& value);
    template <class Enum>
    void choice(const char* name, Enum& value, std::type_identity_t<Names<Enum>> names)
    {
        std::string word, known;
        text(name, word);
        for (const auto& [text, meaning] : names) {
            if (text == word) {
                value = meaning;
                return;
            }
            known += (known.empty() ? "" : ", ") + std::string(text);
        }
        fail(name, "the field has a value this Alignoscope does not know", "one of " + known, '"' + word + '"');
    }
    template <class Fields>
    void object(const char* name, Fields&& fields)
    {
        FieldReader inner(field(name), m_where, m_prefix + name + '.');
        fields(inner);
    }
    bool has(const char* name, bool) const { return m_object.contains(name); }
    void optional(const char* name, double& value)
    {
        if (has(name, true))
            measured(name, value);
    }
    template <class Element, class Fields>
    void list(const char* name, std::vector<Element>& elements, Fields&& fields)
    {
        const nlohmann::json& all = field(name);
        if (!all.is_array())
            wrongType(name, "a list");
        elements.clear();
        for (const nlohmann::json& one : all) {
            FieldReader inner(one, m_where, m_prefix + name + '.');
            fields(inner, elements.emplace_back());
        }
    }

private:
    const nlohmann::json& field(const char* name) const;
    std::int64_t signedNumber(const char* name, std::int64_t lowest, std::int64_t highest) const;
    std::uint64_t unsignedNumber(const char* name, std::uint64_t lowest, std::uint64_t highest) const;
    [[noreturn]] void fail(const char* name, std::string what, std::string expected, std::string got) const;
    [[noreturn]] void wrongType(const char* name, std::string expected) const;

    const nlohmann::json& m_object;
    std::string m_where, m_prefix;
};

} // namespace alignoscope::storage
