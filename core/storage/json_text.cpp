// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/json_text.h"

#include "storage/file_problem.h"

#include <set>
#include <vector>

namespace alignoscope::storage {

using nlohmann::json;

namespace {

/// Watches the parser: it would keep the last of two equal names, and nest as deep as memory goes.
class Guard {
public:
    Guard(const std::filesystem::path& where, int depth) : m_where(where), m_depth(depth) { }

    bool operator()(int depth, json::parse_event_t event, json& parsed)
    {
        switch (event) {
        case json::parse_event_t::object_start:
        case json::parse_event_t::array_start:
            if (depth >= m_depth)
                throw storageError(m_where, "the JSON is nested deeper than it may be",
                                   std::to_string(m_depth) + " levels", "more", "Restore the file from a copy.");
            m_names.emplace_back();
            break;
        case json::parse_event_t::object_end:
        case json::parse_event_t::array_end:
            m_names.pop_back();
            break;
        case json::parse_event_t::key:
            if (const auto& name = parsed.get_ref<const std::string&>(); !m_names.back().insert(name).second)
                throw storageError(m_where, "the JSON has the name \"" + name + "\" twice", {}, {},
                                   "Restore the file from a copy.");
            break;
        case json::parse_event_t::value:
            break;
        }
        return true;
    }

private:
    const std::filesystem::path& m_where;
    int m_depth;
    std::vector<std::set<std::string>> m_names; ///< of every object that is open
};

} // namespace

json parseJson(std::string_view text, const std::filesystem::path& where, int depth)
{
    Guard guard(where, depth);
    try {
        return json::parse(
            text, [&guard](int level, json::parse_event_t event, json& parsed) { return guard(level, event, parsed); });
    } catch (const json::exception& error) {
        throw storageError(where, "this is not valid JSON; it may have been cut short", {}, error.what(),
                           "Restore the file from a copy.");
    }
}

std::string dumpJson(const json& value, int indent)
{
    return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

} // namespace alignoscope::storage
