// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window as a person does: loads a corpus, trains with all cores, watches a long sentence, moves mouse
// and keyboard over its picture. Prints what that took as one JSON object. Without a display:
// QT_QPA_PLATFORM=offscreen.
#include "tests/bench/window/frame_meter.h"
#include "tests/bench/window/input_source.h"
#include "tests/ui/sample_snapshot.h"
#include "ui/application.h"
#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/main_window.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_view.h"

#include <QAction>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <cmath>

using namespace alignoscope;
using namespace alignoscope::bench;

namespace {

struct Wishes {
    QString corpus, preset, runs;
    int tokens = 60, threads = 0, hidden = 0;
    double seconds = 10;
    qint64 steps = 0;
    QSize size;
    bool watch = true, input = true;
    double links = -1; ///< look at the links tab, with this threshold
    int table = 0;     ///< sort the sentences, open their histograms, and validate every so many updates
};

void finish(const QJsonObject& report)
{
    QTextStream(stdout) << QJsonDocument(report).toJson();
    QCoreApplication::quit();
}

void fail(const QString& message)
{
    QTextStream(stderr) << message << '\n';
    QCoreApplication::exit(1);
}

/// Cells far apart, as points of the window.
std::vector<QPointF> cellsOf(const ui::HeatmapView& view)
{
    std::vector<QPointF> points;
    const int rows = view.snapshot()->targets(), columns = view.snapshot()->sources();
    for (int i = 0; i < 97; ++i) {
        const QRect cell = view.cellRect({i * 7 % rows, (i * 11 + 1) % columns});
        points.push_back(QPointF(view.mapTo(view.window(), cell.center())));
    }
    return points;
}

/// Words far apart, of one side and the other in turn.
std::vector<QPointF> placesOf(const ui::LinksView& view)
{
    std::vector<QPointF> points;
    const int targets = view.snapshot()->targets(), sources = view.snapshot()->sources();
    for (int i = 0; i < 97; ++i) {
        const ui::LinkPlace source{(i * 11 + 1) % sources, -1}, target{-1, i * 7 % targets};
        QPoint point = view.tokenRect(i % 2 == 0 ? source : target).center();
        point.setY(i % 2 == 0 ? view.tokenRect(source).bottom() - 3 : view.tokenRect(target).top() + 3);
        points.push_back(QPointF(view.mapTo(view.window(), point)));
    }
    return points;
}

/// As many words of the corpus as asked for, in one line.
QString longSentence(const TextPairs& pairs, bool target, int tokens)
{
    QStringList words;
    for (std::size_t i = 0; words.size() < tokens; i = (i + 1) % pairs.size()) {
        const std::string_view line = target ? pairs.target(i) : pairs.source(i);
        for (const QString& word : QString::fromUtf8(line.data(), qsizetype(line.size())).split(' ')) {
            if (words.size() < tokens && std::ranges::all_of(word, [](QChar c) { return c.isLetter(); }))
                words << word;
        }
    }
    return words.join(' ');
}

/// Trains in the window and looks on.
class Visitor : public QObject {
public:
    Visitor(FrameMeter& meter, ui::MainWindow& window, Wishes wishes)
        : m_meter(meter), m_window(window), m_wishes(std::move(wishes)),
          m_heatmap(window.findChild<ui::HeatmapView*>("attentionHeatmap")),
          m_links(window.findChild<ui::LinksView*>("linksView")), m_view(m_heatmap)
    {
        if (m_wishes.links >= 0) {
            m_view = m_links;
            window.findChild<QTabWidget*>("tabs")->setCurrentWidget(m_links->parentWidget());
            window.findChild<QSlider*>("linksThreshold")->setValue(qRound(100 * std::sqrt(m_wishes.links)));
        }
        if (m_wishes.table > 0) {
            window.findChild<QTableView*>("sentenceTable")->sortByColumn(2, Qt::DescendingOrder);
            for (const char* action : {"actionHistograms", "actionWideTable"})
                window.findChild<QAction*>(action)->setChecked(true);
        }
        ui::Workbench& bench = window.workbench();
        ui::TrainingSession& session = bench.session();
        connect(&session, &ui::TrainingSession::validated, this, [this] { m_validations += m_measuring ? 1 : 0; });
        connect(
            &bench, &ui::Workbench::datasetChanged, this, [this] { start(); }, Qt::SingleShotConnection);
        connect(&bench, &ui::Workbench::failed, this, &fail);
        connect(&session, &ui::TrainingSession::sentenceWatched, this, &Visitor::choose);
        connect(&session, &ui::TrainingSession::pictureReady, this, &Visitor::take);
        connect(&bench, &ui::Workbench::trainingFinished, this, &Visitor::end);
    }

private:
    void start()
    {
        ui::Workbench& bench = m_window.workbench();
        const Preset& chosen = m_wishes.preset.isEmpty() ? presets().front() : preset(m_wishes.preset.toStdString());
        ModelOptions model = chosen.model;
        TrainingOptions training = chosen.training;
        training.threads = m_wishes.threads;
        if (m_wishes.table > 0)
            training.validateEvery = m_wishes.table;
        if (m_wishes.hidden > 0)
            model.embedding = model.hidden = m_wishes.hidden;
        training.steps = m_wishes.steps;
        training.epochs = m_wishes.steps > 0 ? 0 : 1'000'000; // as `train --steps` does, or until the end is seen
        bench.setOptions(model, training, chosen.name);
        if (m_wishes.watch) {
            const TextPairs& pairs = bench.dataset()->corpus->pairs;
            m_sentence = longSentence(pairs, false, m_wishes.tokens - 1); // the end of the sentence is a token as well
            bench.watch(m_sentence, longSentence(pairs, true, m_wishes.tokens - 1));
        }
        bench.start();
    }

