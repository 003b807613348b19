// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/dialogs/export_dialog.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_overview.h"
#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"
#include "ui/views/timeline_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace alignoscope::testing {

using Cell = ui::HeatmapView::Cell;

/// The links tab in the real window, over a model in training.
class LinksPanelTest : public QObject {
    Q_OBJECT

    /// A window with a picture that stays as it is.
    struct Shown : WindowFixture {
        explicit Shown(const std::string& corpus = {})
        {
            if (corpus.empty())
                loadCorpus();
            else
                load(corpus);
            useTinyModel();
            action("actionStep")->trigger();
            show();
        }
        void load(const std::string& text)
        {
            const auto file = folder.write("corpus.tsv", text);
            bench().loadCorpus(CorpusSource::parse({file.string()}));
            QTRY_VERIFY(bench().dataset());
        }
        void show()
        {
            QTRY_VERIFY(view()->snapshot());
            auto* tabs = find<QTabWidget>("tabs");
            tabs->setCurrentWidget(view()->parentWidget());
            QTRY_VERIFY(view()->isVisible());
            QTRY_VERIFY(!view()->scene().layout.zone.isEmpty());
        }
        ui::LinksView* view() { return find<ui::LinksView>("linksView"); }
        ui::HeatmapView* heatmap() { return find<ui::HeatmapView>("attentionHeatmap"); }
        void finish()
        {
            action("actionStop")->trigger();
            QTRY_VERIFY(!session().active());
        }
    };

private slots:
    void standsBesideTheMatrix();
    void followsTrainingAndTheTimeline();
    void pointingAtATokenLightsTheMatrix();
    void pointingAtTheMatrixLightsTheLinks();
    void thresholdIsKept();
    void ticksAreTheMenusActions();
    void piecesOfWordsAreJoined();
    void zoomHasButtonsAndABar();
    void keepsItsPlaceWhenTheSentenceChanges();
    void keyboardReachesEverything();
    void exportsWhatIsSeen();
    void opensAgainAsItWas();
};

void LinksPanelTest::standsBesideTheMatrix()
{
    WindowFixture f;
    auto* view = f.find<ui::LinksView>("linksView");
    QVERIFY(view->accessibleDescription().contains("dataset"));
    f.showTab("Links");
    QVERIFY(!f.action("actionExport")->isEnabled());
    f.loadCorpus();
    QTRY_VERIFY(view->accessibleDescription().contains("Press Start"));
}

void LinksPanelTest::followsTrainingAndTheTimeline()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    auto* view = f.find<ui::LinksView>("linksView");
    f.showTab("Links");
    f.action("actionStart")->trigger();
    QTRY_VERIFY(view->snapshot());
    const AttentionSnapshotPtr first = view->snapshot();
    QTRY_VERIFY(view->snapshot()->step > std::max<qint64>(60, first->step + 20));
    QVERIFY(view->snapshot()->weights != first->weights);
    emit f.find<ui::TimelineView>("timeline")->stepChosen(20);
    QTRY_COMPARE(view->snapshot()->step, 20);
    QVERIFY(f.find<QLabel>("linksCaption")->text().contains("Looking back"));
    f.action("actionLive")->trigger();
    QTRY_VERIFY(view->snapshot()->step > 60);
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
}

void LinksPanelTest::pointingAtATokenLightsTheMatrix()
{
    Shown f;
    const QImage before = f.heatmap()->grab().toImage();
    QTest::mouseMove(f.view(), f.view()->tokenRect({1, -1}).center());
    QTRY_COMPARE(f.view()->scene().active, (ui::LinkPlace{1, -1}));
    const QImage column = f.heatmap()->grab().toImage();
    QVERIFY(column != before);
    QTest::mouseMove(f.view(), f.view()->tokenRect({-1, 2}).center());
    QTRY_COMPARE(f.view()->scene().active, (ui::LinkPlace{-1, 2}));
    QVERIFY(f.heatmap()->grab().toImage() != column);
    // the inspector tells the row
    QVERIFY(f.find<QLabel>("inspectorRow")->text().contains(f.view()->scene().targets[2].text));
    QTest::mouseMove(f.view(), QPoint(1, 1));
    QTRY_VERIFY(f.view()->scene().active.isNone());
    QCOMPARE(f.heatmap()->grab().toImage(), before);
    // a cursor that was left in the tab behind does not speak for the one in front
    f.heatmap()->setCursorCell(Cell{0, 0});
    QTest::mouseMove(f.view(), f.view()->tokenRect({-1, 2}).center());
    QTRY_COMPARE(f.view()->scene().active, (ui::LinkPlace{-1, 2}));
    const qint64 step = f.view()->snapshot()->step;
    f.action("actionStep")->trigger();
    QTRY_VERIFY(f.view()->snapshot()->step > step);
    QCOMPARE(f.view()->scene().active, (ui::LinkPlace{-1, 2}));
    QVERIFY(f.find<QLabel>("inspectorRow")->text().contains(f.view()->scene().targets[2].text));
    f.showTab("Attention"); // no pointer leaves, but nothing is pointed at any more
    QVERIFY(f.view()->scene().active != (ui::LinkPlace{-1, 2}));
    f.finish();
}

