// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_kinds.h"

#include "alignoscope/error.h"
#include "nn/attention_files.h"

#include <algorithm>

namespace alignoscope {

bool AttentionKind::reads(AttentionOption option) const
{
    return std::find(options.begin(), options.end(), option) != options.end();
}

const std::vector<AttentionKind>& attentionKinds()
{
    static const std::vector<AttentionKind> all = [] {
        std::vector<AttentionKind> kinds;
#define ALIGNOSCOPE_KIND(file) kinds.push_back(nn::kinds::file::kind());
        ALIGNOSCOPE_ATTENTION_KINDS(ALIGNOSCOPE_KIND)
#undef ALIGNOSCOPE_KIND
        for (AttentionKind& kind : kinds)
            kind.defaults.kind = kind.name;
        std::stable_sort(kinds.begin(), kinds.end(),
                         [](const AttentionKind& a, const AttentionKind& b) { return a.place < b.place; });
        return kinds;
    }();
    return all;
}

const AttentionKind& attentionKind(std::string_view name)
{
    std::string names;
    for (const AttentionKind& kind : attentionKinds()) {
        if (kind.name == name)
            return kind;
        names += (names.empty() ? "" : ", ") + kind.name;
    }
    throw Error(ErrorKind::Usage, {"attention", "there is no kind of that name", names, std::string(name), {}});
}

} // namespace alignoscope
