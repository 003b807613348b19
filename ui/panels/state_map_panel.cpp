// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/state_map_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/figure/state_map_figure.h"
#include "ui/panels/neighbour_text.h"
#include "ui/panels/wording.h"
#include "ui/views/state_map_view.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTextBrowser>

namespace alignoscope::ui {

StateMapPanel::StateMapPanel(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    build();
    connectJob();
    show();
}

void StateMapPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation fits = width() > 1.4 * height() ? Qt::Horizontal : Qt::Vertical;
    if (fits != m_splitter->orientation()) {
        m_splitter->setOrientation(fits);
        m_splitter->setSizes(fits == Qt::Horizontal ? QList{300, 200} : QList{400, 150});
    }
    refresh();
}

void StateMapPanel::connectJob()
{
    connect(m_make, &QPushButton::clicked, this, &StateMapPanel::make);
    connect(m_cancel, &QPushButton::clicked, &m_job, &StateMapJob::cancel);
    connect(&m_job, &StateMapJob::changed, this, &StateMapPanel::show);
    connect(&m_job, &StateMapJob::makingChanged, this, &StateMapPanel::refresh);
    connect(&m_job, &StateMapJob::progressed, this,
            [this](double done) { m_progress->setValue(static_cast<int>(1000 * done)); });
    connect(&m_job, &StateMapJob::failed, this, [this](const QString& message) {
        m_problem = message;
        refresh();
    });
    connect(&m_job, &StateMapJob::neighboursFound, this, [this](int token, const std::vector<Neighbour>& neighbours) {
        if (m_view->active() == StateMapView::Token{false, token})
            tell(*m_view->active(), neighbours);
    });
    connect(&m_workbench, &Workbench::changed, this, &StateMapPanel::refresh);
    connect(m_view, &StateMapView::activeChanged, this, [this] {
        showNeighbours();
        tellFocus();
    });
}

void StateMapPanel::make()
{
    if (!whyNotMake().isEmpty())
        return;
    m_problem.clear();
    m_progress->setValue(0);
    m_job.make(m_workbench.translatorSource(), m_workbench.dataset(), m_tokens->value());
}

void StateMapPanel::setSentence(const QString& sentence, qint64 step)
{
    m_step = step;
    m_job.place(sentence);
    const PlacedSentencePtr& placed = m_job.placed();
    if (placed && placed->map->step != step && isVisible() && m_job.isCheap())
        make();
    refresh();
}

void StateMapPanel::forget()
{
    m_problem.clear();
    m_step = 0;
    m_job.forget();
}

void StateMapPanel::show()
{
    const PlacedSentencePtr& placed = m_job.placed();
    m_told = false; // of another sentence, or in another map
    StateMapScene scene;
    if (placed) {
        scene = m_view->scene().map == placed->map ? m_view->scene() : StateMapScene(placed->map);
        scene.setSentence(placed->states, placed->tokens);
    }
    m_view->setScene(std::move(scene));
    takeFocus();
    refresh();
    emit contentChanged();
}

QString StateMapPanel::whyNotMake() const
{
    const QString why = m_workbench.whyNotTranslate();
    return why.isEmpty() && !m_workbench.session().active() ? m_workbench.whyNotStart() : why;
}

QString StateMapPanel::status(bool brief) const
{
    const PlacedSentencePtr& placed = m_job.placed();
    if (!m_problem.isEmpty() || !placed)
        return m_problem;
    const StateMap& map = *placed->map;
    const QString share = QString::number(100 * (map.variance[0] + map.variance[1]), 'f', 0);
    const bool old = map.step != m_step && m_step > 0;
    if (brief && old)
        return tr("The map is of the model after %1 steps, which has learnt on since: map again.")
            .arg(countText(map.step));
    if (brief)
        return tr("After %1 steps. Close means read alike; %2 % of the differences show.")
            .arg(countText(map.step), share);
    QString text = tr("%1 words of %2 training sentences, by the model after %3 steps. Words that it reads alike lie "
                      "close; but the picture holds only %4 % of what tells them apart, so trust the list of "
                      "neighbours.")
                       .arg(countText(static_cast<qint64>(map.tokens.size())),
                            countText(static_cast<qint64>(map.sentences.size())), countText(map.step), share);
    if (old)
        text += ' ' + tr("The model has learnt on since: map again to see it after %1 steps.").arg(countText(m_step));
    return text;
}

