// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_scene.h"

#include "ui/figure/isolated_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace alignoscope::ui {
namespace {

constexpr float leastTold = 0.005F; // rounds to 0.01
constexpr std::size_t mostTold = 6;

QString translated(const char* text)
{
    return QCoreApplication::translate("LinksView", text);
}

QString number(float weight)
{
    return QString::number(static_cast<double>(weight), 'f', 2);
}

QString sourceText(const LinksScene& scene, int source)
{
    return scene.sources[static_cast<std::size_t>(source)].text;
}

QString targetText(const LinksScene& scene, int target)
{
    return scene.targets[static_cast<std::size_t>(target)].text;
}

QStringList partnersInWords(const LinksScene& scene, const LinkPlace& token, bool toBeSeen)
{
    QStringList words;
    for (const WeightedLink& link : partners(scene, token, mostTold)) {
        const QString word = token.source >= 0 ? targetText(scene, link.target) : sourceText(scene, link.source);
        words << (toBeSeen ? isolated(word) : word) + u' ' + number(link.weight);
    }
    return words;
}

} // namespace

bool isLit(const LinkPlace& active, const WeightedLink& link)
{
    return link.source == active.source || link.target == active.target;
}

std::vector<WeightedLink> partners(const LinksScene& scene, const LinkPlace& token, std::size_t most)
{
    std::vector<WeightedLink> found;
    const AttentionSnapshot& s = *scene.snapshot;
    const auto add = [&](int source, int target) {
        if (const float weight = s.weight(target, source); weight >= leastTold)
            found.push_back({source, target, weight});
    };
    if (token.source >= 0 && token.target < 0) {
        for (int target = 0; target < s.targets(); ++target)
            add(token.source, target);
    } else if (token.target >= 0) {
        for (int source = 0; source < s.sources(); ++source)
            add(source, token.target);
    }
    std::ranges::stable_sort(found, std::greater(), &WeightedLink::weight);
    if (found.size() > most)
        found.resize(most);
    return found;
}

QString linksReadout(const LinksScene& scene)
{
    const LinkPlace& active = scene.active;
    if (!scene.snapshot || active.isNone())
        return {};
    if (active.isLink())
        return QStringLiteral("%1 ← %2  %3")
            .arg(isolated(targetText(scene, active.target)), isolated(sourceText(scene, active.source)),
                 number(scene.snapshot->weight(active.target, active.source)));
    const QString others = partnersInWords(scene, active, true).join(QStringLiteral(" · "));
    return active.source >= 0 ? isolated(sourceText(scene, active.source)) + QStringLiteral(" → ") + others
                              : isolated(targetText(scene, active.target)) + QStringLiteral(" ← ") + others;
}

QString linksDescription(const LinksScene& scene)
{
    const LinkPlace& active = scene.active;
    if (!scene.snapshot)
        return scene.emptyText;
    if (active.isNone())
        return translated("%1 target words linked to %2 source words")
            .arg(scene.targets.size())
            .arg(scene.sources.size());
    if (active.isLink())
        return translated("%1 looks at %2 with weight %3")
            .arg(targetText(scene, active.target), sourceText(scene, active.source),
                 number(scene.snapshot->weight(active.target, active.source)));
    const QStringList others = partnersInWords(scene, active, false);
    if (active.target >= 0)
        return others.isEmpty()
            ? translated("%1 looks at nothing that is shown").arg(targetText(scene, active.target))
            : translated("%1 looks at %2").arg(targetText(scene, active.target), others.join(QStringLiteral(", ")));
    return others.isEmpty()
        ? translated("no word looks at %1").arg(sourceText(scene, active.source))
        : translated("%1 is looked at by %2").arg(sourceText(scene, active.source), others.join(QStringLiteral(", ")));
}

} // namespace alignoscope::ui
