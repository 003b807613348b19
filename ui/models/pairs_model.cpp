// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pairs_model.h"

#include <QSize>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

/// How the rows are cut. Pieces of words come with the dataset, which learns them; until then whole words stand in.
static TextOptions textOf(const RawCorpus& corpus, const DatasetOptions& options, const Dataset* dataset)
{
    if (dataset)
        return dataset->options.text;
    TextOptions text = options.text;
    if (corpus.task == Task::Classification)
        text.targetTokenizer = TokenizerKind::Whole;
    for (TokenizerKind* kind : {&text.sourceTokenizer, &text.targetTokenizer})
        if (*kind == TokenizerKind::Subwords)
            *kind = TokenizerKind::Words;
    return text;
}

void PairsModel::show(std::shared_ptr<const RawCorpus> corpus, const DatasetOptions& options,
                      std::shared_ptr<const Dataset> dataset)
{
    const bool sameRequest = corpus && options.text == m_options.text && hasSameRows(*corpus);
    const TextOptions cut = corpus ? textOf(*corpus, options, dataset.get()) : TextOptions();
    if (sameRequest
        && (!dataset || cut == m_cut)) { // only marks change: rows keep their heights and the view its place
        m_corpus = std::move(corpus);
        m_options = options;
        m_dataset = std::move(dataset);
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, 1), {KnownRole, LeftOutRole, Qt::ToolTipRole});
        return;
    }
    beginResetModel();
    m_corpus = std::move(corpus);
    m_dataset = std::move(dataset);
    m_options = options;
    m_cut = cut;
    m_rows.clear();
    if (m_corpus) {
        const std::size_t count = std::min(mostRows, m_corpus->pairs.size());
        m_rows.reserve(count);
        const SideText source = m_cut.source(), target = m_cut.target();
        for (std::size_t i = 0; i < count; ++i)
            m_rows.push_back({{tokens(m_corpus->pairs.source(i), source), tokens(m_corpus->pairs.target(i), target)}});
    }
    endResetModel();
}

/// The whole corpus often follows a preview of it.
bool PairsModel::hasSameRows(const RawCorpus& corpus) const
{
    if (&corpus == m_corpus.get())
        return true;
    if (!m_corpus || corpus.task != m_corpus->task || m_rows.size() != std::min(mostRows, corpus.pairs.size()))
        return false;
    const TextPairs &now = m_corpus->pairs, &then = corpus.pairs;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (now.source(i) != then.source(i) || now.target(i) != then.target(i) || now.line(i) != then.line(i))
            return false;
    return true;
}

PairsModel::Side PairsModel::tokens(std::string_view text, const SideText& side)
{
    constexpr std::size_t mostBytes = 32 * 1024; // a preview need not read a megabyte that stands on one line
    std::size_t bytes = std::min(text.size(), mostBytes);
    while (bytes < text.size() && bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    const std::vector<std::string> all = tokenize(text.substr(0, bytes), side);
    Side shown;
    shown.length = all.size();
    for (const std::string& token : all) {
        if (shown.tokens.size() == mostTokens) {
            shown.tokens << QStringLiteral("…");
            break;
        }
        shown.tokens << QString::fromStdString(token);
    }
    return shown;
}

int PairsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PairsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant PairsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Side& side = m_rows[static_cast<std::size_t>(index.row())].sides[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return side.tokens.join(QStringLiteral(" "));
    case Qt::ToolTipRole:
        if (isLeftOut(index.row()))
            return tr("Left out: longer than %1 tokens").arg(m_options.maxLength);
        return {};
    case TokensRole:
        return side.tokens;
    case KnownRole:
        return known(index);
    case LeftOutRole:
        return isLeftOut(index.row());
    default:
        return {};
    }
}

QVariant PairsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        const bool texts = m_corpus && m_corpus->task == Task::Classification;
        if (role == Qt::DisplayRole && texts)
            return section == 0 ? tr("Text") : tr("Label");
        if (role == Qt::DisplayRole)
            return section == 0 ? tr("Source") : tr("Target");
        return {};
    }
    if (role == Qt::DisplayRole && section < rowCount())
        return QString::number(m_corpus->pairs.line(static_cast<std::size_t>(section)));
    return {};
}

QString PairsModel::text(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const std::string_view text = index.column() == 0 ? m_corpus->pairs.source(row) : m_corpus->pairs.target(row);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 4096)));
}

QBitArray PairsModel::known(const QModelIndex& index) const
{
    if (!m_dataset)
        return {};
    const Vocabulary& vocabulary = index.column() == 0 ? m_dataset->sourceVocabulary : m_dataset->targetVocabulary;
    const Side& side = m_rows[static_cast<std::size_t>(index.row())].sides[static_cast<std::size_t>(index.column())];
    QBitArray known(side.tokens.size());
    for (qsizetype i = 0; i < side.tokens.size(); ++i)
        known.setBit(i, i == mostTokens || vocabulary.contains(side.tokens.at(i).toStdString()));
    return known;
}

bool PairsModel::isLeftOut(int row) const
{
    const auto limit = static_cast<std::size_t>(m_options.maxLength);
    const Row& pair = m_rows[static_cast<std::size_t>(row)];
    if (m_corpus->task == Task::Classification)
        return false; // a long text is cut, not left out
    return pair.sides[0].length > limit || pair.sides[1].length > limit;
}

} // namespace alignoscope::ui
