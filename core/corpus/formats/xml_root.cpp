// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/formats/xml_root.h"

#include "corpus/formats/one_line.h"
#include "corpus/formats/xml_tokens.h"
#include "corpus/text_source.h"

namespace alignoscope::corpus {

std::string xmlRoot(std::string_view text)
{
    constexpr std::size_t longest = 1 << 16;
    if (!withoutLeadingSpace(text).starts_with('<'))
        return {};
    TextSource source(withoutLeadingSpace(text));
    XmlTokens tokens(source, longest);
    for (XmlToken token; tokens.next(token);) {
        const bool isSpace = token.kind == XmlKind::Text && withoutLeadingSpace(token.text).empty();
        if (token.kind == XmlKind::Start || token.kind == XmlKind::Empty)
            return std::string(xmlName(token.text));
        if (!isSpace && token.kind != XmlKind::Other)
            return {};
    }
    return {};
}

} // namespace alignoscope::corpus
