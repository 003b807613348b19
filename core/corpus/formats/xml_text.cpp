// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/xml_text.h"

#include "corpus/formats/one_line.h"

#include <algorithm>

namespace alignoscope::corpus {
namespace {

bool isLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

struct Collected {
    std::string text;
    bool gap = false; ///< something stood here that parts words

    void add(std::string_view more)
    {
        if (gap && !text.empty() && !more.empty() && isLetter(text.back()) && isLetter(more.front()))
            text += ' ';
        gap = gap && more.empty();
        text += more;
    }
};

// No deeper than the unit it stands in was seen to be.
void collect(const pugi::xml_node& element, const InlineCode& code, Collected& found)
{
    for (const pugi::xml_node& node : element.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            found.add(node.value());
        if (node.type() != pugi::node_element)
            continue;
        const std::string_view name = localName(node);
        if (std::find(code.gaps.begin(), code.gaps.end(), name) != code.gaps.end())
            found.gap = true;
        else if (std::find(code.silent.begin(), code.silent.end(), name) == code.silent.end())
            collect(node, code, found);
    }
}

} // namespace

std::string sentenceOf(const pugi::xml_node& element, const InlineCode& code)
{
    Collected found;
    collect(element, code, found);
    makeOneLine(found.text);
    return std::move(found.text);
}

std::string parseXml(pugi::xml_document& document, std::string_view text)
{
    const pugi::xml_parse_result result = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (result)
        return {};
    return "the XML is broken at byte " + std::to_string(result.offset + 1) + " of the unit: " + result.description();
}

std::string_view localName(const pugi::xml_node& element)
{
    const std::string_view name = element.name();
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

pugi::xml_node childNamed(const pugi::xml_node& parent, std::string_view name)
{
    for (const pugi::xml_node& child : parent.children())
        if (child.type() == pugi::node_element && localName(child) == name)
            return child;
    return {};
}

std::string languageOf(const pugi::xml_node& element)
{
    const pugi::xml_attribute qualified = element.attribute("xml:lang");
    return qualified ? qualified.value() : element.attribute("lang").value();
}

} // namespace alignoscope::corpus
