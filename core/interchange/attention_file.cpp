// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <fstream>
#include <iterator>

namespace alignoscope {

std::vector<AttentionSnapshotPtr> readAttentionFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file || bytes.empty())
        throw Error(ErrorKind::Input,
                    {path.string(), "the file cannot be read or is empty", "", "",
                     "Name a run folder or a JSON file of attention."});
    return attentionFromJson(bytes, path.string());
}

} // namespace alignoscope
