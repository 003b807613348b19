// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractProxyModel;

namespace alignoscope::ui {

class SentenceModel;

/// The rows of the table in its order, as RFC 4180 has it: source, target, the model's own translation and all measures
/// at full precision, whatever columns are seen. A measure that is missing leaves its field empty. Of texts: id, text,
/// label, predicted, confidence, loss, length, entropy.
QString csvOf(const SentenceModel& model, const QAbstractProxyModel& shown);

} // namespace alignoscope::ui
