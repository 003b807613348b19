// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/links_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/figure/links_export.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/no_alignment_note.h"
#include "ui/panels/picture_words.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/shape_actions.h"
#include "ui/panels/still_frame.h"
#include "ui/views/links_overview.h"
#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr auto thresholdKey = "linksThreshold";
constexpr auto colouringKey = "linksColouring";
constexpr double usualThreshold = 0.05;
constexpr int thresholdSteps = 100;

// The low weights are where it matters: the slider's middle is a quarter.
double thresholdOf(int position)
{
    const double share = static_cast<double>(position) / thresholdSteps;
    return share * share;
}

int positionOf(double threshold)
{
    return static_cast<int>(std::lround(std::sqrt(threshold) * thresholdSteps));
}

} // namespace

LinksPanel::LinksPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, ShapeActions& shape,
                       QSettings& settings, QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench), m_playback(playback), m_sentences(sentences), m_settings(settings)
{
    build(shape);
    connectPicture();
    connect(&shape, &ShapeActions::shapeChanged, m_view, &LinksView::setShape);
    connect(&shape, &ShapeActions::shapeChanged, this, &LinksPanel::contentChanged);
    connect(&playback, &Playback::pictureChanged, &shape, &ShapeActions::setPicture);
    m_view->setShape(shape.shape());
    show(nullptr);
    refreshEmptyText();
    refreshWindow();
    takeThreshold();
    takeColouring();
}

void LinksPanel::build(ShapeActions& shape)
{
    m_caption = new QLabel(this);
    m_caption->setObjectName("linksCaption");
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_captionFrame = new StillFrame(m_caption, this);
    m_view = new LinksView(this);
    m_view->setAccessibleName(tr("Attention of the chosen sentence as links"));
    m_overview = new LinksOverview(m_view, this);
    m_scrollBar = new QScrollBar(Qt::Horizontal, this);
    m_scrollBar->setObjectName("linksScrollBar");
    m_scrollBar->setAccessibleName(tr("Place in the sentence"));

    auto* controls = new FlowLayout(nullptr, 10, 2);
    controls->addWidget(buildThreshold());
    controls->addWidget(buildColouring());
    controls->addWidget(shape.tickBox(shape.hideEnd, tr("Hide ‹end›"), this));
    controls->addWidget(shape.tickBox(shape.hidePunctuation, tr("Hide punctuation"), this));
    controls->addWidget(shape.tickBox(shape.joinSubwords, tr("Join word pieces"), this));
    m_note = new NoAlignmentNote(this);
    m_note->hide();
    auto* top = new QHBoxLayout;
    top->addWidget(m_captionFrame, 1);
    top->addWidget(buildZoom(), 0, Qt::AlignRight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addLayout(controls);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_overview);
    layout->addWidget(m_scrollBar);
}

QWidget* LinksPanel::buildThreshold()
{
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* label = new QLabel(tr("Links &from"), box);
    m_threshold = new QSlider(Qt::Horizontal, box);
    m_threshold->setObjectName("linksThreshold");
    m_threshold->setAccessibleName(tr("Lightest link shown"));
    m_threshold->setToolTip(tr("Links that weigh less are left out of the picture"));
    m_threshold->setRange(0, thresholdSteps);
    m_threshold->setPageStep(10);
    m_threshold->setFixedWidth(84);
    m_threshold->setValue(positionOf(m_settings.value(thresholdKey, usualThreshold).toDouble()));
    label->setBuddy(m_threshold);
    m_thresholdText = new QLabel(box);
    m_thresholdText->setObjectName("linksThresholdText");
    m_thresholdText->setFixedWidth(m_thresholdText->fontMetrics().horizontalAdvance("0.00") + 2);
    for (QWidget* widget : std::initializer_list<QWidget*>{label, m_threshold, m_thresholdText})
        layout->addWidget(widget);
    connect(m_threshold, &QSlider::valueChanged, this, [this] {
        m_settings.setValue(thresholdKey, thresholdOf(m_threshold->value()));
        takeThreshold();
    });
    return box;
}

QWidget* LinksPanel::buildColouring()
{
    m_colouring = new QComboBox(this);
    m_colouring->setObjectName("linksColouring");
    m_colouring->setAccessibleName(tr("What the colours tell"));
    m_colouring->setToolTip(
        tr("By weight: heavy links stand out. By source word: each source word’s links have a colour "
           "of their own, which is easier to follow where lines cross."));
    m_colouring->addItem(tr("Colours: weight"), QStringLiteral("weight"));
    m_colouring->addItem(tr("Colours: source word"), QStringLiteral("source"));
    m_colouring->setCurrentIndex(std::max(0, m_colouring->findData(m_settings.value(colouringKey).toString())));
    connect(m_colouring, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setValue(colouringKey, m_colouring->currentData().toString());
        takeColouring();
    });
    return m_colouring;
}

QToolButton* LinksPanel::zoomButton(const char* name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    parent->layout()->addWidget(button);
    return button;
}

