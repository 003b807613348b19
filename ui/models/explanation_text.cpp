// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/explanation_text.h"

#include <QCoreApplication>

#include <cmath>

namespace alignoscope::ui {

static QString tr(const char* text)
{
    return QCoreApplication::translate("Explanation", text);
}

QString shareText(double share)
{
    return std::isfinite(share) ? QString::number(share, 'f', 2) : QStringLiteral("–");
}

QString tauText(double tau)
{
    QString text = shareText(tau);
    if (text == u"-0.00")
        text = QStringLiteral("0.00");
    return text.replace('-', QChar(0x2212));
}

QString orderText(double tau)
{
    if (!std::isfinite(tau))
        return tr("nothing to compare: too few words, or all alike");
    if (tau >= 0.75)
        return tr("almost the same order");
    if (tau >= 0.5)
        return tr("mostly the same order");
    if (tau >= 0.2)
        return tr("somewhat the same order");
    return tau > -0.2 ? tr("no common order") : tr("rather the opposite order");
}

QString changeText(double change)
{
    if (change < 0.02)
        return tr("hardly changes the prediction");
    if (change < 0.1)
        return tr("changes the prediction little");
    if (change < 0.5)
        return tr("changes the prediction a good deal");
    return tr("makes another prediction of it");
}

} // namespace alignoscope::ui
