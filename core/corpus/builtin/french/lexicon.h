// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/english.h"

#include <array>
#include <span>

namespace alignoscope::corpus::french {

enum class Gender { Masculine, Feminine };

/// What a noun means, so that verbs and adjectives find sensible company. Values are bits.
enum Kind : unsigned {
    person = 1,
    animal = 2,
    readable = 4,
    food = 8,
    thing = 16,    ///< can be bought and sold
    openable = 32, ///< can be opened and closed
    place = 64,
    drink = 128,
    relative = 256,  ///< a person of somebody's: "my brother"
    furniture = 512, ///< things lie on, under or near it
    writable = 1024, ///< can be written, sent
    portable = 2048, ///< can be carried about and lie on a table
    homely = 4096,   ///< a place that can be somebody's: "my garden"
};

inline constexpr unsigned living = person | relative | animal;

struct Noun {
    Word english, englishPlural; ///< no plural: a mass noun, "some bread"
    Word french, frenchPlural;
    Gender gender;
    unsigned kinds;
};

struct Adjective {
    Word english;
    std::array<Word, 4> forms; ///< masculine, feminine, masculine plural, feminine plural
    unsigned kinds;            ///< what it can be said of
    bool before = false;       ///< stands before its noun
    Word beforeVowel = {};     ///< "bel", "vieil", "nouvel"
    bool gradable = true;      ///< can be "very" so
    [[nodiscard]] Word form(Gender gender, bool plural) const
    {
        return forms[(gender == Gender::Feminine ? 1U : 0U) + (plural ? 2U : 0U)];
    }
};

struct Verb {
    EnglishVerb english;
    Word infinitive;
    std::array<Word, 5> present;    ///< by Person
    std::array<Word, 4> participle; ///< masculine, feminine, masculine plural, feminine plural
    unsigned objects = 0;           ///< kinds of direct objects; 0: none
    bool withEtre = false;          ///< "je suis allé"
    Word preposition = {};          ///< "parler à": before the object; or empty
};

struct Place {
    Noun noun;
    Word english, french; ///< how one is there: "at", "à"
};

std::span<const Noun> nouns();
std::span<const Noun> massNouns();
std::span<const Adjective> adjectives();
std::span<const Place> places();
std::span<const Verb> transitiveVerbs();
std::span<const Verb> addressingVerbs(); ///< talk to somebody
std::span<const Verb> givingVerbs();     ///< give something to somebody
std::span<const Verb> intransitiveVerbs();
std::span<const Verb> motionVerbs(); ///< go to a place
std::span<const Verb> sayingVerbs(); ///< think that …

} // namespace alignoscope::corpus::french
