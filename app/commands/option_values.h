// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace alignoscope::commands {

template <class Value>
void setIfGiven(Value& value, const std::optional<Value>& given)
{
    if (given)
        value = *given;
}

/// An option that takes one of the words of `names`, which outlives the command.
template <class Value>
CLI::Option* addChoice(CLI::App& command, const std::string& name, std::optional<Value>& value,
                       const std::map<std::string, Value>& names, const std::string& help)
{
    std::string allowed;
    for (const auto& entry : names)
        allowed += (allowed.empty() ? "" : "|") + entry.first;
    auto* option = command.add_option_function<std::string>(
        name, [&value, &names](const std::string& word) { value = names.at(word); }, help);
    std::vector<std::string> words;
    for (const auto& entry : names)
        words.push_back(entry.first);
    return option->check(CLI::IsMember(words))->type_name(allowed)->option_text(allowed);
}

} // namespace alignoscope::commands