void LinksPanelTest::pointingAtTheMatrixLightsTheLinks()
{
    Shown f;
    f.action("actionHideEnd")->setChecked(true); // both count the same words, whatever is left out
    f.showTab("Attention");
    QTRY_VERIFY(!f.heatmap()->cellRect({1, 2}).isEmpty());
    QTest::mouseMove(f.heatmap(), f.heatmap()->cellRect({1, 2}).center());
    QTRY_COMPARE(f.view()->scene().active, (ui::LinkPlace{2, 1}));
    f.heatmap()->setCursorCell(Cell{0, 1});
    QCOMPARE(f.view()->scene().active, (ui::LinkPlace{1, 0}));
    f.heatmap()->setCursorCell(std::nullopt);
    QVERIFY(f.view()->scene().active.isNone());
    f.finish();
}

void LinksPanelTest::thresholdIsKept()
{
    Shown f;
    auto* slider = f.find<QSlider>("linksThreshold");
    slider->setValue(0);
    const std::size_t all = f.view()->scene().links.size();
    QCOMPARE(all, f.view()->snapshot()->weights.size());
    slider->setValue(80);
    QCOMPARE(f.find<QLabel>("linksThresholdText")->text(), QString("0.64"));
    QVERIFY(f.view()->scene().links.size() < all); // a row has room for one such link at most
    f.finish();
    f.reopen();
    QCOMPARE(f.find<QSlider>("linksThreshold")->value(), 80);
    QCOMPARE(f.view()->scene().threshold, 0.8 * 0.8);
}

void LinksPanelTest::ticksAreTheMenusActions()
{
    Shown f;
    const int sources = f.view()->snapshot()->sources(), targets = f.view()->snapshot()->targets();
    auto* box = f.find<QCheckBox>("boxHideEnd");
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(f.action("actionHideEnd")->isChecked());
    for (const AttentionSnapshotPtr& shown : {f.view()->snapshot(), f.heatmap()->snapshot()}) {
        QCOMPARE(shown->sources(), sources - 1);
        QCOMPARE(shown->targets(), targets - 1);
    }
    f.action("actionHideEnd")->trigger();
    QVERIFY(!box->isChecked());
    QCOMPARE(f.view()->snapshot()->sources(), sources);
    f.action("actionHidePunctuation")->trigger();
    QVERIFY(f.find<QCheckBox>("boxHidePunctuation")->isChecked());
    QVERIFY(!f.find<QCheckBox>("boxJoinSubwords")->isEnabled()); // letters are whole words
    QVERIFY(f.find<QCheckBox>("boxJoinSubwords")->toolTip().contains("not cut into pieces"));
    f.finish();
    f.reopen();
    QVERIFY(f.action("actionHidePunctuation")->isChecked());
    QVERIFY(!f.action("actionHideEnd")->isChecked());
}

void LinksPanelTest::piecesOfWordsAreJoined()
{
    std::string text;
    for (int i = 0; i < 120; ++i)
        text += "▁ n" + std::to_string(i) + " m ▁ b .\t▁ x" + std::to_string(i % 30) + " y ▁ z .\n";
    Shown f(text);
    auto* box = f.find<QCheckBox>("boxJoinSubwords");
    QTRY_VERIFY(box->isEnabled());
    QCOMPARE(f.view()->snapshot()->sourceTokens.front(), std::string("▁"));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    const auto& tokens = f.view()->snapshot()->sourceTokens; // n7m, b, ., </s>
    QCOMPARE(tokens.size(), 4U);
    QVERIFY(QString::fromStdString(tokens[0]).startsWith('n'));
    QVERIFY(QString::fromStdString(tokens[0]).endsWith('m'));
    QCOMPARE(f.heatmap()->snapshot()->sourceTokens, tokens);
    f.finish();
}

void LinksPanelTest::zoomHasButtonsAndABar()
{
    Shown f;
    auto* in = f.find<QToolButton>("linksZoomIn");
    auto* bar = f.find<QScrollBar>("linksScrollBar");
    auto* overview = f.find<ui::LinksOverview>("linksOverview");
    QVERIFY(bar->isHidden() && overview->isHidden());
    QVERIFY(!f.find<QToolButton>("linksFit")->isEnabled());
    while (in->isEnabled())
        QTest::mouseClick(in, Qt::LeftButton);
    QVERIFY(f.view()->zoom() > 2);
    QTRY_VERIFY(bar->isVisible() && overview->isVisible());
    bar->setValue(bar->maximum());
    QCOMPARE(f.view()->scene().layout.scrolled, static_cast<double>(bar->maximum()));
    f.view()->scrollTo(0);
    QCOMPARE(bar->value(), 0);
    QTest::mouseClick(f.find<QToolButton>("linksFit"), Qt::LeftButton);
    QCOMPARE(f.view()->zoom(), 1.0);
    QVERIFY(bar->isHidden() && overview->isHidden());
    f.finish();
}

