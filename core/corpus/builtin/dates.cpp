// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/recipe.h"

#include <array>
#include <chrono>
#include <string_view>

namespace alignoscope::corpus {
namespace {

using std::string_view;

constexpr std::array<string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday"};
constexpr std::array<string_view, 31> ordinals{
    "first",         "second",       "third",         "fourth",       "fifth",        "sixth",          "seventh",
    "eighth",        "ninth",        "tenth",         "eleventh",     "twelfth",      "thirteenth",     "fourteenth",
    "fifteenth",     "sixteenth",    "seventeenth",   "eighteenth",   "nineteenth",   "twentieth",      "twenty-first",
    "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth",  "thirtieth",    "thirty-first"};

/// How a date is written: literal characters, and one letter for each part.
///   W w weekday, whole and short · M m month, whole and short · N n month as number, two digits and as few as can be
///   D d day, two digits and as few as can be · o day with ordinal suffix · O ordinal as a word · Y year
constexpr std::array<string_view, 24> forms{"d M Y",
                                            "M d, Y",
                                            "o M Y",
                                            "M o, Y",
                                            "d m Y",
                                            "m d, Y",
                                            "m. d, Y",
                                            "o %of M Y",
                                            "W, d M Y",
                                            "w, d m Y",
                                            "W, M d, Y",
                                            "W o M Y",
                                            "w, M o, Y",
                                            "d-m-Y",
                                            "D/m/Y",
                                            "d.n.Y",
                                            "D.N.Y",
                                            "Y/N/D",
                                            "Y M d",
                                            "Y, M o",
                                            "%the O %of M Y",
                                            "M %the O, Y",
                                            "W %the o %of M Y",
                                            "M Y, %the O"};

struct Range {
    int first = 0, end = 0;
};

string_view ordinalSuffix(unsigned day)
{
    if (day >= 11 && day <= 13)
        return "th";
    constexpr std::array<string_view, 10> suffixes{"th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"};
    return suffixes[day % 10];
}

std::string twoDigits(unsigned number)
{
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

class Writer {
public:
    explicit Writer(std::chrono::year_month_day date) : m_date(date) { }

    MadePair write(string_view form)
    {
        bool literal = false; // from % to the next space
        for (const char c : form) {
            if (c == '%')
                literal = true;
            else if (literal && c != ' ')
                m_pair.source += c;
            else {
                literal = false;
                part(c);
            }
        }
        link();
        return std::move(m_pair);
    }

private:
    void part(char c)
    {
        const unsigned day = unsigned(m_date.day()), month = unsigned(m_date.month());
        const string_view monthName = months[month - 1];
        const string_view weekday = weekdays[std::chrono::weekday(m_date).c_encoding()];
        switch (c) {
        case 'W':
            m_pair.source += weekday;
            break;
        case 'w':
            m_pair.source += weekday.substr(0, 3);
            break;
        case 'M':
            m_month = add(monthName);
            break;
        case 'm':
            m_month = add(monthName.substr(0, 3));
            break;
        case 'N':
            m_month = add(twoDigits(month));
            break;
        case 'n':
            m_month = add(std::to_string(month));
            break;
        case 'D':
            m_day = add(twoDigits(day));
            break;
        case 'd':
            m_day = add(std::to_string(day));
            break;
        case 'o':
            m_day = add(std::to_string(day));
            m_pair.source += ordinalSuffix(day);
            break;
        case 'O':
            m_day = add(ordinals[day - 1]);
            break;
        case 'Y':
            m_year = add(std::to_string(int(m_date.year())));
            break;
        default:
            m_separators.push_back(static_cast<int>(m_pair.source.size()));
            m_pair.source += c;
        }
    }

    Range add(string_view text)
    {
        const int first = static_cast<int>(m_pair.source.size());
        m_pair.source += text;
        return {first, first + static_cast<int>(text.size())};
    }

    void link()
    {
        digits(std::to_string(int(m_date.year())), m_year);
        separator();
        digits(twoDigits(unsigned(m_date.month())), m_month);
        separator();
        digits(twoDigits(unsigned(m_date.day())), m_day);
    }

    void separator()
    {
        for (const int source : m_separators)
            m_pair.gold.possible.push_back({source, static_cast<int>(m_pair.target.size())});
        m_pair.target += '-';
    }

    /// Digit for digit where the source has digits (a 0 put in front may come from any of them), else from any letter.
    void digits(const std::string& number, Range from)
    {
        const int missing = static_cast<int>(number.size()) - (from.end - from.first);
        const bool isNumber = m_pair.source[static_cast<std::size_t>(from.first)] <= '9';
        for (int i = 0; i < static_cast<int>(number.size()); ++i) {
            const int target = static_cast<int>(m_pair.target.size());
            if (isNumber && i >= missing)
                m_pair.gold.sure.push_back({from.first + i - missing, target});
            else
                for (int source = from.first; source < from.end; ++source)
                    m_pair.gold.possible.push_back({source, target});
            m_pair.target += number[static_cast<std::size_t>(i)];
        }
    }

    std::chrono::year_month_day m_date;
    MadePair m_pair;
    Range m_year, m_month, m_day;
    std::vector<int> m_separators;
};

} // namespace

PairMaker datesToIso()
{
    return [](Draw& draw) {
        using namespace std::chrono;
        const sys_days first = year{1800} / January / 1, last = year{2099} / December / 31;
        const sys_days day = first + days(draw.between(0, static_cast<int>((last - first).count())));
        return Writer(day).write(draw.from(forms));
    };
}

} // namespace alignoscope::corpus
