// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/lexicon.h"

namespace alignoscope::corpus::french {
namespace {

constexpr unsigned objects = thing | openable | furniture;

constexpr std::array adjectiveTable{
    Adjective{"big", {"grand", "grande", "grands", "grandes"}, objects | place | animal, true},
    Adjective{"small", {"petit", "petite", "petits", "petites"}, objects | place | animal | food, true},
    Adjective{"beautiful", {"beau", "belle", "beaux", "belles"}, objects | readable | place | animal, true, "bel"},
    Adjective{"old", {"vieux", "vieille", "vieux", "vieilles"}, objects | readable | place | living, true, "vieil"},
    Adjective{"new", {"nouveau", "nouvelle", "nouveaux", "nouvelles"}, objects | readable | place, true, "nouvel"},
    Adjective{"good", {"bon", "bonne", "bons", "bonnes"}, readable | food, true},
    Adjective{"young", {"jeune", "jeune", "jeunes", "jeunes"}, living, true},
    Adjective{"tall", {"grand", "grande", "grands", "grandes"}, person | relative, true},
    Adjective{"red", {"rouge", "rouge", "rouges", "rouges"}, thing | openable | food, false, "", false},
    Adjective{"black", {"noir", "noire", "noirs", "noires"}, thing | openable | animal, false, "", false},
    Adjective{"white", {"blanc", "blanche", "blancs", "blanches"}, thing | openable | animal, false, "", false},
    Adjective{"green", {"vert", "verte", "verts", "vertes"}, thing | openable | food, false, "", false},
    Adjective{"blue", {"bleu", "bleue", "bleus", "bleues"}, thing | openable, false, "", false},
    Adjective{"heavy", {"lourd", "lourde", "lourds", "lourdes"}, thing | openable},
    Adjective{"expensive", {"cher", "chère", "chers", "chères"}, thing | food},
    Adjective{"interesting", {"intéressant", "intéressante", "intéressants", "intéressantes"}, readable | place},
    Adjective{"strange", {"étrange", "étrange", "étranges", "étranges"}, readable | person | thing},
    Adjective{"quiet", {"calme", "calme", "calmes", "calmes"}, place | living},
    Adjective{"famous", {"célèbre", "célèbre", "célèbres", "célèbres"}, place | person | readable},
    Adjective{"happy", {"heureux", "heureuse", "heureux", "heureuses"}, living},
    Adjective{"sad", {"triste", "triste", "tristes", "tristes"}, living | readable},
    Adjective{"tired", {"fatigué", "fatiguée", "fatigués", "fatiguées"}, living},
    Adjective{"rich", {"riche", "riche", "riches", "riches"}, person | relative},
    Adjective{"intelligent", {"intelligent", "intelligente", "intelligents", "intelligentes"}, living},
    Adjective{"sick", {"malade", "malade", "malades", "malades"}, living},
    Adjective{"strong", {"fort", "forte", "forts", "fortes"}, living},
    Adjective{
        "French", {"français", "française", "français", "françaises"}, person | thing | readable, false, "", false},
    Adjective{"English", {"anglais", "anglaise", "anglais", "anglaises"}, person | thing | readable, false, "", false},
};

} // namespace

std::span<const Adjective> adjectives()
{
    return adjectiveTable;
}

} // namespace alignoscope::corpus::french
