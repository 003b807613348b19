// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/phrase.h"

namespace alignoscope::corpus::french {

/// Does the word begin with a vowel or a mute h, so that the word before it is elided?
bool elides(Word word);

/// "le ami" becomes "l' ami", "si il" "s' il": every word that must lose its vowel before the next one.
void elide(std::vector<Word>& words);

/// A preposition before a noun phrase: "of the garden" – "du jardin", "at the station" – "à la gare". Where two French
/// words become one ("de" and "le": "du"), it is surely the preposition and possibly the article.
Phrase prepositional(const Phrase& preposition, const Phrase& noun);

} // namespace alignoscope::corpus::french
