// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// phrases-en-zh as a Chinese teacher reads it.
#include "builtin_support.h"

#include "corpus/builtin/chinese/lexicon.h"

#include <map>

namespace alignoscope::testing {
namespace {

constexpr std::string_view name = "phrases-en-zh";

TEST(BuiltinChinese, AlignsAsACarefulAnnotatorWould)
{
    for (const ExpectedPair& expected : std::initializer_list<ExpectedPair>{
             {"The cake is not under the chair.", "蛋糕不在椅子下面。", "1-0 1-1 3-2 4?3 6-4 6-5 4-6 4-7 7-8"},
             {"There are no phones under the chair.", "椅子下面没有手机。", "6-0 6-1 4-2 4-3 2-4 1-5 0?5 3-6 3-7 7-8"},
             {"Where is their letter?", "他们的信在哪里？", "2-0 2-1 2?2 3-3 1-4 0-5 0-6 4-7"},
             {"Next year, I cannot drink the tea.", "明年，我不能喝茶。", "0-0 1-1 2-2 3-3 4-4 4-5 5-6 7-7 8-8"},
             {"She dances because Tom does not like my cake.", "因为汤姆不喜欢我的蛋糕，所以她跳舞。",
              "2-0 2-1 3-2 3-3 5-4 6-5 4?5 6-6 4?6 7-7 7?8 8-9 8-10 2?11 2?12 2?13 0-14 1-15 1-16 9-17"},
             {"His older sister is not in China.", "他姐姐不在中国。", "0-0 2-1 1?1 2-2 1?2 4-3 5-4 6-5 6-6 7-7"},
             {"There are five umbrellas under the bed.", "床下面有五把雨伞。",
              "6-0 4-1 4-2 1-3 0?3 2-4 2?5 3?5 3-6 3-7 7-8"},
             {"Which egg did he eat?", "他吃了哪个鸡蛋？", "3-0 4-1 2?1 2?2 4?2 0-3 0?4 1?4 1-5 1-6 5-7"},
             {"The umbrella is bigger than his pictures.", "雨伞比他的画大。", "1-0 1-1 4-2 5-3 5?4 6-5 3-6 7-7"},
             {"Which box is he selling in the classroom?", "他正在教室里卖哪个盒子？",
              "3-0 2?1 4?1 5?2 7-3 7-4 5-5 4-6 2?6 0-7 0?8 1?8 1-9 1-10 8-11"},
             {"If it snows tomorrow, the student must dance.", "如果明天下雪，学生必须跳舞。",
              "0-0 0-1 3-2 3-3 2-4 1?4 2-5 1?5 4-6 6-7 6-8 7-9 7-10 8-11 8-12 9-13"},
             {"The shirt that my younger brother wants to sell is expensive.", "我弟弟想卖的衬衫很贵。",
              "3-0 5-1 4?1 5-2 4?2 6-3 7?3 8-4 1?5 2?5 1-6 1-7 9?8 10?8 10-9 11-10"},
             {"There are six strange magazines on the bed.", "床上有六本奇怪的杂志。",
              "7-0 5-1 1-2 0?2 2-3 2?4 4?4 3-5 3-6 3?7 4-8 4-9 8-10"},
             {"He does not sleep at the hospital.", "他不在医院睡觉。", "0-0 2-1 4-2 6-3 6-4 3-5 1?5 3-6 1?6 7-7"}})
        expectPair(name, expected);
}

TEST(BuiltinChinese, IsWrittenWithoutSpacesAndWithFullWidthMarks)
{
    const RawCorpus& corpus = builtin(name);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::string_view target = corpus.pairs.target(i);
        for (const char c : target)
            ASSERT_GE(static_cast<unsigned char>(c), 0x80) << target;
        EXPECT_TRUE(target.ends_with("。") || target.ends_with("？")) << target;
    }
}

TEST(BuiltinChinese, CountsEveryNounWithItsMeasureWord)
{
    const RawCorpus& corpus = builtin(name);
    std::map<std::string, std::string> measures; // 三书 → 三本书
    for (const corpus::chinese::Noun& noun : corpus::chinese::nouns())
        for (const std::string count : {"一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "几", "哪"})
            measures[count + std::string(noun.chinese)] = count + std::string(noun.measure) + std::string(noun.chinese);
    for (std::size_t i = 0; i < corpus.pairs.size(); i += 3)
        for (const auto& [wrong, right] : measures)
            EXPECT_EQ(corpus.pairs.target(i).find(wrong), std::string_view::npos)
                << corpus.pairs.target(i) << ": " << right;
}

TEST(BuiltinChinese, PutsTimeAndPlaceBeforeTheVerb)
{
    const RawCorpus& corpus = builtin(name);
    int found = 0;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::string_view source = corpus.pairs.source(i), target = corpus.pairs.target(i);
        if (!source.ends_with(" yesterday.") || target.find("，") != std::string_view::npos
            || target.find("了") == std::string_view::npos)
            continue;
        ++found;
        EXPECT_LT(target.rfind("昨天"), target.rfind("了")) << target;
    }
    EXPECT_GE(found, 20);
}

TEST(BuiltinChinese, NeverNegatesHavingWithBu)
{
    const RawCorpus& corpus = builtin(name);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::string_view target = corpus.pairs.target(i);
        const bool famous =
            target.find("不有名") != std::string_view::npos || target.find("不有趣") != std::string_view::npos;
        EXPECT_TRUE(famous || target.find("不有") == std::string_view::npos) << target;
        EXPECT_EQ(target.find("二个"), std::string_view::npos) << target; // two of something is 两
    }
}

} // namespace
} // namespace alignoscope::testing
