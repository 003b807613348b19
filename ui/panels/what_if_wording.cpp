// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/what_if_wording.h"

#include "ui/figure/isolated_text.h"

#include <QCoreApplication>

#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr const char* endToken = "</s>";

QString tr(const char* text)
{
    return QCoreApplication::translate("WhatIf", text);
}

QString probabilityText(double logProbability)
{
    return QString::number(std::exp(logProbability), 'f', 3);
}

/// Whether the answer was made with that change, and it did something.
bool hasEffect(const WhatIfAnswer& answer, const WhatIfChanges::Change& change)
{
    const auto place = static_cast<std::size_t>(change.place);
    const InterventionResult& changed = answer.changed;
    switch (change.kind) {
    case WhatIfChanges::Kind::Word:
        return place < changed.tokens.size() && changed.forced[place];
    case WhatIfChanges::Kind::Row:
        return place < changed.tokens.size() && changed.overridden[place];
    case WhatIfChanges::Kind::Beginning:
    case WhatIfChanges::Kind::Dropped:
        return true;
    }
    return true;
}

} // namespace

QString tokenText(const std::string& token)
{
    return token == endToken ? tr("end") : QString::fromStdString(token);
}

WordLine::Word sourceWord(const WhatIfAnswer& answer, std::size_t source, bool dropped)
{
    const std::string& token = answer.original.source[source];
    WordLine::Word word;
    word.text = tokenText(token);
    word.pale = token == endToken;
    word.given = word.gone = dropped;
    word.unknown = answer.original.sourceUnknown[source];
    word.tip = word.pale ? tr("The end of the sentence, which is always read")
        : dropped        ? tr("“%1” is hidden from the model: press to bring it back").arg(isolated(word.text))
                         : tr("“%1”: press to hide it from the model").arg(isolated(word.text));
    if (word.unknown)
        word.tip += "\n" + tr("Not in the model’s vocabulary: it reads an unknown word");
    return word;
}

WordLine::Word originalWord(const WhatIfAnswer& answer, std::size_t target)
{
    WordLine::Word word;
    word.text = tokenText(answer.original.tokens[target]);
    word.pale = answer.original.tokens[target] == endToken;
    word.gone = answer.isGone(target);
    word.tip =
        tr("“%1”, probability %2").arg(isolated(word.text), probabilityText(answer.original.logProbabilities[target]));
    if (word.gone)
        word.tip += "\n" + tr("Gone from the changed translation");
    return word;
}

WordLine::Word changedWord(const WhatIfAnswer& answer, std::size_t target)
{
    const InterventionResult& changed = answer.changed;
    WordLine::Word word;
    word.text = tokenText(changed.tokens[target]);
    word.pale = changed.tokens[target] == endToken;
    word.given = changed.forced[target];
    word.isNew = answer.isNew(target);
    word.unknown = changed.targetUnknown[target];
    const QString probability = probabilityText(changed.logProbabilities[target]);
    word.tip = word.given
        ? tr("“%1”: said by you; the model gave it probability %2. Press to change it")
              .arg(isolated(word.text), probability)
        : tr("“%1”, probability %2: press to say another word here").arg(isolated(word.text), probability);
    if (word.isNew)
        word.tip += "\n" + tr("New: not in the original translation");
    if (word.unknown)
        word.tip += "\n" + tr("Not in the model’s vocabulary: it reads an unknown word");
    return word;
}

WordLine::Word changeWord(const WhatIfAnswer& answer, const WhatIfChanges::Change& change)
{
    WordLine::Word word;
    word.text = change.title;
    word.closes = true;
    word.gone = !hasEffect(answer, change);
    word.tip = word.gone
        ? tr("%1: without effect, because the translation ends before or nothing is left to look at. Press to take it "
             "back")
              .arg(change.title)
        : tr("%1: press to take it back").arg(change.title);
    return word;
}

QString movedTitle(int target, const QString& from, const QString& to)
{
    return tr("word %1 looks at “%3” instead of “%2”").arg(QString::number(target + 1), isolated(from), isolated(to));
}

QString lookOnlyTitle(int target, const QString& word)
{
    return tr("word %1 looks only at “%2”").arg(QString::number(target + 1), isolated(word));
}

QString weightTitle(int target, const QString& word, double weight)
{
    return tr("word %1 looks at “%2” with %3")
        .arg(QString::number(target + 1), isolated(word), QString::number(weight, 'f', 2));
}

QString alikeTitle(int target)
{
    return tr("word %1 looks at all words alike").arg(target + 1);
}

} // namespace alignoscope::ui
