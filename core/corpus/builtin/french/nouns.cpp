// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/lexicon.h"

namespace alignoscope::corpus::french {
namespace {

constexpr Gender m = Gender::Masculine, f = Gender::Feminine;

constexpr std::array nounTable{
    Noun{"man", "men", "homme", "hommes", m, person},
    Noun{"woman", "women", "femme", "femmes", f, person},
    Noun{"child", "children", "enfant", "enfants", m, person},
    Noun{"boy", "boys", "garçon", "garçons", m, person},
    Noun{"girl", "girls", "fille", "filles", f, person},
    Noun{"brother", "brothers", "frère", "frères", m, relative},
    Noun{"sister", "sisters", "sœur", "sœurs", f, relative},
    Noun{"cousin", "cousins", "cousin", "cousins", m, relative},
    Noun{"aunt", "aunts", "tante", "tantes", f, relative},
    Noun{"uncle", "uncles", "oncle", "oncles", m, relative},
    Noun{"friend", "friends", "ami", "amis", m, relative},
    Noun{"neighbour", "neighbours", "voisin", "voisins", m, person | relative},
    Noun{"teacher", "teachers", "professeur", "professeurs", m, person | relative},
    Noun{"student", "students", "étudiant", "étudiants", m, person},
    Noun{"doctor", "doctors", "médecin", "médecins", m, person},
    Noun{"lawyer", "lawyers", "avocat", "avocats", m, person},
    Noun{"queen", "queens", "reine", "reines", f, person},
    Noun{"king", "kings", "roi", "rois", m, person},
    Noun{"artist", "artists", "artiste", "artistes", m, person},
    Noun{"cat", "cats", "chat", "chats", m, animal},
    Noun{"dog", "dogs", "chien", "chiens", m, animal},
    Noun{"horse", "horses", "cheval", "chevaux", m, animal},
    Noun{"bird", "birds", "oiseau", "oiseaux", m, animal},
    Noun{"cow", "cows", "vache", "vaches", f, animal},
    Noun{"mouse", "mice", "souris", "souris", f, animal},
    Noun{"book", "books", "livre", "livres", m, readable | thing | writable | portable | openable},
    Noun{"letter", "letters", "lettre", "lettres", f, readable | writable | portable},
    Noun{"newspaper", "newspapers", "journal", "journaux", m, readable | thing | portable},
    Noun{"story", "stories", "histoire", "histoires", f, readable | writable},
    Noun{"poem", "poems", "poème", "poèmes", m, readable | writable},
    Noun{"apple", "apples", "pomme", "pommes", f, food},
    Noun{"orange", "oranges", "orange", "oranges", f, food},
    Noun{"cake", "cakes", "gâteau", "gâteaux", m, food},
    Noun{"egg", "eggs", "œuf", "œufs", m, food},
    Noun{"pear", "pears", "poire", "poires", f, food},
    Noun{"car", "cars", "voiture", "voitures", f, thing},
    Noun{"bicycle", "bicycles", "vélo", "vélos", m, thing},
    Noun{"boat", "boats", "bateau", "bateaux", m, thing},
    Noun{"computer", "computers", "ordinateur", "ordinateurs", m, thing | portable},
    Noun{"telephone", "telephones", "téléphone", "téléphones", m, thing | portable},
    Noun{"key", "keys", "clé", "clés", f, thing | portable},
    Noun{"hat", "hats", "chapeau", "chapeaux", m, thing | portable},
    Noun{"dress", "dresses", "robe", "robes", f, thing | portable},
    Noun{"shirt", "shirts", "chemise", "chemises", f, thing | portable},
    Noun{"coat", "coats", "manteau", "manteaux", m, thing | portable},
    Noun{"flower", "flowers", "fleur", "fleurs", f, thing | portable},
    Noun{"painting", "paintings", "tableau", "tableaux", m, thing | portable},
    Noun{"bottle", "bottles", "bouteille", "bouteilles", f, thing | openable | portable},
    Noun{"box", "boxes", "boîte", "boîtes", f, thing | openable | portable},
    Noun{"bag", "bags", "sac", "sacs", m, thing | openable | portable},
    Noun{"door", "doors", "porte", "portes", f, openable},
    Noun{"window", "windows", "fenêtre", "fenêtres", f, openable},
    Noun{"table", "tables", "table", "tables", f, thing | furniture},
    Noun{"chair", "chairs", "chaise", "chaises", f, thing | furniture},
    Noun{"tree", "trees", "arbre", "arbres", m, thing | furniture},
};

constexpr std::array massTable{
    Noun{"bread", "", "pain", "", m, food},   Noun{"cheese", "", "fromage", "", m, food},
    Noun{"meat", "", "viande", "", f, food},  Noun{"soup", "", "soupe", "", f, food},
    Noun{"water", "", "eau", "", f, drink},   Noun{"milk", "", "lait", "", m, drink},
    Noun{"coffee", "", "café", "", m, drink}, Noun{"tea", "", "thé", "", m, drink},
    Noun{"wine", "", "vin", "", m, drink},
};

constexpr std::array placeTable{
    Place{{"garden", "gardens", "jardin", "jardins", m, place | homely}, "in", "dans"},
    Place{{"house", "houses", "maison", "maisons", f, place | homely}, "in", "dans"},
    Place{{"park", "parks", "parc", "parcs", m, place}, "in", "dans"},
    Place{{"kitchen", "kitchens", "cuisine", "cuisines", f, place | homely}, "in", "dans"},
    Place{{"street", "streets", "rue", "rues", f, place | homely}, "in", "dans"},
    Place{{"village", "villages", "village", "villages", m, place | homely}, "in", "dans"},
    Place{{"city", "cities", "ville", "villes", f, place | homely}, "in", "dans"},
    Place{{"church", "churches", "église", "églises", f, place}, "in", "dans"},
    Place{{"forest", "forests", "forêt", "forêts", f, place}, "in", "dans"},
    Place{{"station", "stations", "gare", "gares", f, place}, "at", "à"},
    Place{{"school", "schools", "école", "écoles", f, place | homely}, "at", "à"},
    Place{{"market", "markets", "marché", "marchés", m, place}, "at", "à"},
    Place{{"museum", "museums", "musée", "musées", m, place}, "at", "à"},
    Place{{"hospital", "hospitals", "hôpital", "hôpitaux", m, place}, "at", "à"},
    Place{{"hotel", "hotels", "hôtel", "hôtels", m, place}, "at", "à"},
    Place{{"restaurant", "restaurants", "restaurant", "restaurants", m, place}, "at", "à"},
    Place{{"library", "libraries", "bibliothèque", "bibliothèques", f, place}, "at", "à"},
    Place{{"beach", "beaches", "plage", "plages", f, place}, "on", "sur"},
    Place{{"island", "islands", "île", "îles", f, place}, "on", "sur"},
};

} // namespace

std::span<const Noun> nouns()
{
    return nounTable;
}

std::span<const Noun> massNouns()
{
    return massTable;
}

std::span<const Place> places()
{
    return placeTable;
}

} // namespace alignoscope::corpus::french
