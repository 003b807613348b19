// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/recipe.h"
#include "corpus/builtin/reviews/review.h"

namespace alignoscope::corpus {
namespace {

/// One side is granted, the other decides: "The food was cold, but I loved the soup."
void mixed(Review& review, const ReviewedThing& thing, bool good, Draw& draw)
{
    const bool although = draw.chance(35);
    if (although)
        review.say("although");
    judge(review, thing, !good, draw);
    review.forget();
    if (although) {
        review.punctuate(',');
    } else if (draw.chance(60)) {
        review.punctuate(',');
        review.say(draw.oneOf<Word>({"but", "yet"}));
    } else {
        review.punctuate('.');
        review.say(draw.oneOf<Word>({"still", "in the end", "all the same"}));
        review.punctuate(',');
    }
    judge(review, thing, good, draw);
    review.punctuate('.');
}

void neutral(Review& review, const ReviewedThing& thing, Draw& draw)
{
    review.say(draw.from(thing.neutral));
    review.punctuate('.');
}

void plain(Review& review, const ReviewedThing& thing, bool good, Draw& draw)
{
    judge(review, thing, good, draw);
    if (draw.chance(30)) {
        review.say("and");
        judge(review, thing, good, draw);
    }
    review.punctuate('.');
}

void verdict(Review& review, bool good, Draw& draw)
{
    review.sayMarked(draw.from(judgingWords(good).verdicts));
    review.punctuate('.');
}

Review written(bool good, Draw& draw)
{
    Review review;
    const ReviewedThing& thing = draw.from(reviewedThings());
    const bool opens = draw.chance(45);
    if (opens)
        neutral(review, thing, draw);
    if (draw.chance(45))
        mixed(review, thing, good, draw);
    else
        plain(review, thing, good, draw);
    if (!opens && draw.chance(60))
        neutral(review, thing, draw);
    if (draw.chance(30))
        verdict(review, good, draw);
    return review;
}

} // namespace

PairMaker reviewsWithLabels()
{
    constexpr std::size_t shortest = 5, longest = 40;
    return [](Draw& draw) {
        const bool good = draw.chance(50);
        for (;;)
            if (const Review review = written(good, draw); review.tokens() >= shortest && review.tokens() <= longest)
                return review.labelled(good ? "positive" : "negative");
    };
}

} // namespace alignoscope::corpus
