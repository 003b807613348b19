// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/state_map_job.h"
#include "ui/bridge/token_focus.h"
#include "ui/figure/export_content.h"
#include "ui/views/state_map_view.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QSplitter;
class QTextBrowser;
class QToolButton;

namespace alignoscope::ui {

class Workbench;

/// The map of the training set: made on request, the sentence in it, and the nearest neighbours of a word.
class StateMapPanel : public QWidget {
    Q_OBJECT
public:
    explicit StateMapPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// The sentence was answered by a model of that step: it is placed, and where the map is older and one more costs
    /// little, a new one is made.
    void setSentence(const QString& sentence, qint64 step);
    void forget();
    void followFocus(TokenFocus* focus);
    [[nodiscard]] std::optional<ExportContent> exportContent() const;

signals:
    void contentChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QLayout* buildControls();
    QWidget* buildPictures();
    void connectJob();
    void make();
    void show();
    void showNeighbours();
    void tell(const StateMapView::Token& token, const std::vector<Neighbour>& neighbours);
    void takeFocus();
    void tellFocus();
    void refresh();
    [[nodiscard]] QString whyNotMake() const;
    [[nodiscard]] QString status(bool brief) const;

    Workbench& m_workbench;
    StateMapJob m_job;
    TokenFocus* m_focus = nullptr;
    bool m_told = false; ///< neighbours of a word are listed, not how to get there
    qint64 m_step = 0;   ///< of the model that answered last
    QString m_problem;   ///< why no map came of it
    QPushButton* m_make;
    QSpinBox* m_tokens;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QWidget* m_zoom; ///< the buttons for it
    QLabel* m_caption;
    QSplitter* m_splitter; ///< map and neighbours: one above the other, or side by side where it is flat
    StateMapView* m_view;
    QTextBrowser* m_neighbours;
};

} // namespace alignoscope::ui
