// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/metrics.h"
#include "app/commands/command.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <utility>

namespace alignoscope::commands {
namespace {

struct AlignScoreArguments {
    std::string alignment, gold;
    bool reverse = false;
    int base = -1, goldBase = -1;
};

/// The links of an aligner, all of them meant, whatever their certainty.
std::vector<std::vector<Link>> linksOf(std::vector<GoldAlignment> alignments, bool reverse)
{
    std::vector<std::vector<Link>> result;
    for (GoldAlignment& alignment : alignments) {
        std::vector<Link> links = std::move(alignment.sure);
        links.insert(links.end(), alignment.possible.begin(), alignment.possible.end());
        if (reverse) {
            for (Link& link : links)
                std::swap(link.source, link.target);
        }
        result.push_back(std::move(links));
    }
    return result;
}

int scoreFiles(const AlignScoreArguments& arguments)
{
    GoldFile judged = readGoldFile(arguments.alignment, arguments.base);
    GoldFile goldFile = readGoldFile(arguments.gold, arguments.goldBase);
    // a file of a line a link may end before the last pairs, which have none
    if (judged.syntax == AlignmentSyntax::Naacl && judged.pairs.size() < goldFile.pairs.size())
        judged.pairs.resize(goldFile.pairs.size());
    if (goldFile.syntax == AlignmentSyntax::Naacl && goldFile.pairs.size() < judged.pairs.size())
        goldFile.pairs.resize(judged.pairs.size());
    const auto& gold = goldFile.pairs;
    const auto alignments = linksOf(std::move(judged.pairs), arguments.reverse);
    if (alignments.size() != gold.size())
        throw Error(ErrorKind::Input,
                    {arguments.alignment, "it has another number of lines than the gold alignments",
                     std::to_string(gold.size()) + " lines, as in " + arguments.gold,
                     std::to_string(alignments.size()) + " lines", "Give one line a sentence pair in both files."});
    const AlignmentScore score = scoreAlignments(alignments, gold);
    const nlohmann::ordered_json json = {
        {"aer", score.aer},   {"precision", score.precision}, {"recall", score.recall},       {"links", score.links},
        {"sure", score.sure}, {"possible", score.possible},   {"sentences", score.sentences},
    };
    std::cout << json.dump() << '\n';
    return 0;
}

} // namespace

void addAlignScore(CLI::App& program, Action& chosen)
{
    auto arguments = std::make_shared<AlignScoreArguments>();
    CLI::App* command =
        program.add_subcommand("align-score", "Alignment error rate, precision and recall of word alignments");
    command->add_option("alignment", arguments->alignment, "The links to judge, a line a pair, \"0-0 1-2\"")
        ->required()
        ->type_name("ALIGNMENT");
    command
        ->add_option("gold", arguments->gold,
                     "The links made by hand: \"0-0\" or \"0-0S\" sure, \"1p2\", \"1?2\" or \"1-2P\" possible")
        ->required()
        ->type_name("GOLD");
    command->add_flag("--reverse", arguments->reverse, "ALIGNMENT is target-source: swap its indices");
    command->add_option("--base", arguments->base, "Number of ALIGNMENT's first tokens; else 1 if no index in it is 0")
        ->check(CLI::IsMember({0, 1}));
    command
        ->add_option("--gold-base", arguments->goldBase, "Number of GOLD's first tokens; else 1 if no index in it is 0")
        ->check(CLI::IsMember({0, 1}));
    command->callback([arguments, &chosen] { chosen = [arguments] { return scoreFiles(*arguments); }; });
}

} // namespace alignoscope::commands
