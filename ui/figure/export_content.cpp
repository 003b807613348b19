// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/export_content.h"

#include "alignoscope/attention_export.h"

#include <QCoreApplication>

namespace alignoscope::ui {

ExportContent exportOf(const AttentionSnapshotPtr& snapshot, const MatrixLook& look)
{
    const auto title = [](const char* text) { return QCoreApplication::translate("Export", text); };
    ExportContent content;
    content.name = QStringLiteral("attention-step-%1").arg(snapshot->step);
    content.compose = [snapshot, look](FigureOptions options) {
        options.look = look;
        return attentionDrawing(*snapshot, options);
    };
    content.texts = {
        {title("CSV – table of numbers"), QStringLiteral("csv"), [snapshot] { return attentionToCsv(*snapshot); }},
        {title("JSON – tokens and numbers"), QStringLiteral("json"),
         [snapshot] { return attentionToJson({snapshot}); }}};
    if (!look.scale.diverging)
        content.texts.push_back({title("Pharaoh – links i-j"), QStringLiteral("txt"),
                                 [snapshot] { return attentionToPharaoh({snapshot}); }});
    return content;
}

} // namespace alignoscope::ui