void StateMapPanel::refresh()
{
    const QString why = whyNotMake();
    const bool making = m_job.making(), there = m_job.placed() != nullptr;
    m_make->setEnabled(why.isEmpty());
    m_make->setToolTip(why.isEmpty() ? tr("Read sentences of the training set and lay their words out in a plane")
                                     : why);
    m_make->setVisible(!making);
    m_tokens->setVisible(!making);
    m_progress->setVisible(making);
    m_cancel->setVisible(making);
    m_zoom->setEnabled(there);
    constexpr int roomForAll = 340; // pixels: below, the map needs every line
    m_caption->setText(status(height() < roomForAll));
    m_caption->setToolTip(status(false));
    m_caption->setVisible(!m_caption->text().isEmpty());
    m_neighbours->setVisible(there);
    m_view->setEmptyText(!why.isEmpty() ? why
                             : making   ? tr("The model reads the training set…")
                                      : tr("Press “Map the training set”: words that the model reads alike come to "
                                           "lie close to each other, and the sentence is drawn between them."));
}

// What was told last stays when nothing is pointed at, so that it can be read in peace.
void StateMapPanel::showNeighbours()
{
    const StateMapScene& scene = m_view->scene();
    if (!scene.map)
        return;
    auto token = m_view->active();
    if (!token && m_focus && scene.states)
        if (const int linked = m_focus->place().sourceIn(sentenceKey(scene.states->source)); linked >= 0)
            token = StateMapView::Token{true, linked};
    if (token && token->own)
        tell(*token, scene.placed[static_cast<std::size_t>(token->index)].neighbours);
    else if (token)
        m_job.findNeighbours(token->index);
    else if (!m_told)
        m_neighbours->setHtml(neighbourHint());
}

void StateMapPanel::tell(const StateMapView::Token& token, const std::vector<Neighbour>& neighbours)
{
    m_told = true;
    m_neighbours->setHtml(neighbourTable(m_view->scene(), token.own, token.index, neighbours));
    std::vector<int> ringed;
    for (const Neighbour& neighbour : neighbours)
        ringed.push_back(neighbour.token);
    m_view->setRinged(std::move(ringed));
}

void StateMapPanel::followFocus(TokenFocus* focus)
{
    m_focus = focus;
    connect(focus, &TokenFocus::changed, this, &StateMapPanel::takeFocus);
}

void StateMapPanel::takeFocus()
{
    const StateMapScene& scene = m_view->scene();
    if (!m_focus || m_focus->by() == this || !scene.states)
        return;
    m_view->setLinked(m_focus->place().sourceIn(sentenceKey(scene.states->source)));
    showNeighbours();
}

void StateMapPanel::tellFocus()
{
    const StateMapScene& scene = m_view->scene();
    if (!m_focus || !scene.states)
        return;
    const auto active = m_view->active();
    if (active && active->own)
        m_focus->set({active->index, -1, sentenceKey(scene.states->source), 0}, this);
    else
        m_focus->clear(this);
}

std::optional<ExportContent> StateMapPanel::exportContent() const
{
    const PlacedSentencePtr& placed = m_job.placed();
    if (!placed)
        return std::nullopt;
    ExportContent content;
    content.name = QStringLiteral("state-map-step-%1").arg(placed->map->step);
    content.compose = [scene = m_view->scene(), frame = m_view->frame()](const FigureOptions& options) {
        return stateMapDrawing(scene, frame, options);
    };
    content.texts = {{tr("CSV – words and their places"), QStringLiteral("csv"),
                      [placed] { return stateMapToCsv(*placed->map, placed->states.get(), placed->tokens); }}};
    content.cells = false;
    return content;
}

} // namespace alignoscope::ui
