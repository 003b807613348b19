// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dataset_dialog.h"
#include "ui/dialogs/dataset_header.h"
#include "ui/dialogs/dataset_message_bar.h"
#include "ui/dialogs/dataset_options_form.h"
#include "ui/dialogs/dataset_reading.h"
#include "ui/dialogs/dataset_session.h"
#include "ui/dialogs/dataset_source_list.h"
#include "ui/models/pairs_model.h"
#include "ui/models/skipped_model.h"
#include "ui/views/length_histogram_view.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;
class QToolButton;

namespace alignoscope::ui {

/// The dialog's widgets in their layout, and how they show the session. They belong to the dialog.
class DatasetDialog::Parts {
public:
    explicit Parts(DatasetDialog* dialog);

    void showState();
    void showProgress(double fraction, const QString& what);
    void showCounted();               ///< how many pairs were read so far
    void showDropping(bool dropping); ///< files hang over the dialog

    DatasetSession session;
    DatasetSourceList* sources;
    QPushButton* chooseFiles;
    QComboBox* filesHold; ///< a FilesHold
    DatasetOptionsForm* options;
    DatasetMessageBar* message;
    DatasetHeader* header;
    DatasetReading* reading;
    QToolButton* cancelLoading;
    QPushButton* cancel;
    QPushButton* use;

private:
    QWidget* makeLeft();
    QWidget* makeFilesHold();
    QWidget* makeRight();
    QWidget* makeTabs();
    QWidget* makeBottom();
    QTableView* makePreview();
    QTableView* makeSkipped();
    void showDoing();
    void showCounts();
    void showTabs();
    [[nodiscard]] bool hasTexts() const; ///< and labels, not pairs
    [[nodiscard]] QString pairsText() const;
    [[nodiscard]] QString countedText() const; ///< while they are being read
    [[nodiscard]] QString textsText() const;
    [[nodiscard]] QString splitText() const;
    [[nodiscard]] QString whyNotUsable() const;

    PairsModel m_pairs;
    SkippedModel m_skipped;
    QLabel* m_hint;
    QStackedWidget* m_pages;
    QTabWidget* m_tabs;
    QTableView* m_preview;
    LengthHistogramView* m_lengths;
    QLabel* m_nothingSkipped;
    QTableView* m_skippedTable;
    QProgressBar* m_progress;
    QLabel* m_progressText;
    QString m_doing; ///< what the progress is of
};

} // namespace alignoscope::ui
