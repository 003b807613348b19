// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/states.h"
#include "ui/figure/drawing.h"
#include "ui/figure/label_metrics.h"
#include "ui/figure/token_label.h"

#include <optional>
#include <vector>

namespace alignoscope::ui {

/// What stands on a map of states: the training set's tokens, and those of a sentence.
struct StateMapScene {
    StateMapPtr map;                 ///< null: nothing
    SentenceStatesPtr states;        ///< null: no sentence
    std::vector<PlacedToken> placed; ///< its tokens
    std::vector<TokenLabel> words;   ///< of the training set's tokens
    std::vector<TokenLabel> own;     ///< of the sentence's tokens

    StateMapScene() = default;
    explicit StateMapScene(StateMapPtr map);
    void setSentence(SentenceStatesPtr read, std::vector<PlacedToken> tokens);

    /// The font in which all of its words can be written.
    [[nodiscard]] QFont font(const QString& family) const;
};

/// Which part of the plane is seen where. One scale for both directions, so that distances are true.
struct StateMapFrame {
    QRectF plot;    ///< in units of the drawing
    QPointF centre; ///< of the plane
    double scale = 1;

    /// All tokens of the scene, with a margin.
    static StateMapFrame around(const StateMapScene& scene, const QRectF& plot);
    [[nodiscard]] QPointF at(const StateMap::Point& point) const;
    /// The same part of the plane in another place.
    [[nodiscard]] StateMapFrame in(const QRectF& other) const;
    /// `factor` times as large about a point of the drawing.
    [[nodiscard]] StateMapFrame zoomed(double factor, const QPointF& about) const;
};

struct StateMapInks {
    QRgb text = 0xff1a1a1a, pale = 0xff666666, points = 0xff8a8a8a, words = 0xff6a6a6a, sentence = 0xffb03a00;
    QRgb paper = 0xffffffff;
};

/// Room that the captions of the axes need at the left and below.
double stateMapMargin(const LabelMetrics& metrics, double typeSize);
QString axisCaption(const StateMap& map, int component);      ///< "first direction: 39 % of the variance →"
QString shortAxisCaption(const StateMap& map, int component); ///< "39 % of the variance →"

/// Frame, captions, and the training set's tokens; the words of those that have room are written.
/// Where the sentence's tokens stand, no other word is written.
void addTrainingTokens(Drawing& drawing, const StateMapScene& scene, const StateMapFrame& frame,
                       const StateMapInks& inks, const LabelMetrics& metrics, double typeSize);
/// The sentence's tokens, joined in reading order, every one with its word where it can be placed.
void addSentence(Drawing& drawing, const StateMapScene& scene, const StateMapFrame& frame, const StateMapInks& inks,
                 const LabelMetrics& metrics, double typeSize);

/// Where the sentence's words are written; an empty rectangle for those without room.
std::vector<QRectF> placeSentenceWords(const StateMapScene& scene, const StateMapFrame& frame,
                                       const LabelMetrics& metrics, double typeSize);

} // namespace alignoscope::ui
