// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/states.h"

#include <stdexcept>

namespace alignoscope {

std::string_view name(Quantity quantity)
{
    switch (quantity) {
    case Quantity::UpdateGate:
        return "update gate";
    case Quantity::ResetGate:
        return "reset gate";
    case Quantity::InputGate:
        return "input gate";
    case Quantity::ForgetGate:
        return "forget gate";
    case Quantity::OutputGate:
        return "output gate";
    case Quantity::Candidate:
        return "candidate";
    case Quantity::Memory:
        return "memory";
    case Quantity::State:
        break;
    }
    return "state";
}

const UnitMatrix& LayerStates::of(Quantity quantity) const
{
    for (const One& one : quantities)
        if (one.what == quantity)
            return one.values;
    throw std::out_of_range(std::string(name(quantity)));
}

const LayerStates* SentenceStates::last(Reading reading) const
{
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
        if (layer->reading == reading)
            return &*layer;
    return nullptr;
}

} // namespace alignoscope