QWidget* LinksPanel::buildZoom()
{
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_zoomOut = zoomButton("linksZoomOut", QStringLiteral("−"), tr("Show more of the sentence (Ctrl+−)"), box);
    m_fit = zoomButton("linksFit", tr("Whole sentence"), tr("Show the whole sentence (Ctrl+0)"), box);
    m_zoomIn = zoomButton("linksZoomIn", QStringLiteral("+"), tr("Show less of the sentence, larger (Ctrl++)"), box);
    connect(m_zoomOut, &QToolButton::clicked, m_view, &LinksView::zoomOut);
    connect(m_fit, &QToolButton::clicked, m_view, &LinksView::fit);
    connect(m_zoomIn, &QToolButton::clicked, m_view, &LinksView::zoomIn);
    return box;
}

void LinksPanel::connectPicture()
{
    connect(&m_playback, &Playback::pictureChanged, this, &LinksPanel::show);
    connect(&m_playback, &Playback::liveChanged, this, [this] { show(m_playback.shown()); });
    connect(&m_sentences, &SentencesPanel::goldChanged, this, &LinksPanel::refreshGold);
    connect(&m_workbench, &Workbench::changed, this, &LinksPanel::refreshEmptyText);
    connect(&m_workbench, &Workbench::loadProgressed, this, &LinksPanel::refreshEmptyText);
    connect(m_note, &NoAlignmentNote::explanationWished, this, &ViewPanel::explanationWished);
    connect(m_view, &LinksView::windowChanged, this, &LinksPanel::refreshWindow);
    connect(m_scrollBar, &QScrollBar::valueChanged, m_view, &LinksView::scrollTo);
}

void LinksPanel::show(const AttentionSnapshotPtr& snapshot)
{
    const bool wasThere = m_view->snapshot() != nullptr;
    m_view->setSnapshot(NoAlignmentNote::drawable(snapshot));
    m_note->setVisible(snapshot && !NoAlignmentNote::drawable(snapshot));
    m_view->setHidden(m_note->isVisibleTo(this));
    refreshGold();
    if (wasThere != (m_view->snapshot() != nullptr))
        emit contentChanged();
    m_captionFrame->setVisible(snapshot != nullptr);
    if (snapshot)
        m_caption->setText(m_workbench.task() == Task::Classification ? textCaption(*snapshot, m_playback.live())
                                                                      : pictureCaption(*snapshot, m_playback.live()));
    refreshWindow();
}

void LinksPanel::setGoldShown(bool shown)
{
    m_goldShown = shown;
    refreshGold();
}

void LinksPanel::refreshGold()
{
    m_view->setGold(m_goldShown ? knownAlignment(m_sentences, m_playback.shown()) : std::nullopt);
}

void LinksPanel::refreshEmptyText()
{
    const bool texts = m_workbench.task() == Task::Classification;
    m_view->setCaptions(texts ? tr("words") : QString(), texts ? tr("label") : QString());
    m_view->setEmptyText(whyNoPicture(m_workbench, m_playback));
}

// The strip and the bar come with the zoom and stay until all of the sentence is shown again.
void LinksPanel::refreshWindow()
{
    const LinksLayout& layout = m_view->scene().layout;
    const bool there = m_view->snapshot() != nullptr;
    const int beyond = std::max(0, static_cast<int>(std::lround(layout.content)) - m_view->width());
    const bool along = there && m_view->zoom() > 1 && (beyond > 0 || !m_scrollBar->isHidden());
    m_scrollBar->setVisible(along);
    m_overview->setVisible(along);
    const QSignalBlocker quiet(m_scrollBar);
    m_scrollBar->setRange(0, beyond);
    m_scrollBar->setPageStep(m_view->width());
    m_scrollBar->setSingleStep(std::max(8, static_cast<int>(layout.rows.source.pitch())));
    m_scrollBar->setValue(static_cast<int>(std::lround(layout.scrolled)));
    m_zoomIn->setEnabled(there && m_view->zoom() < m_view->mostZoom());
    m_zoomOut->setEnabled(there && m_view->zoom() > 1);
    m_fit->setEnabled(there && m_view->zoom() > 1);
}

void LinksPanel::takeThreshold()
{
    const double threshold = thresholdOf(m_threshold->value());
    m_thresholdText->setText(QString::number(threshold, 'f', 2));
    m_view->setThreshold(threshold);
}

void LinksPanel::takeColouring()
{
    m_view->setColouring(m_colouring->currentData() == QStringLiteral("source") ? LinkColouring::SourceWord
                                                                                : LinkColouring::Weight);
}

void LinksPanel::setColourMap(ColourMap map)
{
    m_view->setColourMap(map);
}

std::optional<ExportContent> LinksPanel::exportContent() const
{
    if (!m_view->snapshot())
        return std::nullopt;
    const LinksScene& scene = m_view->scene();
    return exportOfLinks(
        {scene.snapshot, scene.threshold, scene.style.colouring, scene.gold, scene.above, scene.below});
}

} // namespace alignoscope::ui
