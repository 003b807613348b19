// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_picture.h"

#include "ui/figure/isolated_text.h"
#include "ui/figure/token_label.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alignoscope::ui {

QString TextPicture::predicted() const
{
    return attention && attention->targets() > 0 ? QString::fromStdString(attention->targetTokens.front()) : QString();
}

QString decisionText(const TextPicture& picture)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("TextFigure", text); };
    QString text = words("model: %1").arg(isolated(picture.predicted()));
    if (picture.confidence)
        text += u' ' + QString::number(*picture.confidence, 'f', 2);
    if (!picture.trueLabel.isEmpty())
        text += QStringLiteral(" · ") + words("label: %1").arg(isolated(picture.trueLabel));
    return text;
}

bool isTextPicture(const AttentionSnapshot& snapshot)
{
    return snapshot.targets() == 1 && isDrawable(snapshot);
}

double paddingShare(const AttentionSnapshot& snapshot)
{
    constexpr double rounding = 1e-3; // of a sum of some hundred floats, with room to spare
    const double words = std::accumulate(snapshot.weights.begin(), snapshot.weights.end(), 0.0);
    return 1 - words > rounding ? std::min(1 - words, 1.0) : 0;
}

ValueScale textScale(const AttentionSnapshot& snapshot, bool stretched)
{
    const auto heaviest = std::ranges::max_element(snapshot.weights);
    if (!stretched || heaviest == snapshot.weights.end() || !(*heaviest > 0))
        return {};
    return {0, static_cast<double>(*heaviest), false};
}

int rankOf(const AttentionSnapshot& snapshot, int word)
{
    const float weight = snapshot.weight(0, word);
    return 1 + static_cast<int>(std::ranges::count_if(snapshot.weights, [weight](float w) { return w > weight; }));
}

QString weightText(double weight)
{
    if (!(weight > 0))
        return QStringLiteral("0");
    const int decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(weight))), 2, 6);
    return QString::number(weight, 'f', decimals);
}

} // namespace alignoscope::ui
