// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_header.h"

#include "ui/dialogs/dataset_elided_label.h"
#include "ui/dialogs/dataset_labels.h"
#include "ui/dialogs/dataset_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

DatasetHeader::DatasetHeader(QWidget* parent)
    : QWidget(parent), m_name(new DatasetElidedLabel), m_format(new QLabel),
      m_pairs(new QLabel), m_columns{new QComboBox, new QComboBox}, m_sideNames{new DatasetElidedLabel,
                                                                                new DatasetElidedLabel},
      m_labels(new DatasetLabels)
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_name->setFont(large);
    m_name->setObjectName("datasetName");
    m_name->setAccessibleName(tr("Corpus"));
    m_name->setTextFormat(Qt::PlainText);
    m_format->setObjectName("datasetFormat");
    m_format->setAccessibleName(tr("Recognised as"));
    m_format->setWordWrap(true);
    m_pairs->setObjectName("datasetPairs");
    m_pairs->setAccessibleName(tr("Pairs"));
    m_pairs->setWordWrap(true);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_name, 0, 0, 1, 4);
    grid->addWidget(m_format, 1, 0, 1, 4);
    grid->addWidget(m_pairs, 2, 0, 1, 4);
    grid->setRowMinimumHeight(3, 6);
    addNames(grid);
    addNumbers(grid);
    m_labels->hide();
    grid->addWidget(m_labels, 5, 3, rows - 1, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
}

void DatasetHeader::addNames(QGridLayout* grid)
{
    const std::array<QString, 2> titles{tr("&Source"), tr("&Target")};
    const std::array<QString, 2> accessible{tr("Source column"), tr("Target column")};
    for (std::size_t side = 0; side < 2; ++side) {
        const QString name = side == 0 ? "Source" : "Target";
        auto* title = new QLabel(titles[side]);
        title->setBuddy(m_columns[side]);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        title->setFont(strong);
        m_titles[side] = title;
        m_columns[side]->setObjectName("dataset" + name + "Column");
        m_columns[side]->setAccessibleName(accessible[side]);
        m_columns[side]->setToolTip(side == 0 ? tr("What the source is read from")
                                              : tr("What the target is read from"));
        m_columns[side]->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_columns[side]->setMinimumContentsLength(12);
        m_sideNames[side]->setObjectName("dataset" + name + "Name");
        m_sideNames[side]->setTextFormat(Qt::PlainText);
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        row->addWidget(title);
        row->addWidget(m_columns[side]);
        row->addWidget(m_sideNames[side], 1);
        row->addStretch();
        grid->addLayout(row, 4, side == 0 ? 1 : 3);
    }
    QToolButton* swap = m_swap = new QToolButton;
    swap->setObjectName("datasetSwap");
    swap->setText(tr("⇄ S&wap"));
    swap->setAccessibleName(tr("Swap source and target"));
    swap->setToolTip(tr("Translate in the other direction: source becomes target"));
    connect(swap, &QToolButton::clicked, this, &DatasetHeader::swapRequested);
    grid->addWidget(swap, 4, 2, Qt::AlignCenter);
    connect(m_columns[0], &QComboBox::activated, this,
            [this] { chooseColumn(m_columns[0], m_columns[1], m_sourceColumn, m_targetColumn); });
    connect(m_columns[1], &QComboBox::activated, this,
            [this] { chooseColumn(m_columns[1], m_columns[0], m_targetColumn, m_sourceColumn); });
}

void DatasetHeader::addNumbers(QGridLayout* grid)
{
    const std::array<QString, rows> titles{QString(), tr("Tokens"), tr("Different tokens"), tr("Vocabulary")};
    const std::array<QString, rows> names{QString(), "Tokens", "Types", "Vocabulary"};
    const std::array<QString, rows> explanations{
        QString(), tr("Words, punctuation marks or characters, as chosen on the left"), tr("Different ones among them"),
        tr("What the model will know of the pairs it trains on, at this minimum count and limit, with three marks: "
           "unknown word, begin and end of a sentence")};
    for (std::size_t row = Tokens; row < rows; ++row) {
        const int at = 4 + static_cast<int>(row);
        auto* title = new QLabel(titles[row]);
        title->setToolTip(explanations[row]);
        grid->addWidget(title, at, 0);
        for (std::size_t side = 0; side < 2; ++side) {
            auto* number = new QLabel;
            number->setObjectName("dataset" + names[row] + (side == 0 ? "Source" : "Target"));
            number->setAccessibleName(side == 0 ? tr("%1, source").arg(titles[row])
                                                : tr("%1, target").arg(titles[row]));
            number->setToolTip(explanations[row]);
            number->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(number, at, side == 0 ? 1 : 3);
            m_numbers[row][side] = number;
        }
    }
}

