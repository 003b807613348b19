// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/english.h"

#include <span>

namespace alignoscope::corpus::chinese {

/// What a noun means, so that verbs and adjectives find sensible company. Values are bits.
enum Kind : unsigned {
    person = 1,
    animal = 2,
    readable = 4,
    food = 8,
    thing = 16, ///< can be bought and sold
    openable = 32,
    place = 64,
    drink = 128,
    writable = 256,
    relative = 512, ///< a person of somebody's
    small = 1024,   ///< lies on a table
    indoors = 2048, ///< an animal that may be in a room
};

struct Noun {
    Word english, englishPlural; ///< no plural: a mass noun, "some water"
    Word chinese;
    Word measure; ///< 本, 只, 个
    unsigned kinds;
};

enum class AdjectiveForm {
    Bare,      ///< 大苹果
    WithDe,    ///< 漂亮的花
    Colour,    ///< 红色的花, 花是红色的
    Predicate, ///< only 老师很累
};

struct Adjective {
    Word english, chinese;
    unsigned kinds;
    AdjectiveForm form = AdjectiveForm::WithDe;
};

struct Verb {
    EnglishVerb english;
    Word chinese;
    unsigned objects = 0; ///< kinds of direct objects; 0: none
    bool state = false;   ///< neither 了 nor 正在
};

/// "in the park": 在公园里
struct Place {
    Word preposition, noun; ///< English, without its article
    Word chinese, side;     ///< 公园, 里
    bool bare = false;      ///< "in Beijing", "at home": no article
};

std::span<const Noun> nouns();
std::span<const Noun> massNouns();
std::span<const Adjective> adjectives();
std::span<const Verb> transitiveVerbs();
std::span<const Verb> intransitiveVerbs();
std::span<const Place> places();
std::span<const Place> surfaces(); ///< on the table, under the chair
std::span<const Expression> destinations();

} // namespace alignoscope::corpus::chinese
