// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/shared_data.h"
#include "ui/dialogs/dataset_dialog.h"
#include "ui/models/pairs_model.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

#include <memory>

namespace alignoscope::testing {

/// The real dataset dialog and a folder for its files, driven by object names.
class DatasetDialogFixture {
protected:
    /// A new dialog, shown, and a new folder.
    void reopen()
    {
        m_dialog = std::make_unique<ui::DatasetDialog>();
        m_folder = std::make_unique<TemporaryFolder>();
        m_dialog->show();
    }
    template <typename Widget>
    Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(name);
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    bool usable() const { return find<QPushButton>("datasetUse")->isEnabled(); }
    QString path(const std::string& name, const std::string& bytes) const
    {
        return QString::fromStdString(m_folder->write(name, bytes).string());
    }
    /// Tokens of the preview.
    QStringList previewed(int row, int column) const
    {
        const auto* pairs = find<QTableView>("datasetPreview")->model();
        return pairs->index(row, column).data(ui::PairsModel::TokensRole).toStringList();
    }
    void openAndWait(const QStringList& files)
    {
        m_dialog->openFiles(files);
        QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    }

    static constexpr int patience = 60'000;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<ui::DatasetDialog> m_dialog; ///< goes before the files that it reads
};

} // namespace alignoscope::testing
