// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/dataset.h"

#include <QWidget>

#include <array>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace alignoscope::ui {

class DatasetLabels;

/// What a corpus is, which of its columns, fields or languages is source and which target, and its numbers.
/// Object names: datasetName, datasetFormat, datasetPairs, datasetSourceColumn, datasetTargetColumn (only with more
/// than two columns, fields or languages), datasetSourceName, datasetTargetName, datasetSwap, and, each with Source or
/// Target behind it, datasetTokens…, datasetTypes…, datasetVocabulary…. Of texts with labels, datasetLabels stands in
/// the place of the target's numbers.
class DatasetHeader : public QWidget {
    Q_OBJECT

public:
    explicit DatasetHeader(QWidget* parent = nullptr);

    void showCorpus(const RawCorpus& corpus, const ReadOptions& read);
    /// `pairs` in words, and the numbers of both sides; null while they are not known. Not `settled`: faint, because
    /// they are being counted again.
    void showCounts(const QString& pairs, const CorpusSummary* summary, bool settled);

signals:
    void columnsChosen(int source, int target);               ///< by the user; never the same
    void readingChosen(const alignoscope::ReadOptions& read); ///< the same of fields that have names
    void swapRequested();

private:
    enum Row { Names, Tokens, Types, VocabularyRow, rows };
    void addNames(QGridLayout* grid);
    void addNumbers(QGridLayout* grid);
    void showTask(const RawCorpus& corpus);
    void showChoices(const RawCorpus& corpus, const ReadOptions& read);
    void chooseColumn(QComboBox* changed, QComboBox* other, int& mine, int& others);

    QLabel* m_name;
    QLabel* m_format;
    QLabel* m_pairs;
    std::array<QComboBox*, 2> m_columns;
    std::array<QLabel*, 2> m_titles{}, m_sideNames;
    QToolButton* m_swap = nullptr;
    DatasetLabels* m_labels;
    std::array<std::array<QLabel*, 2>, rows> m_numbers{}; ///< those of row Names are not used
    ReadOptions m_read;
    std::vector<std::string> m_fields; ///< what can be chosen; empty: columns
    int m_sourceColumn = 0;
    int m_targetColumn = 1;
};

} // namespace alignoscope::ui
