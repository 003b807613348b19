// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <map>
#include <set>

namespace alignoscope {
namespace {

using Parts = std::vector<std::string>;

/// "plot.tok.gz": plot, tok, gz. A full stop at the beginning hides a file and ends no part.
Parts partsOf(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    Parts parts;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('.', begin + (begin == 0 ? 1 : 0)), name.size());
        parts.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool areDifferent(const std::vector<std::string>& labels)
{
    return std::set<std::string>(labels.begin(), labels.end()).size() == labels.size()
        && std::find(labels.begin(), labels.end(), "") == labels.end();
}

/// The first part that is not the same of all.
std::vector<std::string> namesOf(const std::vector<std::filesystem::path>& files)
{
    std::vector<Parts> all;
    for (const auto& file : files)
        all.push_back(partsOf(file));
    std::size_t part = 0;
    const auto isShared = [&](const Parts& parts) { return part < parts.size() && parts[part] == all.front()[part]; };
    while (all.size() > 1 && part < all.front().size() && std::all_of(all.begin(), all.end(), isShared))
        ++part;
    std::vector<std::string> labels;
    for (const Parts& parts : all)
        labels.push_back(part < parts.size() ? parts[part] : std::string());
    return labels;
}

std::vector<std::string> foldersOf(const std::vector<std::filesystem::path>& files)
{
    std::vector<std::string> labels;
    for (const auto& file : files)
        labels.push_back(std::filesystem::absolute(file).parent_path().filename().string());
    return labels;
}

} // namespace

std::vector<std::string> classLabels(const std::vector<std::filesystem::path>& files)
{
    if (files.size() < 2)
        throw Error(ErrorKind::Usage,
                    {"classes", "one file a class needs two files or more", "2 files", std::to_string(files.size()),
                     "Name the file of every class."});
    std::vector<std::string> labels = namesOf(files);
    if (!areDifferent(labels))
        labels = foldersOf(files);
    if (!areDifferent(labels))
        throw Error(ErrorKind::Usage,
                    {"classes", "two files stand for the same class", "files of different names",
                     files.front().filename().string() + ", " + files.back().filename().string(),
                     "Rename the files: the name up to the first full stop is the label."});
    return labels;
}

std::vector<LabelCount> countLabels(const RawCorpus& corpus)
{
    if (corpus.task != Task::Classification)
        return {};
    std::map<std::string_view, std::int64_t> counts;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i)
        ++counts[corpus.pairs.target(i)];
    std::vector<LabelCount> labels;
    for (const auto& [label, texts] : counts)
        labels.push_back({std::string(label), texts});
    std::stable_sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.texts > b.texts; });
    return labels;
}

} // namespace alignoscope
