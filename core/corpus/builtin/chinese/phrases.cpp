// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/phrase.h"

#include <array>
#include <memory>

namespace alignoscope::corpus {
namespace {

struct Pair {
    Word english, chinese;
};

} // namespace

PairMaker phrasesEnglishChinese()
{
    auto writer = std::make_shared<PairWriter>(writeChinese);
    return [writer](Draw& draw) {
        constexpr std::array<Pair, 8> nouns{{{"apples", "苹果"},
                                             {"eggs", "鸡蛋"},
                                             {"oranges", "橙子"},
                                             {"friends", "朋友"},
                                             {"students", "学生"},
                                             {"teachers", "老师"},
                                             {"doctors", "医生"},
                                             {"questions", "问题"}}};
        constexpr std::array<Pair, 9> digits{{{"two", "两"},
                                              {"three", "三"},
                                              {"four", "四"},
                                              {"five", "五"},
                                              {"six", "六"},
                                              {"seven", "七"},
                                              {"eight", "八"},
                                              {"nine", "九"},
                                              {"ten", "十"}}};
        constexpr std::array<Pair, 6> adjectives{{{"beautiful", "漂亮"},
                                                  {"strange", "奇怪"},
                                                  {"good", "好"},
                                                  {"big", "大"},
                                                  {"small", "小"},
                                                  {"new", "新"}}};
        Rule rule;
        const Pair n1 = draw.from(digits), a1 = draw.from(adjectives), o1 = draw.from(nouns);
        const Pair n2 = draw.from(digits), a2 = draw.from(adjectives), o2 = draw.from(nouns);
        const Part s1 = rule.say(n1.english), s2 = rule.say(a1.english), s3 = rule.say(o1.english),
                   s4 = rule.say("and");
        const Part s5 = rule.say(n2.english), s6 = rule.say(a2.english), s7 = rule.say(o2.english), s8 = rule.say(".");
        rule.put(n1.chinese, {s1})
            .put("个", {}, {s3})
            .put(a1.chinese, {s2})
            .put("的", {}, {s2})
            .put(o1.chinese, {s3})
            .put("和", {s4});
        rule.put(n2.chinese, {s5})
            .put("个", {}, {s7})
            .put(a2.chinese, {s6})
            .put("的", {}, {s6})
            .put(o2.chinese, {s7})
            .put("。", {s8});
        return writer->write(rule.done());
    };
}

} // namespace alignoscope::corpus