    void choose(const WatchedSentence& sentence)
    {
        if (!m_wishes.watch && m_id == SentenceId{-1})
            m_id = sentence.id; // what the window shows by itself
        if (!m_wishes.watch || QString::fromStdString(sentence.source) != m_sentence)
            return;
        m_id = sentence.id;
        auto* table = m_window.findChild<QTableView*>("sentenceTable");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == m_sentence)
                table->selectRow(row);
        }
    }

    void take(const AttentionSnapshotPtr& snapshot)
    {
        if (snapshot->sentence != m_id)
            return;
        if (m_measuring)
            m_meter.pictureCame();
        else if (++m_seen == 10 && m_wishes.steps == 0) // everything has been drawn once
            measure();
    }

    void measure()
    {
        m_measuring = true;
        m_view->setFocus();
        m_dropped = m_window.workbench().session().droppedPictures();
        m_meter.begin(&m_window, m_view);
        if (m_wishes.input)
            m_input = std::make_unique<InputSource>(m_window.windowHandle(),
                                                    m_view == m_links ? placesOf(*m_links) : cellsOf(*m_heatmap));
        QTimer::singleShot(static_cast<int>(m_wishes.seconds * 1000), this, [this] {
            m_input.reset();
            m_report = m_meter.report();
            m_report["pictures_dropped"] =
                static_cast<qint64>(m_window.workbench().session().droppedPictures() - m_dropped);
            m_report["validations"] = m_validations;
            m_report["table_rows"] = m_window.findChild<QTableView*>("sentenceTable")->model()->rowCount();
            m_report["source_tokens"] = m_heatmap->snapshot()->sources();
            m_report["target_tokens"] = m_heatmap->snapshot()->targets();
            m_report[m_view == m_links ? "links" : "heatmap"] =
                QString("%1 x %2").arg(m_view->width()).arg(m_view->height());
            m_window.workbench().stop();
        });
    }

    void end(const RunFinished& result)
    {
        if (result.reason == StopReason::Failed)
            return fail(QString::fromStdString(result.message));
        m_report["steps"] = static_cast<qint64>(result.steps);
        m_report["target_tokens_per_second"] = result.targetTokensPerSecond;
        m_report["platform"] = QApplication::platformName();
        m_report["run"] = ui::toQString(m_window.workbench().folder());
        finish(m_report);
    }

    FrameMeter& m_meter;
    ui::MainWindow& m_window;
    Wishes m_wishes;
    ui::HeatmapView* m_heatmap;
    ui::LinksView* m_links;
    QWidget* m_view; ///< the one in front
    QString m_sentence;
    SentenceId m_id{-1};
    int m_seen = 0, m_validations = 0;
    bool m_measuring = false;
    std::uint64_t m_dropped = 0;
    std::unique_ptr<InputSource> m_input;
    QJsonObject m_report;
};

