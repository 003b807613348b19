// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/pair_setup.h"

#include "ui/bridge/workbench.h"
#include "ui/icons.h"
#include "ui/panels/responsive_row.h"
#include "ui/panels/wording.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace alignoscope::ui {

static constexpr int cardWidth = 195; ///< pixels: two cards beside each other from twice this on

static QLabel* textLabel(const QString& name, QWidget* parent, QPalette::ColorRole role = QPalette::WindowText)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

PairSetup::PairSetup(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    setObjectName("pairSetup");
    auto* content = new QWidget(this);
    auto* intro = textLabel("pairIntro", content);
    intro->setText(
        tr("Choose two kinds of attention. One click trains a model of each on the same sentences, one update "
           "each in turn."));
    auto* cards = new ResponsiveRow(cardWidth, content);
    cards->addWidget(buildCard(0));
    cards->addWidget(buildCard(1));
    m_shared = textLabel("pairShared", content, QPalette::PlaceholderText);
    m_start = new QPushButton(themedIcon("start"), tr("Train &both"), content);
    m_start->setObjectName("pairStart");
    m_start->setIconSize({20, 20});
    QFont large = m_start->font();
    large.setBold(true);
    m_start->setFont(large);
    m_start->setMinimumSize(180, 40);
    m_reason = textLabel("pairReason", content, QPalette::PlaceholderText);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(12);
    bottom->addWidget(m_start);
    bottom->addWidget(m_reason, 1);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(8);
    rows->addWidget(intro);
    rows->addWidget(cards);
    rows->addLayout(bottom);
    rows->addWidget(m_shared);
    rows->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_start, &QPushButton::clicked, this, &PairSetup::startRequested);
    connect(&workbench, &Workbench::optionsChanged, this, &PairSetup::propose);
    connect(&workbench, &Workbench::changed, this, &PairSetup::refresh);
    propose();
}

QWidget* PairSetup::buildCard(std::size_t side)
{
    Card& card = m_cards[side];
    const QString letter = side == 0 ? QStringLiteral("A") : QStringLiteral("B");
    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    card.kind = new QComboBox(frame);
    card.kind->setObjectName("pairKind" + letter);
    card.kind->setAccessibleName(side == 0 ? tr("Attention of the first model") : tr("Attention of the second model"));
    card.kind->setToolTip(tr("How this model looks back at the source sentence"));
    card.kind->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const AttentionKind& kind : attentionKinds()) {
        card.kind->addItem(QString::fromStdString(kind.title), QString::fromStdString(kind.name));
        card.kind->setItemData(card.kind->count() - 1, QString::fromStdString(kind.summary), Qt::ToolTipRole);
    }
    auto* title = new QLabel(side == 0 ? tr("&First model") : tr("S&econd model"), frame);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setBuddy(card.kind);
    card.summary = textLabel("pairSummary" + letter, frame);
    card.equation = textLabel("pairEquation" + letter, frame);
    card.source = textLabel("pairSource" + letter, frame, QPalette::PlaceholderText);
    auto* rows = new QVBoxLayout(frame);
    rows->setContentsMargins(12, 8, 12, 8);
    rows->setSpacing(6);
    rows->addWidget(title);
    rows->addWidget(card.kind);
    rows->addWidget(card.summary);
    rows->addWidget(card.equation);
    rows->addWidget(card.source);
    rows->addStretch(1);
    connect(card.kind, &QComboBox::currentIndexChanged, this, &PairSetup::refresh);
    connect(card.kind, &QComboBox::activated, this, [&card] { card.chosen = true; });
    return frame;
}

// At first the model's own kind, and beside it the model without attention, where there is one: the plainest contrast.
void PairSetup::propose()
{
    const auto choose = [this](std::size_t side, const std::string& kind) {
        const int found = m_cards[side].kind->findData(QString::fromStdString(kind));
        if (found >= 0 && !m_cards[side].chosen)
            m_cards[side].kind->setCurrentIndex(found);
    };
    choose(0, m_workbench.experiment().model.attention.kind);
    const std::string first = m_cards[0].kind->currentData().toString().toStdString();
    std::string other = first;
    for (const AttentionKind& kind : attentionKinds())
        if (kind.name != first && (other == first || !kind.aligns))
            other = kind.name;
    choose(1, other);
    refresh();
}

AttentionOptions PairSetup::attention(std::size_t side) const
{
    const AttentionOptions& model = m_workbench.experiment().model.attention;
    const std::string kind = m_cards[side].kind->currentData().toString().toStdString();
    if (kind == model.kind)
        return model;
    AttentionOptions options = attentionKind(kind).defaults;
    if (attentionKind(kind).aligns) // otherwise there are no states to look at
        options.limit = model.limit;
    return options;
}

void PairSetup::refresh()
{
    for (const Card& card : m_cards) {
        const AttentionKind& kind = attentionKind(card.kind->currentData().toString().toStdString());
        card.summary->setText(QString::fromStdString(kind.summary));
        card.equation->setText(QString::fromStdString(kind.equation));
        card.equation->setVisible(!kind.equation.empty());
        card.source->setText(QString::fromStdString(kind.source));
    }
    const TrainingOptions& training = m_workbench.experiment().training;
    const ModelOptions& model = m_workbench.experiment().model;
    m_shared->setText(tr("Both share everything else, as the Model menu says: %1 numbers a word, %2 units, %3 pairs an "
                         "update, seed %4, and the same limits.")
                          .arg(countText(model.embedding), countText(model.hidden), countText(training.batch))
                          .arg(training.seed));
    const QString why = m_workbench.whyNotStartPair(attention(0), attention(1));
    m_start->setEnabled(why.isEmpty());
    m_start->setToolTip(why.isEmpty() ? tr("Train a model of each kind, one update each in turn") : why);
    m_start->setAccessibleDescription(m_start->toolTip());
    const bool same = attention(0) == attention(1);
    m_reason->setText(!why.isEmpty() ? why
                          : same     ? tr("Both are of the same kind, so both will learn the same, number for number.")
                          : m_workbench.continues() ? tr("The open run is put aside; its folder stays.")
                                                    : QString());
}

} // namespace alignoscope::ui