void LinksPanelTest::keepsItsPlaceWhenTheSentenceChanges()
{
    Shown f;
    auto* table = f.find<QTableView>("sentenceTable");
    QTRY_VERIFY(table->model()->rowCount() >= 2);
    table->selectRow(0);
    const AttentionSnapshotPtr first = f.view()->snapshot();
    f.find<QSlider>("linksThreshold")->setValue(30);
    f.view()->setZoom(2);
    f.view()->setCursorPlace({1, -1});
    table->selectRow(1);
    QTRY_VERIFY(f.view()->snapshot() && f.view()->snapshot() != first);
    QCOMPARE(f.view()->zoom(), 2.0);
    QCOMPARE(f.view()->cursorPlace(), (ui::LinkPlace{1, -1}));
    QCOMPARE(f.view()->scene().threshold, 0.09);
    QVERIFY(f.view()->scene().active == f.view()->cursorPlace()); // and what is lit is of the new sentence
    QVERIFY(f.view()->readout().contains(f.view()->scene().sources[1].text));
    f.finish();
}

void LinksPanelTest::keyboardReachesEverything()
{
    Shown f;
    for (const char* name : {"linksView", "linksThreshold", "linksColouring", "boxHideEnd", "boxHidePunctuation",
                             "boxJoinSubwords", "linksZoomIn", "linksFit", "linksZoomOut"}) {
        const auto* widget = f.find<QWidget>(name);
        QVERIFY2(widget, name);
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, name);
        QVERIFY2(!widget->accessibleName().isEmpty(), name);
        QVERIFY2(!widget->toolTip().isEmpty() || widget == f.view(), name);
    }
    for (const char* name : {"actionHideEnd", "actionHidePunctuation", "actionJoinSubwords"})
        QVERIFY2(!f.action(name)->shortcut().isEmpty(), name);
    f.view()->setFocus();
    QTest::keyClick(f.view(), Qt::Key_Right);
    QTest::keyClick(f.view(), Qt::Key_Down);
    QVERIFY(f.view()->accessibleDescription().contains(" looks at "));
    f.finish();
}

void LinksPanelTest::exportsWhatIsSeen()
{
    Shown f;
    f.find<QSlider>("linksThreshold")->setValue(0);
    f.action("actionHideEnd")->setChecked(true);
    const auto write = [&f](const QString& ending) {
        f.action("actionExport")->trigger();
        auto* dialog = f.find<ui::ExportDialog>("exportDialog");
        if (!dialog)
            return QByteArray();
        const QString file = ui::toQString(f.folder.path() / "links.") + ending;
        dialog->setAskForFile([file](QWidget*, const QString&, const QString&) { return file; });
        dialog->setFormat(ending);
        dialog->save();
        delete dialog;
        QFile written(file);
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    };
    const QByteArray svg = write("svg");
    const auto links = static_cast<int>(f.view()->scene().links.size());
    QCOMPARE(svg.count(" ← "), links); // each link is named
    QVERIFY(svg.count("stroke-width") >= links);
    QVERIFY(write("pdf").startsWith("%PDF"));
    QVERIFY(!QImage::fromData(write("png")).isNull());
    QVERIFY(!write("csv").contains("</s>"));
    QCOMPARE(write("tsv").count('\n'), links + 1);
    // every target word has its likeliest source word, the last one too
    QCOMPARE(write("txt").split(' ').size(), f.view()->snapshot()->targets());
    f.finish();
}

void LinksPanelTest::opensAgainAsItWas()
{
    Shown f;
    f.find<QComboBox>("linksColouring")->setCurrentIndex(1);
    QCOMPARE(f.view()->scene().style.colouring, ui::LinkColouring::SourceWord);
    f.action("actionColourMapGreys")->trigger();
    QCOMPARE(f.view()->scene().style.colourMap, ui::ColourMap::Greys);
    f.finish();
    const auto run = f.bench().folder();
    f.reopen();
    QCOMPARE(f.view()->scene().style.colouring, ui::LinkColouring::SourceWord);
    f.window->openPaths({ui::toQString(run)}); // no model is needed to look
    QTRY_VERIFY(f.view()->snapshot());
    QVERIFY(!f.view()->scene().sources.empty());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::LinksPanelTest)

#include "links_panel_test.moc"
