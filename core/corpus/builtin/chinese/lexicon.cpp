// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/lexicon.h"

#include <array>

namespace alignoscope::corpus::chinese {
namespace {

constexpr std::array nounTable{
    Noun{"teacher", "teachers", "老师", "个", person | relative},
    Noun{"student", "students", "学生", "个", person},
    Noun{"doctor", "doctors", "医生", "个", person},
    Noun{"friend", "friends", "朋友", "个", person | relative},
    Noun{"child", "children", "孩子", "个", person},
    Noun{"girl", "girls", "女孩", "个", person},
    Noun{"boy", "boys", "男孩", "个", person},
    Noun{"classmate", "classmates", "同学", "个", person | relative},
    Noun{"younger brother", "younger brothers", "弟弟", "个", relative},
    Noun{"older sister", "older sisters", "姐姐", "个", relative},
    Noun{"cat", "cats", "猫", "只", animal | indoors},
    Noun{"dog", "dogs", "狗", "只", animal | indoors},
    Noun{"bird", "birds", "鸟", "只", animal | indoors},
    Noun{"horse", "horses", "马", "匹", animal},
    Noun{"book", "books", "书", "本", readable | thing | writable | small},
    Noun{"dictionary", "dictionaries", "词典", "本", thing | small},
    Noun{"magazine", "magazines", "杂志", "本", readable | thing | small},
    Noun{"newspaper", "newspapers", "报纸", "张", readable | thing | small},
    Noun{"letter", "letters", "信", "封", readable | writable | small},
    Noun{"apple", "apples", "苹果", "个", food | small},
    Noun{"egg", "eggs", "鸡蛋", "个", food | small},
    Noun{"cake", "cakes", "蛋糕", "个", food | small},
    Noun{"banana", "bananas", "香蕉", "根", food | small},
    Noun{"car", "cars", "汽车", "辆", thing},
    Noun{"bicycle", "bicycles", "自行车", "辆", thing},
    Noun{"table", "tables", "桌子", "张", thing},
    Noun{"chair", "chairs", "椅子", "把", thing},
    Noun{"umbrella", "umbrellas", "雨伞", "把", thing | small},
    Noun{"shirt", "shirts", "衬衫", "件", thing | small},
    Noun{"hat", "hats", "帽子", "顶", thing | small},
    Noun{"flower", "flowers", "花", "朵", thing | small},
    Noun{"computer", "computers", "电脑", "台", thing | small},
    Noun{"phone", "phones", "手机", "部", thing | small},
    Noun{"picture", "pictures", "画", "幅", thing},
    Noun{"door", "doors", "门", "扇", openable},
    Noun{"window", "windows", "窗户", "扇", openable},
    Noun{"box", "boxes", "盒子", "个", openable | thing | small},
};

constexpr std::array massTable{
    Noun{"rice", "", "米饭", "", food},  Noun{"bread", "", "面包", "", food}, Noun{"fish", "", "鱼", "", food},
    Noun{"water", "", "水", "", drink},  Noun{"tea", "", "茶", "", drink},    Noun{"coffee", "", "咖啡", "", drink},
    Noun{"milk", "", "牛奶", "", drink}, Noun{"beer", "", "啤酒", "", drink},
};

constexpr unsigned living = person | relative | animal;

constexpr std::array adjectiveTable{
    Adjective{"big", "大", thing | animal | food | openable, AdjectiveForm::Bare},
    Adjective{"small", "小", thing | animal | food | openable, AdjectiveForm::Bare},
    Adjective{"new", "新", thing | readable, AdjectiveForm::Bare},
    Adjective{"good", "好", readable | relative, AdjectiveForm::Bare},
    Adjective{"red", "红色", thing | openable, AdjectiveForm::Colour},
    Adjective{"black", "黑色", thing | animal | openable, AdjectiveForm::Colour},
    Adjective{"white", "白色", thing | animal | openable, AdjectiveForm::Colour},
    Adjective{"blue", "蓝色", thing | openable, AdjectiveForm::Colour},
    Adjective{"beautiful", "漂亮", thing | animal | openable},
    Adjective{"cheap", "便宜", thing | food},
    Adjective{"expensive", "贵", thing | food},
    Adjective{"interesting", "有趣", readable},
    Adjective{"important", "重要", readable},
    Adjective{"famous", "有名", person},
    Adjective{"clever", "聪明", living},
    Adjective{"happy", "高兴", person | relative, AdjectiveForm::Predicate},
    Adjective{"tired", "累", person | relative, AdjectiveForm::Predicate},
    Adjective{"tall", "高", person | relative, AdjectiveForm::Predicate},
    Adjective{"young", "年轻", person},
    Adjective{"strange", "奇怪", person | thing | readable},
    Adjective{"delicious", "好吃", food},
};

constexpr unsigned visible = living | readable | thing | openable;

constexpr std::array transitiveTable{
    Verb{{"see", "sees", "saw", "", ""}, "看见", visible},
    Verb{{"look", "looks", "looked", "looking", "for"}, "找", living | thing | readable},
    Verb{{"find", "finds", "found", "", ""}, "找到", animal | thing | readable},
    Verb{{"like", "likes", "", "", ""}, "喜欢", living | thing | food | readable, true},
    Verb{{"know", "knows", "", "", ""}, "认识", person, true},
    Verb{{"have", "has", "", "", ""}, "有", thing | animal, true},
    Verb{{"buy", "buys", "bought", "buying", ""}, "买", thing | food},
    Verb{{"sell", "sells", "sold", "selling", ""}, "卖", thing | food},
    Verb{{"eat", "eats", "ate", "eating", ""}, "吃", food},
    Verb{{"drink", "drinks", "drank", "drinking", ""}, "喝", drink},
    Verb{{"read", "reads", "read", "reading", ""}, "读", readable},
    Verb{{"write", "writes", "wrote", "writing", ""}, "写", writable},
    Verb{{"draw", "draws", "drew", "drawing", ""}, "画", animal | thing},
    Verb{{"open", "opens", "opened", "opening", ""}, "打开", openable},
    Verb{{"close", "closes", "closed", "closing", ""}, "关上", openable},
    Verb{{"wait", "waits", "waited", "waiting", "for"}, "等", person | relative},
    Verb{{"help", "helps", "helped", "helping", ""}, "帮助", person | relative},
};

constexpr std::array intransitiveTable{
    Verb{{"sleep", "sleeps", "slept", "sleeping", ""}, "睡觉"},
    Verb{{"work", "works", "worked", "working", ""}, "工作"},
    Verb{{"sing", "sings", "sang", "singing", ""}, "唱歌"},
    Verb{{"dance", "dances", "danced", "dancing", ""}, "跳舞"},
    Verb{{"rest", "rests", "rested", "resting", ""}, "休息"},
    Verb{{"chat", "chats", "chatted", "chatting", ""}, "聊天"},
    Verb{{"study", "studies", "studied", "studying", ""}, "学习"},
};

constexpr std::array placeTable{
    Place{"in", "park", "公园", "里"},         Place{"in", "garden", "花园", "里"},
    Place{"in", "kitchen", "厨房", "里"},      Place{"in", "classroom", "教室", "里"},
    Place{"in", "room", "房间", "里"},         Place{"in", "shop", "商店", "里"},
    Place{"in", "restaurant", "饭馆", "里"},   Place{"at", "school", "学校", "", true},
    Place{"at", "home", "家", "", true},       Place{"at", "station", "车站", ""},
    Place{"at", "library", "图书馆", ""},      Place{"at", "hospital", "医院", ""},
    Place{"at", "airport", "机场", ""},        Place{"in", "Beijing", "北京", "", true},
    Place{"in", "Shanghai", "上海", "", true}, Place{"in", "China", "中国", "", true},
};

constexpr std::array surfaceTable{
    Place{"on", "table", "桌子", "上"},      Place{"on", "chair", "椅子", "上"},
    Place{"on", "bed", "床", "上"},          Place{"under", "table", "桌子", "下面"},
    Place{"under", "chair", "椅子", "下面"}, Place{"under", "bed", "床", "下面"},
    Place{"in", "room", "房间", "里"},       Place{"in", "classroom", "教室", "里"},
    Place{"in", "shop", "商店", "里"},
};

constexpr std::array<Expression, 8> destinationTable{{{"to Beijing", "北京", "0?0 1-0"},
                                                      {"to Shanghai", "上海", "0?0 1-0"},
                                                      {"to school", "学校", "0?0 1-0"},
                                                      {"to the park", "公园", "0?0 1?0 2-0"},
                                                      {"to the station", "车站", "0?0 1?0 2-0"},
                                                      {"to the library", "图书馆", "0?0 1?0 2-0"},
                                                      {"to the hospital", "医院", "0?0 1?0 2-0"},
                                                      {"to the airport", "机场", "0?0 1?0 2-0"}}};

} // namespace

std::span<const Noun> nouns()
{
    return nounTable;
}

std::span<const Noun> massNouns()
{
    return massTable;
}

std::span<const Adjective> adjectives()
{
    return adjectiveTable;
}

std::span<const Verb> transitiveVerbs()
{
    return transitiveTable;
}

std::span<const Verb> intransitiveVerbs()
{
    return intransitiveTable;
}

std::span<const Place> places()
{
    return placeTable;
}

std::span<const Place> surfaces()
{
    return surfaceTable;
}

std::span<const Expression> destinations()
{
    return destinationTable;
}

} // namespace alignoscope::corpus::chinese
