// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include "alignoscope/error.h"

namespace alignoscope {

SideText TextOptions::source() const
{
    return {sourceTokenizer, lowercase, normalization, sourceModel};
}

SideText TextOptions::target() const
{
    return {targetTokenizer, lowercase, normalization, targetModel};
}

std::vector<std::string> tokenize(std::string_view text, const SideText& side)
{
    if (side.kind != TokenizerKind::Subwords)
        return tokenize(text, side.kind, side.lowercase);
    if (!side.model)
        throw Error(ErrorKind::Usage,
                    {"subwords", "there is no model that cuts words into pieces", "", "",
                     "Build a dataset first, or load a .model file."});
    return side.model->split(text);
}

} // namespace alignoscope
