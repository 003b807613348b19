// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/lexicon.h"

namespace alignoscope::corpus::french {
namespace {

constexpr unsigned anything = living | readable | thing | openable | place | furniture;

using Present = std::array<Word, 5>;
using Participle = std::array<Word, 4>;

constexpr std::array transitiveTable{
    Verb{{"have", "has", "", "", ""},
         "avoir",
         Present{"ai", "avons", "avez", "a", "ont"},
         Participle{"eu"},
         thing | animal | food},
    Verb{{"see", "sees", "saw", "", ""},
         "voir",
         Present{"vois", "voyons", "voyez", "voit", "voient"},
         Participle{"vu", "vue", "vus", "vues"},
         anything},
    Verb{{"look", "looks", "looked", "looking", "at"},
         "regarder",
         Present{"regarde", "regardons", "regardez", "regarde", "regardent"},
         Participle{"regardé", "regardée", "regardés", "regardées"},
         anything},
    Verb{{"like", "likes", "", "", ""},
         "aimer",
         Present{"aime", "aimons", "aimez", "aime", "aiment"},
         Participle{"aimé", "aimée", "aimés", "aimées"},
         living | readable | place | food},
    Verb{{"know", "knows", "", "", ""},
         "connaître",
         Present{"connais", "connaissons", "connaissez", "connaît", "connaissent"},
         Participle{"connu", "connue", "connus", "connues"},
         person | relative | place | readable},
    Verb{{"look", "looks", "looked", "looking", "for"},
         "chercher",
         Present{"cherche", "cherchons", "cherchez", "cherche", "cherchent"},
         Participle{"cherché", "cherchée", "cherchés", "cherchées"},
         living | thing | readable | place},
    Verb{{"find", "finds", "found", "", ""},
         "trouver",
         Present{"trouve", "trouvons", "trouvez", "trouve", "trouvent"},
         Participle{"trouvé", "trouvée", "trouvés", "trouvées"},
         animal | thing | place},
    Verb{{"buy", "buys", "bought", "buying", ""},
         "acheter",
         Present{"achète", "achetons", "achetez", "achète", "achètent"},
         Participle{"acheté", "achetée", "achetés", "achetées"},
         thing | food},
    Verb{{"sell", "sells", "sold", "selling", ""},
         "vendre",
         Present{"vends", "vendons", "vendez", "vend", "vendent"},
         Participle{"vendu", "vendue", "vendus", "vendues"},
         thing | food},
    Verb{{"eat", "eats", "ate", "eating", ""},
         "manger",
         Present{"mange", "mangeons", "mangez", "mange", "mangent"},
         Participle{"mangé", "mangée", "mangés", "mangées"},
         food},
    Verb{{"read", "reads", "read", "reading", ""},
         "lire",
         Present{"lis", "lisons", "lisez", "lit", "lisent"},
         Participle{"lu", "lue", "lus", "lues"},
         readable},
    Verb{{"write", "writes", "wrote", "writing", ""},
         "écrire",
         Present{"écris", "écrivons", "écrivez", "écrit", "écrivent"},
         Participle{"écrit", "écrite", "écrits", "écrites"},
         writable},
    Verb{{"open", "opens", "opened", "opening", ""},
         "ouvrir",
         Present{"ouvre", "ouvrons", "ouvrez", "ouvre", "ouvrent"},
         Participle{"ouvert", "ouverte", "ouverts", "ouvertes"},
         openable},
    Verb{{"close", "closes", "closed", "closing", ""},
         "fermer",
         Present{"ferme", "fermons", "fermez", "ferme", "ferment"},
         Participle{"fermé", "fermée", "fermés", "fermées"},
         openable},
    Verb{{"wait", "waits", "waited", "waiting", "for"},
         "attendre",
         Present{"attends", "attendons", "attendez", "attend", "attendent"},
         Participle{"attendu", "attendue", "attendus", "attendues"},
         person | relative},
    Verb{{"help", "helps", "helped", "helping", ""},
         "aider",
         Present{"aide", "aidons", "aidez", "aide", "aident"},
         Participle{"aidé", "aidée", "aidés", "aidées"},
         person | relative},
    Verb{{"listen", "listens", "listened", "listening", "to"},
         "écouter",
         Present{"écoute", "écoutons", "écoutez", "écoute", "écoutent"},
         Participle{"écouté", "écoutée", "écoutés", "écoutées"},
         person | relative},
    Verb{{"drink", "drinks", "drank", "drinking", ""},
         "boire",
         Present{"bois", "buvons", "buvez", "boit", "boivent"},
         Participle{"bu", "bue", "bus", "bues"},
         drink},
};

constexpr std::array addressingTable{
    Verb{{"talk", "talks", "talked", "talking", ""},
         "parler",
         Present{"parle", "parlons", "parlez", "parle", "parlent"},
         Participle{"parlé"},
         person | relative,
         false,
         "à"},
    Verb{{"answer", "answers", "answered", "answering", ""},
         "répondre",
         Present{"réponds", "répondons", "répondez", "répond", "répondent"},
         Participle{"répondu"},
         person | relative,
         false,
         "à"},
};

constexpr std::array givingTable{
    Verb{{"give", "gives", "gave", "giving", ""},
         "donner",
         Present{"donne", "donnons", "donnez", "donne", "donnent"},
         Participle{"donné", "donnée", "donnés", "données"},
         thing | food},
    Verb{{"show", "shows", "showed", "showing", ""},
         "montrer",
         Present{"montre", "montrons", "montrez", "montre", "montrent"},
         Participle{"montré", "montrée", "montrés", "montrées"},
         thing | readable},
    Verb{{"send", "sends", "sent", "sending", ""},
         "envoyer",
         Present{"envoie", "envoyons", "envoyez", "envoie", "envoient"},
         Participle{"envoyé", "envoyée", "envoyés", "envoyées"},
         portable | writable},
};

constexpr std::array intransitiveTable{
    Verb{{"sleep", "sleeps", "slept", "sleeping", ""},
         "dormir",
         Present{"dors", "dormons", "dormez", "dort", "dorment"},
         Participle{"dormi"}},
    Verb{{"work", "works", "worked", "working", ""},
         "travailler",
         Present{"travaille", "travaillons", "travaillez", "travaille", "travaillent"},
         Participle{"travaillé"}},
    Verb{{"sing", "sings", "sang", "singing", ""},
         "chanter",
         Present{"chante", "chantons", "chantez", "chante", "chantent"},
         Participle{"chanté"}},
    Verb{{"eat", "eats", "ate", "eating", ""},
         "manger",
         Present{"mange", "mangeons", "mangez", "mange", "mangent"},
         Participle{"mangé"}},
};

constexpr std::array motionTable{
    Verb{{"go", "goes", "went", "going", ""},
         "aller",
         Present{"vais", "allons", "allez", "va", "vont"},
         Participle{"allé", "allée", "allés", "allées"},
         place,
         true,
         "à"},
    Verb{{"stay", "stays", "stayed", "staying", ""},
         "rester",
         Present{"reste", "restons", "restez", "reste", "restent"},
         Participle{"resté", "restée", "restés", "restées"},
         place,
         true,
         "à"},
};

constexpr std::array sayingTable{
    Verb{{"think", "thinks", "thought", "", ""},
         "penser",
         Present{"pense", "pensons", "pensez", "pense", "pensent"},
         Participle{"pensé"}},
    Verb{{"know", "knows", "", "", ""},
         "savoir",
         Present{"sais", "savons", "savez", "sait", "savent"},
         Participle{"su"}},
    Verb{
        {"say", "says", "said", "", ""}, "dire", Present{"dis", "disons", "dites", "dit", "disent"}, Participle{"dit"}},
};

} // namespace

std::span<const Verb> transitiveVerbs()
{
    return transitiveTable;
}

std::span<const Verb> addressingVerbs()
{
    return addressingTable;
}

std::span<const Verb> givingVerbs()
{
    return givingTable;
}

std::span<const Verb> intransitiveVerbs()
{
    return intransitiveTable;
}

std::span<const Verb> motionVerbs()
{
    return motionTable;
}

std::span<const Verb> sayingVerbs()
{
    return sayingTable;
}

} // namespace alignoscope::corpus::french