/// A heatmap alone, with new weights at the screen's rate and nothing else to do.
int showHeatmapAlone(FrameMeter& meter, const Wishes& wishes)
{
    ui::HeatmapView view;
    view.resize(wishes.size);
    view.show();
    const auto tokens = testing::square(wishes.tokens);
    const std::array snapshots = {testing::diagonal(tokens->sourceTokens, tokens->targetTokens, 0.75F),
                                  testing::diagonal(tokens->sourceTokens, tokens->targetTokens, 0.25F)};
    view.setSnapshot(snapshots[0]);
    std::size_t turn = 0;
    QTimer clock;
    clock.setTimerType(Qt::PreciseTimer);
    QObject::connect(&clock, &QTimer::timeout, &view, [&] {
        meter.pictureCame();
        view.setSnapshot(snapshots[++turn % 2]);
    });
    std::unique_ptr<InputSource> input;
    QTimer::singleShot(500, &view, [&] {
        view.setFocus();
        meter.begin(&view, &view);
        clock.start(16);
        if (wishes.input)
            input = std::make_unique<InputSource>(view.windowHandle(), cellsOf(view));
    });
    QTimer::singleShot(500 + static_cast<int>(wishes.seconds * 1000), &view, [&] {
        input.reset();
        finish(meter.report());
    });
    return QApplication::exec();
}

int showWindow(FrameMeter& meter, const Wishes& wishes)
{
    const QTemporaryDir folder;
    ui::MainWindow window(std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat));
    window.workbench().library().setHome(wishes.runs.isEmpty() ? folder.filePath("runs") : wishes.runs);
    window.resize(wishes.size);
    window.show();
    Visitor visitor(meter, window, wishes);
    window.openPaths(wishes.corpus.split(' '));
    return QApplication::exec();
}

/// Opens the window as the program does, and says how long that took since a moment on this machine's steady clock.
int showStart(FrameMeter& meter, std::int64_t startedAt)
{
    const QTemporaryDir folder;
    ui::MainWindow window(std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat));
    meter.begin(&window, &window);
    bool painted = false;
    meter.onPainted = [&painted, startedAt] {
        if (std::exchange(painted, true))
            return;
        QTimer::singleShot(0, [startedAt] { // when all that waited is done
            const auto now = Clock::now().time_since_epoch();
            const auto passed = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - startedAt;
            finish({{"usable", static_cast<double>(passed) / 1e6}});
        });
    };
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    FrameMeter meter(argc, argv);
    ui::prepareApplication(meter);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"heatmap", "show a heatmap alone, without training"},
                       {"started-at", "measure the start alone", "nanoseconds"},
                       {"links", "look at the links tab, with links from this weight on", "threshold", "-1"},
                       {"table", "wide table of sentences, sorted; validate every so many updates", "n", "0"},
                       {"no-input", "leave mouse and keyboard alone"},
                       {"no-watch", "watch no long sentence; look at the one the window shows by itself"},
                       {"tokens", "of the watched sentence, a side", "n", "60"},
                       {"seconds", "to measure", "n", "10"},
                       {"steps", "train so many updates and measure nothing but them", "n", "0"},
                       {"corpus", "to train on", "name", "builtin:phrases-en-fr"},
                       {"preset", "the model; the default preset when empty", "name", ""},
                       {"hidden", "units of the model instead of the preset's", "n", "0"},
                       {"threads", "0: as many as the processor has", "n", "0"},
                       {"runs", "folder to keep the run in", "folder", ""},
                       {"size", "of the window", "WxH", "1280x800"}});
    parser.process(meter);
    const QString size = parser.value("size");
    const Wishes wishes{.corpus = parser.value("corpus"),
                        .preset = parser.value("preset"),
                        .runs = parser.value("runs"),
                        .tokens = parser.value("tokens").toInt(),
                        .threads = parser.value("threads").toInt(),
                        .hidden = parser.value("hidden").toInt(),
                        .seconds = parser.value("seconds").toDouble(),
                        .steps = parser.value("steps").toLongLong(),
                        .size = QSize(size.section('x', 0, 0).toInt(), size.section('x', 1).toInt()),
                        .watch = !parser.isSet("no-watch"),
                        .input = !parser.isSet("no-input"),
                        .links = parser.value("links").toDouble(),
                        .table = parser.value("table").toInt()};
    if (parser.isSet("started-at"))
        return showStart(meter, parser.value("started-at").toLongLong());
    return parser.isSet("heatmap") ? showHeatmapAlone(meter, wishes) : showWindow(meter, wishes);
}
