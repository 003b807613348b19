// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/recipe.h"

#include <array>
#include <string_view>

namespace alignoscope::corpus {
namespace {

constexpr std::array<std::string_view, 10> units{"zero", "one", "two",   "three", "four",
                                                 "five", "six", "seven", "eight", "nine"};
constexpr std::array<std::string_view, 10> teens{"ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                                 "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                                "fifty", "sixty", "seventy", "eighty", "ninety"};

/// Says a number digit by digit, noting which digit each word comes from. "one hundred and five": "and" and the names
/// of powers of ten come from a digit's place, so their links are only possible.
class Speaker {
public:
    explicit Speaker(std::string digits) : m_digits(std::move(digits)) { }

    MadePair speak()
    {
        const int length = static_cast<int>(m_digits.size());
        if (m_digits == "0")
            say(units[0], 0);
        if (length > 3) {
            group(0, length - 3, false);
            sayPlace("thousand", length - 4);
        }
        group(length > 3 ? length - 3 : 0, length, length > 3);
        return {m_digits, m_text, m_gold};
    }

private:
    [[nodiscard]] int digit(int i) const { return m_digits[static_cast<std::size_t>(i)] - '0'; }

    /// Says the digits from `first` to before `end`, at most three of them.
    void group(int first, int end, bool afterThousands)
    {
        const int hundreds = end - 3;
        const bool hasHundreds = hundreds >= first && digit(hundreds) > 0;
        const bool hasTens = end - 2 >= first && digit(end - 2) > 0;
        if (hasHundreds) {
            say(units[static_cast<std::size_t>(digit(hundreds))], hundreds);
            sayPlace("hundred", hundreds);
        }
        if (!hasTens && digit(end - 1) == 0)
            return;
        if (hasHundreds || afterThousands)
            sayPlace("and", hasTens ? end - 2 : end - 1, hundreds);
        belowHundred(hasTens ? end - 2 : end - 1, end - 1);
    }

    void belowHundred(int ten, int unit)
    {
        const auto unitDigit = static_cast<std::size_t>(digit(unit));
        if (ten == unit) {
            say(units[unitDigit], unit);
        } else if (digit(ten) == 1) {
            say(teens[unitDigit], unit);
            m_gold.possible.push_back({ten, m_words - 1});
        } else {
            say(tens[static_cast<std::size_t>(digit(ten))], ten);
            if (unitDigit > 0)
                say(units[unitDigit], unit);
        }
    }

    void say(std::string_view word, int digitIndex)
    {
        add(word);
        m_gold.sure.push_back({digitIndex, m_words - 1});
    }
    void sayPlace(std::string_view word, int digitIndex, int other = -1)
    {
        add(word);
        m_gold.possible.push_back({digitIndex, m_words - 1});
        if (other >= 0 && other != digitIndex)
            m_gold.possible.push_back({other, m_words - 1});
    }
    void add(std::string_view word)
    {
        m_text += m_text.empty() ? "" : " ";
        m_text += word;
        ++m_words;
    }

    std::string m_digits, m_text;
    GoldAlignment m_gold;
    int m_words = 0;
};

} // namespace

PairMaker numbersToWords()
{
    return [](Draw& draw) {
        const int length = draw.between(1, 6);
        std::string digits{static_cast<char>('0' + draw.between(length == 1 ? 0 : 1, 9))};
        // zeros are what makes numbers hard, so they come more often than one time in ten
        for (int i = 1; i < length; ++i)
            digits += static_cast<char>('0' + (draw.chance(12) ? 0 : draw.between(0, 9)));
        return Speaker(std::move(digits)).speak();
    };
}

} // namespace alignoscope::corpus
