// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/export_content.h"

#include "alignoscope/attention_export.h"

#include <QCoreApplication>

namespace alignoscope::ui {
namespace {

QString title(const char* text)
{
    return QCoreApplication::translate("Export", text);
}

/// Each format has an ending of its own, by which the dialog knows it.
void addToolkits(ExportContent& content, const AttentionSnapshotPtr& snapshot)
{
    content.texts.push_back({title("Pharaoh – links i-j"), QStringLiteral("txt"),
                             [snapshot] { return attentionToPharaoh({snapshot}); },
                             [snapshot](double least) { return attentionToPharaoh({snapshot}, least); }});
    content.texts.push_back({title("Marian – words and weights"), QStringLiteral("soft"),
                             [snapshot] { return attentionToMarianSoft({snapshot}); }});
    content.texts.push_back({title("Marian – words and links"), QStringLiteral("hard"),
                             [snapshot] { return attentionToMarianHard({snapshot}); },
                             [snapshot](double least) { return attentionToMarianHard({snapshot}, least); }});
    content.texts.push_back({title("Nematus – both sentences and weights"), QStringLiteral("nematus"),
                             [snapshot] { return attentionToNematus({snapshot}); }});
}

} // namespace

ExportContent exportOf(const AttentionSnapshotPtr& snapshot, const MatrixLook& look)
{
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
    content.texts.push_back(
        {title("NumPy – array of numbers"),
         QStringLiteral("npy"),
         [snapshot] { return attentionToNpy({snapshot}); },
         {},
         title("An array of 1 × %1 × %2 numbers: sentence, target, source. The words are not in it.")
             .arg(snapshot->targets())
             .arg(snapshot->sources())});
    if (!look.scale.diverging)
        addToolkits(content, snapshot);
    return content;
}

} // namespace alignoscope::ui
