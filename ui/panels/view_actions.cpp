// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/view_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace alignoscope::ui {

static constexpr auto colourMapKey = "colourMap";
static constexpr auto appearanceKey = "appearance";
static constexpr auto wordOrderKey = "wordOrder";
static constexpr auto goldKey = "knownAlignment";

ViewActions::ViewActions(QSettings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_colourMaps(new QActionGroup(this)),
      m_appearances(new QActionGroup(this)), m_wordOrders(new QActionGroup(this))
{
    buildColourMaps();
    buildAppearances();
    buildWordOrders();
    goldShown = new QAction(tr("&Outline the known alignment"), this);
    goldShown->setObjectName("actionGold");
    goldShown->setCheckable(true);
    goldShown->setChecked(settings.value(goldKey, false).toBool());
    goldShown->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    goldShown->setStatusTip(
        tr("Frames the cells that belong together by hand or by grammar, where the corpus says so"));
    connect(goldShown, &QAction::toggled, this, [this](bool shown) { m_settings.setValue(goldKey, shown); });
}

QAction* ViewActions::addChoice(QActionGroup* group, const QString& name, const QString& text, int value, bool checked)
{
    QAction* action = group->addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(checked);
    action->setData(value);
    return action;
}

void ViewActions::buildColourMaps()
{
    const QString chosen = m_settings.value(colourMapKey).toString();
    const ColourMap current = colourMapNamed(chosen).value_or(allColourMaps.front());
    int key = Qt::Key_1;
    for (const ColourMap map : allColourMaps) {
        QAction* action = addChoice(m_colourMaps, "actionColourMap" + displayName(map), displayName(map),
                                    static_cast<int>(map), map == current);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(key++)));
    }
    connect(m_colourMaps, &QActionGroup::triggered, this, [this] {
        m_settings.setValue(colourMapKey, displayName(colourMap()));
        emit colourMapChanged(colourMap());
    });
}

void ViewActions::buildAppearances()
{
    const int current = m_settings.value(appearanceKey, static_cast<int>(Appearance::System)).toInt();
    const auto add = [this, current](const char* name, const QString& text, Appearance appearance) {
        addChoice(m_appearances, name, text, static_cast<int>(appearance), current == static_cast<int>(appearance));
    };
    add("actionAppearanceSystem", tr("&As the desktop"), Appearance::System);
    add("actionAppearanceLight", tr("&Light"), Appearance::Light);
    add("actionAppearanceDark", tr("&Dark"), Appearance::Dark);
    connect(m_appearances, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_settings.setValue(appearanceKey, action->data().toInt());
        setAppearance(static_cast<Appearance>(action->data().toInt()));
    });
}

void ViewActions::buildWordOrders()
{
    const int current = m_settings.value(wordOrderKey, static_cast<int>(WordOrder::AsWritten)).toInt();
    const auto add = [this, current](const char* name, const QString& text, const QString& help, WordOrder order) {
        addChoice(m_wordOrders, name, text, static_cast<int>(order), current == static_cast<int>(order))
            ->setStatusTip(help);
    };
    add("actionWordsAsWritten", tr("As it is &written"),
        tr("Arabic, Hebrew and Persian sentences begin at the right, others at the left"), WordOrder::AsWritten);
    add("actionWordsFromLeft", tr("From &left to right"), tr("The first word of every sentence stands at the left"),
        WordOrder::FromLeft);
    add("actionWordsFromRight", tr("From &right to left"), tr("The first word of every sentence stands at the right"),
        WordOrder::FromRight);
    connect(m_wordOrders, &QActionGroup::triggered, this, [this] {
        m_settings.setValue(wordOrderKey, static_cast<int>(wordOrder()));
        emit wordOrderChanged(wordOrder());
    });
}

void ViewActions::fill(QMenu* menu)
{
    QMenu* colours = menu->addMenu(tr("&Colours of the picture"));
    colours->setObjectName("menuColourMap");
    colours->addActions(m_colourMaps->actions());
    QMenu* appearance = menu->addMenu(tr("&Appearance"));
    appearance->setObjectName("menuAppearance");
    appearance->addActions(m_appearances->actions());
    QMenu* words = menu->addMenu(tr("&Order of a sentence’s words"));
    words->setObjectName("menuWordOrder");
    words->addActions(m_wordOrders->actions());
    menu->addAction(goldShown);
}

void ViewActions::announce()
{
    if (const QAction* action = m_appearances->checkedAction())
        setAppearance(static_cast<Appearance>(action->data().toInt()));
    emit colourMapChanged(colourMap());
    emit wordOrderChanged(wordOrder());
    emit goldShown->toggled(goldShown->isChecked());
}

ColourMap ViewActions::colourMap() const
{
    const QAction* action = m_colourMaps->checkedAction();
    return action ? static_cast<ColourMap>(action->data().toInt()) : allColourMaps.front();
}

WordOrder ViewActions::wordOrder() const
{
    const QAction* action = m_wordOrders->checkedAction();
    return action ? static_cast<WordOrder>(action->data().toInt()) : WordOrder::AsWritten;
}

} // namespace alignoscope::ui
