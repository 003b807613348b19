// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

namespace alignoscope::ui {

/// From so many pairs on, the end of a corpus takes long: its scratch file is given back to the disk.
inline constexpr std::size_t manyPairs = 1'000'000;

/// Shares something that ends on a thread of its own if it `isLarge`, and not in the window's, whoever lets go of it
/// last.
template <class T>
std::shared_ptr<const T> droppedElsewhere(T&& value, bool isLarge)
{
    static_assert(!std::is_reference_v<T>);
    if (!isLarge)
        return std::make_shared<const T>(std::move(value));
    return {new T(std::move(value)), [](const T* last) { std::thread([last] { delete last; }).detach(); }};
}

} // namespace alignoscope::ui
