// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

namespace alignoscope::ui {

struct ExportDialog::Parts {
    AttentionSnapshotPtr snapshot;
    FigureOptions options;
    Format format = Format::Pdf;
    AskForFile ask;
};

ExportDialog::ExportDialog(AttentionSnapshotPtr snapshot, ColourMap colourMap, QWidget* parent)
    : QDialog(parent)
    , m_parts(std::make_unique<Parts>())
{
    setObjectName("exportDialog");
    m_parts->snapshot = std::move(snapshot);
    m_parts->options.colourMap = colourMap;
}
ExportDialog::~ExportDialog() = default;
void ExportDialog::setAskForFile(AskForFile ask) { m_parts->ask = std::move(ask); }
FigureOptions ExportDialog::options() const { return m_parts->options; }
ExportDialog::Format ExportDialog::format() const { return m_parts->format; }
void ExportDialog::setFormat(Format format) { m_parts->format = format; }
void ExportDialog::save() { }
void ExportDialog::copyImage() { }
void ExportDialog::refresh() { }
void ExportDialog::write(const QString&) const { }

} // namespace alignoscope::ui
