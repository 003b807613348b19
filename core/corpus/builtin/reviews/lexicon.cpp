// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/reviews/lexicon.h"

#include <array>

namespace alignoscope::corpus {
namespace {

using Words = std::span<const Word>;

constexpr Word vivid[]{"gripping", "moving", "clever", "exciting"}, dull[]{"boring", "dull", "confusing", "slow"};
constexpr Word convincing[]{"convincing", "brilliant", "charming"}, wooden[]{"wooden", "unbelievable", "annoying"};
constexpr Word tasty[]{"delicious", "fresh", "tasty"}, stale[]{"bland", "stale", "cold", "greasy"};
constexpr Word kind[]{"friendly", "helpful", "quick", "polite"}, rude[]{"rude", "slow", "careless"};
constexpr Word cosy[]{"clean", "cosy", "quiet", "comfortable"}, shabby[]{"dirty", "noisy", "cramped", "shabby"};
constexpr Word fair[]{"fair", "reasonable"}, steep[]{"outrageous", "unreasonable"};
constexpr Word sharp[]{"sharp", "bright", "fast", "reliable"}, faulty[]{"faulty", "dim", "useless", "weak"};
constexpr Word witty[]{"witty", "elegant", "vivid"}, clumsy[]{"clumsy", "tedious", "flat"};

constexpr Aspect filmAspects[]{
    {"plot", false, vivid, dull},       {"actors", true, convincing, wooden},          {"ending", false, vivid, dull},
    {"dialogue", false, witty, clumsy}, {"main character", false, convincing, wooden}, {"pictures", true, vivid, dull}};
constexpr Aspect restaurantAspects[]{{"food", false, tasty, stale}, {"service", false, kind, rude},
                                     {"waiters", true, kind, rude}, {"dining room", false, cosy, shabby},
                                     {"prices", true, fair, steep}, {"soup", false, tasty, stale}};
constexpr Aspect hotelAspects[]{{"room", false, cosy, shabby},      {"staff", false, kind, rude},
                                {"breakfast", false, tasty, stale}, {"bed", false, cosy, shabby},
                                {"price", false, fair, steep},      {"rooms", true, cosy, shabby}};
constexpr Aspect bookAspects[]{{"story", false, vivid, dull},
                               {"style", false, witty, clumsy},
                               {"characters", true, convincing, wooden},
                               {"last chapter", false, vivid, dull},
                               {"translation", false, witty, clumsy},
                               {"first pages", true, vivid, dull}};
constexpr Aspect phoneAspects[]{{"screen", false, sharp, faulty},  {"camera", false, sharp, faulty},
                                {"battery", false, sharp, faulty}, {"speakers", true, sharp, faulty},
                                {"price", false, fair, steep},     {"support", false, kind, rude}};

constexpr Word filmNeutral[]{"It is about a terrible war",
                             "The hero loses his best friend",
                             "We saw it on a Friday evening",
                             "A beautiful woman inherits an awful house",
                             "It runs for two hours",
                             "The villain hates everything that is good",
                             "My sister chose it"};
constexpr Word restaurantNeutral[]{"We had a table by the window",   "There was a horrible storm outside",
                                   "It is next to a wonderful park", "My brother ordered the fish",
                                   "We went there on a Sunday",      "The place used to be a bad pub",
                                   "A happy couple sat beside us"};
constexpr Word hotelNeutral[]{"We stayed for three nights",       "The weather was terrible that week",
                              "The beach nearby is beautiful",    "It has forty rooms",
                              "We came for an excellent concert", "My train was late and I was in a bad mood",
                              "You can walk to the station"};
constexpr Word bookNeutral[]{"It tells of an awful crime",
                             "I read it on the train",
                             "The detective is a happy man",
                             "It has four hundred pages",
                             "A perfect marriage ends on page one",
                             "A friend gave it to me",
                             "The horrible uncle inherits everything"};
constexpr Word phoneNeutral[]{
    "I bought it in March", "My old one had a terrible camera",    "It comes in black and in white",
    "I use it every day",   "My last one was excellent but broke", "It replaced a wonderful old radio",
    "The box holds a cable"};

constexpr ReviewedThing things[]{{"film", filmAspects, filmNeutral},
                                 {"restaurant", restaurantAspects, restaurantNeutral},
                                 {"hotel", hotelAspects, hotelNeutral},
                                 {"book", bookAspects, bookNeutral},
                                 {"phone", phoneAspects, phoneNeutral}};

constexpr Word goodAdjectives[]{"good", "great", "excellent", "wonderful", "beautiful", "perfect", "fantastic"};
constexpr Word badAdjectives[]{"bad", "terrible", "awful", "horrible", "poor", "disappointing", "mediocre"};
constexpr Word goodVerbs[]{"loved", "enjoyed", "liked", "admired"};
constexpr Word badVerbs[]{"hated", "disliked", "regretted", "despised"};
constexpr Word goodVerdicts[]{"I can *recommend* it",
                              "It was *worth* every penny",
                              "*Five* stars",
                              "I was *happy* from start to end",
                              "I would choose it *again*",
                              "It made my *day*"};
constexpr Word badVerdicts[]{"I can *not* recommend it",
                             "It was a *waste* of money",
                             "*One* star",
                             "I was *unhappy* from start to end",
                             "*Never* again",
                             "It *spoiled* my day"};

constexpr JudgingWords forGood{goodAdjectives, goodVerbs, goodVerdicts};
constexpr JudgingWords forBad{badAdjectives, badVerbs, badVerdicts};

} // namespace

std::span<const ReviewedThing> reviewedThings()
{
    return things;
}

const JudgingWords& judgingWords(bool good)
{
    return good ? forGood : forBad;
}

} // namespace alignoscope::corpus
