// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alignoscope::corpus {

/// How well a language that was asked for fits one that is there: "en" fits "en-GB" loosely, "EN_gb" exactly.
enum class LanguageFit { No, Loose, Exact };
LanguageFit languageFit(std::string_view wanted, std::string_view there);

/// Whether this is the code of a language ("de", "pt-BR", "deu") or its English name.
bool isLanguage(std::string_view name);

/// Which of these names are those of two sides, as places in the list: source and target, two languages and nothing
/// else of the kind, question and answer …; the source first.
std::optional<std::pair<std::size_t, std::size_t>> namesOfSides(const std::vector<std::string>& names);

/// Whether people name a column or field of sentences, or what stands beside them, like this ("source", "id", "de").
bool isUsualName(std::string_view name);

} // namespace alignoscope::corpus
