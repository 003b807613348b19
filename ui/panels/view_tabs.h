// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/classification.h"

#include "ui/figure/export_content.h"

#include <QList>
#include <QTabWidget>

#include <optional>
#include <vector>

class QAction;
class QSettings;

namespace alignoscope::ui {

class HeatmapView;
class InspectorPanel;
class Playback;
class SentencesPanel;
class ShapeActions;
class TokenFocus;
class ViewActions;
class ViewPanel;
class Workbench;

/// What every view is made of and follows. All of it outlives the views.
struct ViewContext {
    Workbench& workbench;
    Playback& playback;
    const SentencesPanel& sentences;
    TokenFocus& focus;
    ViewActions& looks;
    ShapeActions& shape;
    QSettings& settings;
    InspectorPanel& inspector;
};

/// The centre of the window: a tab for each way to look at a sentence. A new view is a line in its constructor.
class ViewTabs : public QTabWidget {
    Q_OBJECT
public:
    explicit ViewTabs(const ViewContext& context, QWidget* parent = nullptr);

    [[nodiscard]] ViewPanel* inFront() const;
    /// What the view in front gives away, its words in the order of the View menu.
    [[nodiscard]] std::optional<ExportContent> exportContent() const;
    /// One a tab, to bring it to the front; for a menu.
    [[nodiscard]] const QList<QAction*>& goTo() const { return m_goTo; }

signals:
    void contentChanged(); ///< what the view in front gives away is another thing, or another view is in front

private:
    /// Which models a view makes sense of.
    enum class Shows { Translations, Texts, Both };
    void addPictures(const ViewContext& context);
    void addQuestions(const ViewContext& context);
    void addTrainings(const ViewContext& context);
    void add(ViewPanel* view, const QString& title, const ViewContext& context, Shows shows = Shows::Translations);
    void follow(const ViewContext& context);
    void setWordOrder(WordOrder order);
    void takeTask(const ViewContext& context);
    /// A matrix of the chosen sentence's attention: shaped as the View menu says, told to the other views.
    void connectAttention(HeatmapView* heatmap, const ViewContext& context);

    ViewPanel* m_explanation = nullptr;
    WordOrder m_wordOrder = WordOrder::AsWritten;
    std::vector<Shows> m_shows; ///< one a tab
    QList<QAction*> m_goTo;
    std::optional<Task> m_task; ///< that the tabs seen are for
};

} // namespace alignoscope::ui
