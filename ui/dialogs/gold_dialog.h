// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/known_alignments.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QSpinBox;

namespace alignoscope::ui {

class LinksPreview;
class Workbench;

/// Shows how a file of alignments was understood beside the corpus: syntax, number of first tokens, which part of the
/// corpus it is of, and each sentence with its links. Accepting gives it to the corpus.
class GoldDialog : public QDialog {
    Q_OBJECT
public:
    GoldDialog(Workbench& workbench, KnownAlignments& alignments, const std::filesystem::path& file,
               QWidget* parent = nullptr);

    void accept() override;

private:
    void build(const std::filesystem::path& file);
    void buildPreview();
    void look();
    void take(const GoldLookPtr& look);
    void tellFit(const GoldLook& look);
    void showPair();
    [[nodiscard]] QString summary(const GoldLook& look) const;

    Workbench& m_workbench;
    KnownAlignments& m_alignments;
    std::filesystem::path m_file;
    GoldLookPtr m_look;
    QLabel* m_summary;
    QComboBox* m_base;
    QCheckBox* m_reversed;
    QLabel* m_problem;
    QLabel* m_fit;
    QCheckBox* m_whiteSpace;
    QSpinBox* m_pair;
    LinksPreview* m_preview;
    QDialogButtonBox* m_buttons;
};

} // namespace alignoscope::ui