void DatasetHeader::showCorpus(const RawCorpus& corpus, const ReadOptions& read)
{
    m_name->setText(QString::fromStdString(corpus.source.label()));
    m_format->setText(describeFormat(corpus));
    showTask(corpus);
    const SideNames names = sideNames(corpus, read);
    m_sideNames[0]->setText(names.source);
    m_sideNames[1]->setText(names.target);
    showChoices(corpus, read);
}

void DatasetHeader::showChoices(const RawCorpus& corpus, const ReadOptions& read)
{
    const auto placeOf = [&](const std::string& field) {
        const auto found = std::find(corpus.fields.begin(), corpus.fields.end(), field);
        return found == corpus.fields.end() ? -1 : static_cast<int>(found - corpus.fields.begin());
    };
    m_read = read;
    m_fields = corpus.fields;
    const bool named = !m_fields.empty();
    m_sourceColumn = named ? placeOf(corpus.sourceField) : read.sourceColumn;
    m_targetColumn = named ? placeOf(corpus.targetField) : read.targetColumn;
    const int count = named ? static_cast<int>(m_fields.size()) : corpus.columns;
    for (std::size_t side = 0; side < 2; ++side) {
        const QSignalBlocker quietly(m_columns[side]);
        m_columns[side]->clear();
        for (int i = 0; i < count; ++i)
            m_columns[side]->addItem(named ? fieldName(corpus, m_fields[static_cast<std::size_t>(i)])
                                           : tr("Column %1").arg(i + 1));
        m_columns[side]->setCurrentIndex(side == 0 ? m_sourceColumn : m_targetColumn);
        m_columns[side]->setVisible(count > 2);
        m_sideNames[side]->setVisible(count <= 2);
    }
}

void DatasetHeader::showTask(const RawCorpus& corpus)
{
    const bool texts = corpus.task == Task::Classification;
    m_titles[0]->setText(texts ? tr("Te&xts") : tr("&Source"));
    m_titles[1]->setText(texts ? tr("La&bels") : tr("&Target"));
    m_columns[0]->setAccessibleName(texts ? tr("Column of the texts") : tr("Source column"));
    m_columns[1]->setAccessibleName(texts ? tr("Column of the labels") : tr("Target column"));
    m_swap->setVisible(!texts || corpus.format == CorpusFormat::Labelled);
    m_swap->setAccessibleName(texts ? tr("Swap texts and labels") : tr("Swap source and target"));
    m_swap->setToolTip(texts ? tr("The other column holds the labels")
                             : tr("Translate in the other direction: source becomes target"));
    m_pairs->setAccessibleName(texts ? tr("Number of texts") : tr("Pairs"));
    m_labels->setVisible(texts);
    for (std::size_t row = Tokens; row < rows; ++row)
        m_numbers[row][1]->setVisible(!texts);
}

void DatasetHeader::showCounts(const QString& pairs, const CorpusSummary* summary, bool settled)
{
    m_pairs->setText(pairs);
    m_labels->show(summary ? summary->labels : std::vector<LabelCount>(), settled);
    for (std::size_t side = 0; side < 2; ++side) {
        const auto text = [summary, side](std::int64_t SideSummary::*number) {
            return summary ? grouped((side == 0 ? summary->source : summary->target).*number) : QStringLiteral("…");
        };
        m_numbers[Tokens][side]->setText(text(&SideSummary::tokens));
        m_numbers[Types][side]->setText(text(&SideSummary::types));
        m_numbers[VocabularyRow][side]->setText(text(&SideSummary::vocabulary));
        for (std::size_t row = Tokens; row < rows; ++row)
            m_numbers[row][side]->setEnabled(settled);
    }
}

void DatasetHeader::chooseColumn(QComboBox* changed, QComboBox* other, int& mine, int& others)
{
    const int before = mine;
    mine = changed->currentIndex();
    if (mine == before)
        return;
    if (mine == others) { // one column cannot be both: they change places
        others = before;
        other->setCurrentIndex(before);
    }
    if (m_fields.empty()) {
        emit columnsChosen(m_sourceColumn, m_targetColumn);
    } else if (m_sourceColumn >= 0 && m_targetColumn >= 0) {
        m_read.sourceField = m_fields[static_cast<std::size_t>(m_sourceColumn)];
        m_read.targetField = m_fields[static_cast<std::size_t>(m_targetColumn)];
        m_read.swap = false;
        emit readingChosen(m_read);
    }
}

} // namespace alignoscope::ui
