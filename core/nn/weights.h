// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/parameters.h"
#include "nn/product.h"

#include <vector>

namespace alignoscope::nn {

/// The parameters of a model as its passes read them: the numbers themselves, and every matrix that is a factor of
/// products packed for that, once, however many products there will be. After `pack` it may be read by many threads.
template <class Scalar>
class Weights {
public:
    enum class Passes { Forward, Both };

    /// `layout` is only read here.
    Weights(const ParameterLayout& layout, Passes passes)
    {
        for (const ParameterLayout::Entry& entry : layout.entries())
            m_entries.push_back({entry.slot,
                                 entry.factor == Factor::Weight || (both(passes) && entry.factor != Factor::None),
                                 entry.factor == Factor::Transposed || (both(passes) && entry.factor != Factor::None),
                                 {},
                                 {}});
        for (Entry& entry : m_entries) {
            if (entry.asIs)
                entry.plain.shape(entry.slot.rows, entry.slot.cols);
            if (entry.turned)
                entry.transposed.shape(entry.slot.cols, entry.slot.rows);
        }
    }

    Weights(const ParameterLayout& layout, Passes passes, const Scalar* parameters) : Weights(layout, passes)
    {
        attach(parameters);
        pack();
    }

    /// The block whose numbers count from now on, after `pack`. It must outlive this.
    void attach(const Scalar* parameters) { m_numbers = parameters; }

    /// Packs share `part` of `parts`; all of them must be done before a pass begins.
    void pack(int part = 0, int parts = 1)
    {
        for (Entry& entry : m_entries) {
            const auto matrix = entry.slot.in(m_numbers);
            if (entry.asIs)
                packShare(entry.plain, matrix, part, parts);
            if (entry.turned)
                packShare(entry.transposed, matrix.transpose(), part, parts);
        }
    }

    [[nodiscard]] ConstMatrixMap<Scalar> in(const Slot& slot) const { return slot.in(m_numbers); }
    [[nodiscard]] const Scalar* numbers() const { return m_numbers; }
    /// W, for W x.
    [[nodiscard]] const Panels<Scalar>& of(const Slot& slot) const { return entry(slot).plain; }
    /// Wᵀ, for Wᵀ x.
    [[nodiscard]] const Panels<Scalar>& transposed(const Slot& slot) const { return entry(slot).transposed; }

private:
    struct Entry {
        Slot slot;
        bool asIs = false, turned = false;
        Panels<Scalar> plain, transposed;
    };
    static bool both(Passes passes) { return passes == Passes::Both; }
    [[nodiscard]] const Entry& entry(const Slot& slot) const
    {
        return m_entries[static_cast<std::size_t>(slot.number)];
    }

    template <class Derived>
    static void packShare(Panels<Scalar>& panels, const Eigen::MatrixBase<Derived>& matrix, int part, int parts)
    {
        panels.pack(matrix, panels.panels() * part / parts, panels.panels() * (part + 1) / parts);
    }

    const Scalar* m_numbers = nullptr;
    std::vector<Entry> m_entries; ///< in the layout's order
};

} // namespace alignoscope::nn
