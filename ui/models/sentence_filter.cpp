// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentence_filter.h"

#include "ui/models/sentence_model.h"

#include <algorithm>

namespace alignoscope::ui {

SentenceFilter::SentenceFilter(SentenceModel& model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setDynamicSortFilter(false); // rows that jump about while training changes their numbers cannot be read
    setSortRole(SentenceModel::SortRole);
    setSortLocaleAware(true);
    setSourceModel(&model);
}

void SentenceFilter::filterAgain()
{
    emit aboutToFilter();
    invalidateFilter();
    emit filtered();
}

void SentenceFilter::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    filterAgain();
}

void SentenceFilter::setRange(SentenceMeasure measure, std::optional<MeasureRange> range)
{
    auto& kept = m_ranges[static_cast<std::size_t>(measure)];
    if (kept == range)
        return;
    kept = range;
    filterAgain();
}

void SentenceFilter::setVerdict(Verdict verdict)
{
    if (verdict == m_verdict)
        return;
    m_verdict = verdict;
    filterAgain();
}

const std::optional<MeasureRange>& SentenceFilter::range(SentenceMeasure measure) const
{
    return m_ranges[static_cast<std::size_t>(measure)];
}

bool SentenceFilter::filters() const
{
    return !m_text.isEmpty() || m_verdict != Verdict::All
        || std::any_of(m_ranges.begin(), m_ranges.end(), [](const auto& range) { return range.has_value(); });
}

void SentenceFilter::clear()
{
    m_text.clear();
    m_ranges.fill(std::nullopt);
    m_verdict = Verdict::All;
    filterAgain();
}

void SentenceFilter::refresh()
{
    emit aboutToFilter();
    invalidateFilter();
    sort(sortColumn(), sortOrder());
    emit filtered();
}

bool SentenceFilter::passesBut(int sourceRow, SentenceMeasure but) const
{
    return passes(sourceRow, but);
}

bool SentenceFilter::passes(int row, std::optional<SentenceMeasure> but) const
{
    const SentenceMeasures* measures = m_model.measures(row);
    for (std::size_t i = 0; i < m_ranges.size(); ++i) {
        const auto measure = static_cast<SentenceMeasure>(i);
        if (!m_ranges[i] || measure == but)
            continue;
        if (!measures || !(*measures)[measure] || !m_ranges[i]->contains(*(*measures)[measure]))
            return false;
    }
    if (m_verdict != Verdict::All) {
        const QVariant right = m_model.index(row, 0).data(SentenceModel::RightRole);
        if (!right.isValid() || right.toBool() != (m_verdict == Verdict::Right))
            return false;
    }
    return m_text.isEmpty()
        || m_model.index(row, 0).data(SentenceModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

bool SentenceFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return passes(row, std::nullopt);
}

/// What was not measured comes last, whichever way the rest is sorted.
bool SentenceFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool first = left.data(SentenceModel::SortRole).isValid();
    const bool second = right.data(SentenceModel::SortRole).isValid();
    if (first && second)
        return QSortFilterProxyModel::lessThan(left, right);
    return sortOrder() == Qt::AscendingOrder ? first && !second : !first && second;
}

} // namespace alignoscope::ui
