// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

// Writes a made-up corpus of any size, tab-separated, on standard output: words are as frequent as in language (Zipf's
// law: the r-th word has a share of 1/r), so that new ones keep coming, ever more seldom; every source word has one
// translation; sentences have 3 to 30 words, 9 on average.
namespace {

constexpr double words = 1e6;

std::uint64_t rankOf(double uniform)
{
    return static_cast<std::uint64_t>(std::exp(uniform * std::log(words)));
}

/// Frequent words are short, as they are in language.
void write(std::uint64_t rank, const char* consonants, const char* vowels, std::string& out)
{
    for (; rank > 0; rank /= 80) {
        out += consonants[rank % 16];
        out += vowels[rank / 16 % 5];
    }
}

int lengthOf(std::mt19937_64& random)
{
    const double mean = 6;
    const double uniform = (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
    return 3 + static_cast<int>(std::min(27.0, -mean * std::log(uniform)));
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2 && count != 3) {
        std::fputs("corpus_writer PAIRS [SEED]\n", stderr);
        return 2;
    }
    const std::int64_t pairs = std::atoll(arguments[1]);
    std::mt19937_64 random(count == 3 ? std::strtoull(arguments[2], nullptr, 10) : 1);
    std::string source, target;
    std::vector<std::uint64_t> ranks;
    for (std::int64_t pair = 0; pair < pairs; ++pair) {
        ranks.resize(static_cast<std::size_t>(lengthOf(random)));
        for (std::uint64_t& rank : ranks)
            rank = rankOf(static_cast<double>(random() >> 11) * 0x1p-53);
        source.clear();
        target.clear();
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            write(ranks[i], "bcdfghjklmnprstv", "aeiou", source);
            source += i + 1 < ranks.size() ? ' ' : '\t';
            write(ranks[ranks.size() - 1 - i], "zvtsrpnmlkjhgfdb", "oiaeu", target); // in the other order
            target += i + 1 < ranks.size() ? ' ' : '\n';
        }
        std::fwrite(source.data(), 1, source.size(), stdout);
        std::fwrite(target.data(), 1, target.size(), stdout);
    }
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? 0 : 1;
}
