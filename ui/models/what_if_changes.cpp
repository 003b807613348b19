// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/what_if_changes.h"

#include "ui/figure/isolated_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace alignoscope::ui {

namespace {

using Kind = WhatIfChanges::Kind;
using Change = WhatIfChanges::Change;

QString tr(const char* text)
{
    return QCoreApplication::translate("WhatIfChanges", text);
}

std::vector<std::string> tokensOf(const Change& change, const TextOptions& text)
{
    if (change.token)
        return {change.text.toStdString()};
    return tokenize(change.text.toStdString(), text.target());
}

/// Whether some weight is left on a word that is read.
bool leavesSomething(const std::vector<float>& weights, const std::vector<int>& dropped)
{
    for (std::size_t s = 0; s < weights.size(); ++s)
        if (weights[s] > 0 && std::ranges::find(dropped, static_cast<int>(s)) == dropped.end())
            return true;
    return false;
}

/// Words by place, the later change winning, as an intervention has them: a beginning without gaps, and the rest.
void putWords(Intervention& intervention, const std::vector<Change>& changes, const TextOptions& text)
{
    std::map<int, std::string> words;
    std::size_t beginning = 0;
    for (const Change& change : changes) {
        if (change.kind != Kind::Beginning && change.kind != Kind::Word)
            continue;
        const std::vector<std::string> tokens = tokensOf(change, text);
        for (std::size_t i = 0; i < tokens.size(); ++i)
            words[change.place + static_cast<int>(i)] = tokens[i];
        if (change.kind == Kind::Beginning)
            beginning = tokens.size();
    }
    for (const auto& [target, token] : words) {
        const bool ended = !intervention.prefix.empty() && intervention.prefix.back() == "</s>";
        if (ended)
            return; // what was to be said after the end is not said
        if (static_cast<std::size_t>(target) < beginning)
            intervention.prefix.push_back(token);
        else
            intervention.words.push_back({target, token});
    }
}

} // namespace

WhatIfChanges::Change& WhatIfChanges::put(Kind kind, int place)
{
    take(kind, place);
    Change& change = m_changes.emplace_back();
    change.kind = kind;
    change.place = place;
    return change;
}

void WhatIfChanges::take(Kind kind, int place)
{
    std::erase_if(m_changes, [&](const Change& one) { return one.kind == kind && one.place == place; });
}

bool WhatIfChanges::has(Kind kind, int place) const
{
    return std::ranges::any_of(m_changes, [&](const Change& one) { return one.kind == kind && one.place == place; });
}

void WhatIfChanges::setBeginning(const QString& text)
{
    const QString words = text.simplified();
    take(Kind::Beginning, 0);
    if (words.isEmpty())
        return;
    Change& change = put(Kind::Beginning, 0);
    change.text = words;
    change.title = tr("begins with “%1”").arg(isolated(words));
}

void WhatIfChanges::setWord(int target, const QString& text, bool token)
{
    const QString words = token ? text : text.simplified();
    if (words.isEmpty())
        return;
    Change& change = put(Kind::Word, target);
    change.text = words;
    change.token = token;
    change.title = token && words == u"</s>" ? tr("ends at word %1").arg(target + 1)
                                             : tr("word %1 is “%2”").arg(QString::number(target + 1), isolated(words));
}

void WhatIfChanges::setRow(int target, std::vector<float> weights, const QString& title)
{
    Change& change = put(Kind::Row, target);
    change.weights = std::move(weights);
    change.title = title;
}

void WhatIfChanges::setDropped(int source, const QString& word, bool dropped)
{
    take(Kind::Dropped, source);
    if (dropped)
        put(Kind::Dropped, source).title = tr("“%1” is not read").arg(isolated(word));
}

void WhatIfChanges::remove(std::size_t index)
{
    if (index < m_changes.size())
        m_changes.erase(m_changes.begin() + static_cast<std::ptrdiff_t>(index));
}

void WhatIfChanges::removeRow(int target)
{
    take(Kind::Row, target);
}

void WhatIfChanges::removeWord(int target)
{
    take(Kind::Word, target);
}

bool WhatIfChanges::isDropped(int source) const
{
    return has(Kind::Dropped, source);
}

const std::vector<float>* WhatIfChanges::row(int target) const
{
    const auto found = std::ranges::find_if(
        m_changes, [&](const Change& one) { return one.kind == Kind::Row && one.place == target; });
    return found == m_changes.end() ? nullptr : &found->weights;
}

bool WhatIfChanges::hasWord(int target) const
{
    return has(Kind::Word, target);
}

QString WhatIfChanges::beginning() const
{
    for (const Change& change : m_changes)
        if (change.kind == Kind::Beginning)
            return change.text;
    return {};
}

Intervention interventionOf(const std::vector<Change>& changes, const TextOptions& text, std::size_t sources)
{
    Intervention intervention;
    putWords(intervention, changes, text);
    for (const Change& change : changes)
        if (change.kind == Kind::Dropped && static_cast<std::size_t>(change.place) + 1 < sources)
            intervention.dropped.push_back(change.place);
    for (const Change& change : changes)
        if (change.kind == Kind::Row && change.weights.size() == sources
            && leavesSomething(change.weights, intervention.dropped))
            intervention.rows.push_back({change.place, change.weights});
    return intervention;
}

} // namespace alignoscope::ui
