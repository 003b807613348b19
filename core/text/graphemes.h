// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>

namespace alignoscope::text {

/// Where characters as people see them (grapheme clusters, UAX #29) end. Not thread-safe; one a thread.
class Graphemes {
public:
    Graphemes() = default;
    ~Graphemes();
    Graphemes(const Graphemes&) = delete;
    Graphemes& operator=(const Graphemes&) = delete;

    /// `text` must be well-formed UTF-8 and stay where it is until the next call.
    void setText(std::string_view text);
    /// The end of the cluster that starts at `begin`.
    [[nodiscard]] std::size_t end(std::size_t begin);

private:
    void open();

    std::string_view m_text;
    bool m_opened = false; ///< most texts never ask: ICU is only told of those that do
    UText m_handle = UTEXT_INITIALIZER;
    std::unique_ptr<icu::BreakIterator> m_iterator;
};

} // namespace alignoscope::text
