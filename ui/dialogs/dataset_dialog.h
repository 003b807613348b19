// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/chosen_dataset.h"
#include "ui/dialogs/dataset_words.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace alignoscope::ui {

/// Choosing a corpus: built in, one file, two line-aligned files, or one file a class; how it is read and tokenised;
/// what comes of it. Reading and counting happen on another thread. After `accept()` there is a dataset, ready to train
/// on.
///
/// Object names, beside those of its parts (DatasetSourceList, DatasetOptionsForm, DatasetHeader, DatasetReading,
/// DatasetMessageBar,
/// LengthHistogramView): datasetChooseFiles, datasetFilesHold, datasetTabs with datasetPreview and datasetSkipped
/// (tables), datasetEmpty (what to do while nothing is open), datasetProgress, datasetProgressText,
/// datasetCancelLoading, datasetUse, datasetCancel.
class DatasetDialog : public QDialog {
    Q_OBJECT

public:
    explicit DatasetDialog(QWidget* parent = nullptr);
    ~DatasetDialog() override;

    /// Starts to load `source`; the dialog may be shown before or after.
    void open(const CorpusSource& source);
    /// Files dropped or given on the command line: one, two whose order is guessed from their names, or one a class.
    void openFiles(const QStringList& files);
    /// What was chosen; something after the dialog was accepted, nothing before.
    [[nodiscard]] const std::optional<ChosenDataset>& chosen() const;
    /// Replaces the file dialog (tests, and systems with a dialog of their own).
    /// It is given the folder to begin in.
    using FileChooser = std::function<QStringList(QWidget*, const QString& folder)>;
    void setFileChooser(FileChooser chooser);

    void accept() override;
    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    class Parts;
    void connectParts();
    void chooseFiles();
    void readFilesAgain();
    [[nodiscard]] QString folder() const;
    [[nodiscard]] FilesHold filesHold() const;
    void onFailed(const CorpusSource& source, const QString& message);
    void onProgress(double fraction, const QString& what);

    std::unique_ptr<Parts> m_parts;
    std::optional<ChosenDataset> m_chosen;
    QStringList m_files; ///< chosen last, whether or not they could be read
    FileChooser m_fileChooser;
};

} // namespace alignoscope::ui
