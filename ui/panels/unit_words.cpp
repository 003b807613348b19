// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/unit_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

static QString words(const char* text)
{
    return QCoreApplication::translate("UnitsPanel", text);
}

QString titleOf(const LayerStates& layer, bool several)
{
    const QString number = several ? QStringLiteral(" %1").arg(layer.number) : QString();
    switch (layer.reading) {
    case Reading::Forwards:
        return words("Encoder%1 forwards").arg(number);
    case Reading::Backwards:
        return words("Encoder%1 backwards").arg(number);
    case Reading::Writing:
        break;
    }
    return words("Decoder%1").arg(number);
}

QString titleOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::UpdateGate:
        return words("Update gate");
    case Quantity::ResetGate:
        return words("Reset gate");
    case Quantity::InputGate:
        return words("Input gate");
    case Quantity::ForgetGate:
        return words("Forget gate");
    case Quantity::OutputGate:
        return words("Output gate");
    case Quantity::Candidate:
        return words("Candidate");
    case Quantity::Memory:
        return words("Memory");
    case Quantity::State:
        break;
    }
    return words("State");
}

QString explanationOf(Reading reading)
{
    switch (reading) {
    case Reading::Forwards:
        return words("It reads forwards: a column knows the sentence up to its word.");
    case Reading::Backwards:
        return words("It reads backwards: a column knows the sentence from its word to the end.");
    case Reading::Writing:
        break;
    }
    return words("It writes the translation: a column is the step that wrote its word.");
}

QString explanationOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::UpdateGate:
        return words("1: the unit takes the new word in; 0: it keeps what it remembers.");
    case Quantity::ResetGate:
        return words("0: the unit sets aside what it remembers when it proposes something new; 1: it uses all of it.");
    case Quantity::InputGate:
        return words("1: the unit adds what the new word proposes to its memory; 0: nothing of it.");
    case Quantity::ForgetGate:
        return words("1: the unit keeps its memory; 0: it forgets it.");
    case Quantity::OutputGate:
        return words("1: the unit shows what it has in memory; 0: it keeps it to itself.");
    case Quantity::Candidate:
        return words("What the unit would remember if it took the new word in completely, from −1 to 1.");
    case Quantity::Memory:
        return words("What the unit keeps for later steps; it may grow beyond 1.");
    case Quantity::State:
        break;
    }
    return words("What the unit remembers after this step, from −1 to 1.");
}

ValueScale scaleOf(Quantity quantity, const UnitMatrix* values)
{
    switch (quantity) {
    case Quantity::UpdateGate:
    case Quantity::ResetGate:
    case Quantity::InputGate:
    case Quantity::ForgetGate:
    case Quantity::OutputGate:
        return {0, 1, false};
    case Quantity::Candidate:
    case Quantity::State:
        return {-1, 1, true};
    case Quantity::Memory:
        break;
    }
    double largest = 1;
    if (values)
        for (const float value : values->values)
            largest = std::max(largest, std::abs(static_cast<double>(value)));
    return {-largest, largest, true};
}

} // namespace alignoscope::ui
