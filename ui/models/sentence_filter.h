// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_measures.h"

#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace alignoscope::ui {

class SentenceModel;

/// From `low` to `high`, both included.
struct MeasureRange {
    double low = 0, high = 0;
    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }
    bool operator==(const MeasureRange&) const = default;
};

/// Which texts of a classifier are wanted.
enum class Verdict { All, Right, Wrong };

/// The sentences that hold a text and lie within every chosen range. Numbers that change do not move rows by
/// themselves: `refresh` sorts and filters again.
class SentenceFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit SentenceFilter(SentenceModel& model, QObject* parent = nullptr);

    void setText(const QString& text);
    void setRange(SentenceMeasure measure, std::optional<MeasureRange> range);
    void setVerdict(Verdict verdict);
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] const std::optional<MeasureRange>& range(SentenceMeasure measure) const;
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool filters() const; ///< whether any text, range or verdict is chosen
    void clear();
    void refresh();

    /// Whether a row would pass were it not for the range of `but`.
    [[nodiscard]] bool passesBut(int sourceRow, SentenceMeasure but) const;

signals:
    void aboutToFilter(); ///< rows may come and go until `filtered`
    void filtered();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void filterAgain();
    [[nodiscard]] bool passes(int row, std::optional<SentenceMeasure> but) const;

    const SentenceModel& m_model;
    QString m_text;
    std::array<std::optional<MeasureRange>, sentenceMeasures> m_ranges;
    Verdict m_verdict = Verdict::All;
};

} // namespace alignoscope::ui
