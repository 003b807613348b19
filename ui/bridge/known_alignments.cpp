// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/known_alignments.h"

#include "ui/bridge/imported_gold.h"
#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"

#include <exception>
#include <utility>

namespace alignoscope::ui {

namespace {

enum Lane { LookLane, TakeLane };

std::string keyOf(std::string_view source, std::string_view target)
{
    return std::string(source).append(1, '\n').append(target);
}

void count(GoldLook& look, const GoldFile& file)
{
    look.syntax = file.syntax;
    look.base = file.base;
    look.lines = file.pairs.size();
    for (const GoldAlignment& gold : file.pairs) {
        look.sure += gold.sure.size();
        look.possible += gold.possible.size();
    }
}

GoldLookPtr lookAt(const GoldSource& source, const Dataset& dataset)
{
    auto look = std::make_shared<GoldLook>();
    look->source = source;
    try {
        GoldFile file = readGold(source);
        count(*look, file);
        const RawCorpus* validation =
            dataset.validationCorpus == dataset.corpus ? nullptr : dataset.validationCorpus.get();
        const std::string where = toQString(source.file).toStdString();
        look->place = goldPlace(file, *dataset.corpus, validation, where);
        auto corpus = std::make_shared<RawCorpus>(look->place == GoldPlace::Corpus ? *dataset.corpus : *validation);
        attachGold(*corpus, std::move(file), where);
        look->fit = goldFit(*corpus, dataset.options.text);
        look->corpus = corpus;
    } catch (const std::exception& error) {
        look->problem = QString::fromUtf8(error.what());
    }
    return look;
}

/// The same dataset with the corpus that knows its alignments.
std::shared_ptr<const Dataset> withGold(const Dataset& dataset, const GoldLook& look)
{
    auto result = std::make_shared<Dataset>(dataset);
    if (result->validationCorpus == result->corpus || look.place == GoldPlace::Validation)
        result->validationCorpus = look.corpus;
    if (look.place == GoldPlace::Corpus)
        result->corpus = look.corpus;
    return result;
}

std::shared_ptr<const Dataset> splitAtWhiteSpace(const Dataset& dataset, const GoldLook& look,
                                                 const std::stop_token& stop)
{
    DatasetInputs inputs;
    inputs.corpus = look.place == GoldPlace::Corpus ? look.corpus : dataset.corpus;
    if (look.place == GoldPlace::Validation)
        inputs.validation = look.corpus;
    else if (dataset.validationCorpus != dataset.corpus)
        inputs.validation = dataset.validationCorpus;
    DatasetOptions options = dataset.options;
    options.text.sourceTokenizer = options.text.targetTokenizer = TokenizerKind::Whitespace;
    return std::make_shared<const Dataset>(buildDataset(inputs, options, {{}, stop}));
}

} // namespace

/// Where a pair's text is in the corpus.
struct KnownAlignments::Book {
    std::shared_ptr<const RawCorpus> corpus;
    TextOptions text;
    std::unordered_map<std::string, std::size_t> pairs;
    std::vector<GoldAlignment> imported; ///< of imported attention, by the sentence's place in its file
};

KnownAlignments::KnownAlignments(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    connect(&workbench, &Workbench::datasetChanged, this, [this] {
        if (m_workbench.experiment().gold.file.empty())
            forget();
    });
    connect(&workbench, &Workbench::runOpened, this, &KnownAlignments::forget);
    connect(&workbench, &Workbench::runCleared, this, [this] {
        if (m_book && !m_book->imported.empty())
            forget();
    });
}

KnownAlignments::~KnownAlignments() = default;

QString KnownAlignments::whyNotLoad() const
{
    if (m_workbench.loading())
        return tr("Something is being loaded.");
    if (!m_workbench.dataset() && !m_workbench.attention())
        return m_workbench.folder().empty()
            ? tr("Choose a dataset first: the alignments are of its sentences.")
            : tr("The corpus of this run is not there, so nobody can tell which sentences the alignments are of.");
    return {};
}

bool KnownAlignments::busy() const
{
    return m_worker.busy(LookLane) || m_worker.busy(TakeLane);
}

void KnownAlignments::look(const GoldSource& source)
{
    if (!whyNotLoad().isEmpty())
        return;
    m_worker.post(LookLane,
                  [this, source, dataset = m_workbench.dataset(),
                   attention = m_workbench.attention()](const std::stop_token&) -> Worker::Done {
                      const std::shared_ptr<const Dataset> table = attention ? datasetOf(*attention) : dataset;
                      return [this, look = lookAt(source, *table)] { emit looked(look); };
                  });
}

std::shared_ptr<const KnownAlignments::Book> KnownAlignments::bookOf(const std::shared_ptr<const RawCorpus>& corpus,
                                                                     const TextOptions& text)
{
    auto book = std::make_shared<Book>(Book{corpus, text, {}, {}});
    for (std::size_t i = 0; i < corpus->gold.size(); ++i)
        if (const GoldAlignment& gold = corpus->gold[i]; !gold.sure.empty() || !gold.possible.empty())
            book->pairs.emplace(keyOf(corpus->pairs.source(i), corpus->pairs.target(i)), i);
    return book;
}

void KnownAlignments::take(const GoldLookPtr& look, bool whiteSpace)
{
    if (!look->corpus || !whyNotLoad().isEmpty())
        return;
    if (m_workbench.attention())
        return takeForImported(look, m_workbench.attention());
    m_worker.post(
        TakeLane,
        [this, look, whiteSpace, dataset = m_workbench.dataset()](const std::stop_token& stop) -> Worker::Done {
            try {
                auto made = whiteSpace ? splitAtWhiteSpace(*dataset, *look, stop) : withGold(*dataset, *look);
                auto book = bookOf(look->corpus, made->options.text);
                return [this, look, dataset, made = std::move(made), book = std::move(book)] {
                    if (m_workbench.dataset() != dataset)
                        return; // another corpus came between
                    m_workbench.takeGold(made, look->source);
                    m_book = book;
                    emit taken();
                };
            } catch (const std::exception& error) {
                return [this, message = QString::fromUtf8(error.what())] { emit failed(message); };
            }
        });
}

void KnownAlignments::takeForImported(const GoldLookPtr& look, const OpenedAttentionPtr& attention)
{
    m_worker.post(TakeLane, [this, look, attention](const std::stop_token&) -> Worker::Done {
        auto book = std::make_shared<Book>();
        book->imported = inTokensOf(*attention, look->corpus->gold);
        return [this, attention, book] {
            if (m_workbench.attention() != attention)
                return; // another file came between
            m_book = book;
            emit taken();
        };
    });
}

const GoldAlignment* KnownAlignments::find(const WatchedSentence& sentence) const
{
    if (!m_book)
        return nullptr;
    if (const auto place = static_cast<std::size_t>(index(sentence.id)); !m_book->imported.empty())
        return place < m_book->imported.size() ? &m_book->imported[place] : nullptr;
    const auto found = m_book->pairs.find(keyOf(sentence.source, sentence.target));
    return found == m_book->pairs.end() ? nullptr : fittingGold(*m_book->corpus, found->second, m_book->text);
}

void KnownAlignments::forget()
{
    m_worker.cancel(LookLane);
    m_worker.cancel(TakeLane);
    if (!std::exchange(m_book, nullptr))
        return;
    emit forgotten();
}

} // namespace alignoscope::ui
