// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;

namespace alignoscope::ui {

/// How files are read, and what was assumed: the format, the encoding, which files of an archive. Only what there is to
/// choose is shown.
/// Object names: datasetReadAs, datasetEncoding, datasetMember, datasetTargetMember, datasetNotes.
class DatasetReading : public QWidget {
    Q_OBJECT

public:
    explicit DatasetReading(QWidget* parent = nullptr);

    void show(const RawCorpus& corpus, const ReadOptions& read);

signals:
    void readingChosen(const alignoscope::ReadOptions& read); ///< by the user

private:
    enum Choice { Format, Encoding, Member, TargetMember, choices };
    QWidget* makeChoice(Choice choice, const QString& title, const QString& name, const QString& tip);
    void showFormats(const RawCorpus& corpus);
    void showEncodings(const RawCorpus& corpus);
    void showMembers(const RawCorpus& corpus);
    void choose();

    ReadOptions m_read;
    std::array<QComboBox*, choices> m_boxes{};
    std::array<QWidget*, choices> m_rows{};
    QLabel* m_notes;
};

} // namespace alignoscope::ui
