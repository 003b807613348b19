// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/text_picture.h"
#include "ui/panels/view_panel.h"

class QCheckBox;
class QLabel;
class QSettings;
class QToolButton;

namespace alignoscope::ui {

class Playback;
class SentencesPanel;
class TextAttentionView;
class TextLegend;
class TextQuestion;
class WeightBars;
class Workbench;

/// The chosen text, or one that is typed, coloured by the attention of a classifier, live or as it was; above it what
/// the model decided and how sure it is.
class TextPanel : public ViewPanel {
    Q_OBJECT
public:
    TextPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QSettings& settings,
              QWidget* parent = nullptr);

    [[nodiscard]] TextAttentionView* view() { return m_view; }
    void setGoldShown(bool shown);
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

private:
    void build();
    QWidget* buildDecision();
    QLayout* buildReadout();
    QLayout* buildControls();
    QToolButton* zoomButton(const char* name, const QString& text, const QString& tip);
    QCheckBox* tickBox(const char* name, const QString& text, const char* key, bool usually);
    void connectAll();
    void refresh();
    void refreshDecision(const TextPicture& picture);
    void refreshReadout();
    void refreshPadding();
    void refreshGold();
    void refreshEmptyText();
    [[nodiscard]] TextPicture picture() const;
    [[nodiscard]] std::vector<TextPicture::Label> labelsOf(const TextPicture& picture, bool now) const;
    [[nodiscard]] QString caption(const TextPicture& picture) const;

    Workbench& m_workbench;
    Playback& m_playback;
    const SentencesPanel& m_sentences;
    QSettings& m_settings;
    TextQuestion* m_question;
    QLabel *m_caption, *m_decision, *m_truth, *m_readout;
    QWidget* m_decided; ///< decision and bars; hidden while there is no text
    WeightBars* m_bars;
    TextAttentionView* m_view;
    TextLegend* m_legend;
    QCheckBox *m_stretched, *m_padding;
    QToolButton *m_zoomOut, *m_zoomIn;
    bool m_goldShown = false;
};

} // namespace alignoscope::ui
