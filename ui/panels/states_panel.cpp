// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/states_panel.h"

#include "ui/bridge/token_focus.h"
#include "ui/bridge/workbench.h"
#include "ui/figure/state_map_figure.h"
#include "ui/panels/question_bar.h"
#include "ui/panels/state_map_panel.h"
#include "ui/panels/units_panel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QToolButton>

namespace alignoscope::ui {

namespace {

constexpr int roomForBoth = 820; // pixels: less would squeeze both

/// Both figures as one, each in half of the width.
ExportContent joined(const ExportContent& units, const ExportContent& map)
{
    ExportContent content = units;
    content.compose = [left = units.compose, right = map.compose](FigureOptions options) {
        options.widthMm /= 2;
        FigureOptions plain = options; // the title stands above the left one
        plain.title.clear();
        return sideBySide(left(options), right(plain));
    };
    content.texts.insert(content.texts.end(), map.texts.begin(), map.texts.end());
    return content;
}

} // namespace

StatesPanel::StatesPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, TokenFocus& focus,
                         QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench)
{
    m_question =
        new QuestionBar(workbench, playback, sentences, m_job, QuestionBar::Target::Optional, tr("&Look"), this);
    m_units = new UnitsPanel(this);
    m_map = new StateMapPanel(workbench, this);
    build();
    for (auto* part : {static_cast<QWidget*>(m_units), static_cast<QWidget*>(m_map)})
        part->setMinimumWidth(200);
    m_units->followFocus(&focus);
    m_map->followFocus(&focus);
    connect(m_question, &QuestionBar::asked, this, &StatesPanel::ask);
    connect(m_question, &QuestionBar::forgotten, this, &StatesPanel::forget);
    connect(m_map, &StateMapPanel::contentChanged, this, &StatesPanel::contentChanged);
    connect(&workbench, &Workbench::changed, this, &StatesPanel::refreshEmptyText);
    choose(Units);
    refreshEmptyText();
}

void StatesPanel::build()
{
    m_question->addControl(buildChoice());
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName("statesSplitter");
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(9);
    splitter->addWidget(m_units);
    splitter->addWidget(m_map);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({500, 500});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_question);
    layout->addWidget(splitter, 1);
}

QWidget* StatesPanel::buildChoice()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_parts = new QButtonGroup(this);
    const auto add = [&](Part part, const char* name, const QString& text, const QString& tip) {
        auto* button = new QToolButton(row);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_parts->addButton(button, part);
        layout->addWidget(button);
    };
    add(Units, "statesShowUnits", tr("Units"), tr("Show what every unit does at every word"));
    add(Map, "statesShowMap", tr("Map"), tr("Show where the words lie among those of the training set"));
    add(Both, "statesShowBoth", tr("Both"), tr("Show units and map side by side"));
    connect(m_parts, &QButtonGroup::idClicked, this, [this](int part) {
        m_chosen = true;
        choose(static_cast<Part>(part));
    });
    return row;
}

void StatesPanel::choose(Part part)
{
    m_part = part;
    m_parts->button(part)->setChecked(true);
    m_units->setVisible(part != Map);
    m_map->setVisible(part != Units);
    stressChoice();
    emit contentChanged();
}

// The style alone hardly shows which button is down where it is dark.
void StatesPanel::stressChoice()
{
    for (QAbstractButton* button : m_parts->buttons()) {
        QPalette colours = palette();
        if (button->isChecked()) {
            colours.setColor(QPalette::Button, colours.color(QPalette::Highlight));
            colours.setColor(QPalette::ButtonText, colours.color(QPalette::HighlightedText));
        }
        button->setPalette(colours);
    }
}

void StatesPanel::changeEvent(QEvent* event)
{
    ViewPanel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        stressChoice();
}

void StatesPanel::resizeEvent(QResizeEvent* event)
{
    ViewPanel::resizeEvent(event);
    if (const Part fits = width() >= roomForBoth ? Both : Units; !m_chosen && fits != m_part)
        choose(fits);
}

void StatesPanel::ask(const QString& source, const QString& target)
{
    m_job.ask(m_workbench.translatorSource(),
              [this, source, target](const Translator& model, const Progress&) -> Worker::Done {
                  auto states =
                      std::make_shared<const SentenceStates>(model.states(source.toStdString(), target.toStdString()));
                  return [this, states = std::move(states), source] { take(states, source); };
              });
}

void StatesPanel::take(const SentenceStatesPtr& states, const QString& source)
{
    const bool wasThere = m_units->states() != nullptr;
    m_units->setStates(states);
    m_map->setSentence(source, states->step);
    m_question->setAnswered(states->step);
    if (!wasThere)
        emit contentChanged();
}

void StatesPanel::forget()
{
    m_job.cancel();
    m_units->setStates(nullptr);
    m_map->forget();
    emit contentChanged();
}

void StatesPanel::refreshEmptyText()
{
    const QString why = m_workbench.whyNotTranslate();
    m_units->setEmptyText(why.isEmpty() ? tr("Choose a sentence on the left, or type one above: here you see\n"
                                             "what every unit of the model does at each of its words.")
                                        : why);
}

void StatesPanel::setColourMap(ColourMap map)
{
    m_units->setColourMap(map);
}

std::optional<ExportContent> StatesPanel::exportContent() const
{
    const std::optional<ExportContent> units = m_units->exportContent(), map = m_map->exportContent();
    if (m_part == Both && units && map)
        return joined(*units, *map);
    return m_part == Map || (m_part == Both && !units) ? map : units;
}

} // namespace alignoscope::ui
