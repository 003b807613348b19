// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pugixml.hpp>

#include <span>
#include <string>
#include <string_view>

namespace alignoscope::corpus {

/// Which elements inside a sentence are not its text.
struct InlineCode {
    std::span<const std::string_view> silent; ///< left out with all they hold: formatting, code of another program
    std::span<const std::string_view> gaps;   ///< the same, and they part words: a line break, a picture
};

/// The text of an element on one line.
std::string sentenceOf(const pugi::xml_node& element, const InlineCode& code);

/// Reads one element; no document type, no entities but XML's five and numbers. Empty on success, else the reason.
std::string parseXml(pugi::xml_document& document, std::string_view text);

/// An element's name without its namespace.
std::string_view localName(const pugi::xml_node& element);
/// The first child of a local name, or nothing.
pugi::xml_node childNamed(const pugi::xml_node& parent, std::string_view name);
/// "en-US" of xml:lang or lang.
std::string languageOf(const pugi::xml_node& element);

} // namespace alignoscope::corpus
