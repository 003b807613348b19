// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/chosen_dataset.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace alignoscope::ui {

/// Choosing a corpus: built in, one file, or two line-aligned files; how it is read and tokenised; what comes of it.
/// Reading and counting happen on another thread. After `accept()` there is a dataset, ready to train on.
class DatasetDialog : public QDialog {
    Q_OBJECT

public:
    explicit DatasetDialog(QWidget* parent = nullptr);
    ~DatasetDialog() override;

    /// Starts to load `source`; the dialog may be shown before or after.
    void open(const CorpusSource& source);
    /// Files dropped or given on the command line: one, or two whose order is guessed from their names.
    void openFiles(const QStringList& files);
    /// What was chosen; something after the dialog was accepted, nothing before.
    [[nodiscard]] const std::optional<ChosenDataset>& chosen() const;
    /// Replaces the file dialog (tests, and systems with a dialog of their own).
    void setFileChooser(std::function<QStringList(QWidget*)> chooser);

    void accept() override;
    void reject() override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace alignoscope::ui
