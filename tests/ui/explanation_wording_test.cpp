// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/explanation_figure.h"
#include "ui/models/explanation_text.h"
#include "ui/panels/explanation_wording.h"

#include <QtTest>

#include <cmath>

namespace alignoscope::ui {

class ExplanationWordingTest : public QObject {
    Q_OBJECT

private slots:
    void ordersInWords_data();
    void ordersInWords();
    void numbersInWords();
    void judgesByWhatShufflingChanges_data();
    void judgesByWhatShufflingChanges();
    void tellsGoldAgainstChance();
    void gradientsAreSharesOfTheirRow();
    void binsOfAHistogram();

private:
    static ExplanationSummary summaryOf(const std::vector<double>& changes, double tau);
};

ExplanationSummary ExplanationWordingTest::summaryOf(const std::vector<double>& changes, double tau)
{
    ExplanationSummary summary;
    for (const double change : changes) {
        WordExplanation word;
        word.permutedChange = change;
        word.attentionLeaveOneOut.tau = tau;
        summary.words.push_back(word);
    }
    summary.attentionLeaveOneOut = {tau, 0.5, static_cast<std::int64_t>(changes.size())};
    summary.attentionGradient = summary.attentionLeaveOneOut;
    return summary;
}

void ExplanationWordingTest::ordersInWords_data()
{
    QTest::addColumn<double>("tau");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("words");
    QTest::newRow("same") << 0.9 << "0.90"
                          << "almost the same order";
    QTest::newRow("mostly") << 0.62 << "0.62"
                            << "mostly the same order";
    QTest::newRow("somewhat") << 0.2 << "0.20"
                              << "somewhat the same order";
    QTest::newRow("none") << -0.001 << "0.00"
                          << "no common order";
    QTest::newRow("opposite") << -0.4 << "−0.40"
                              << "rather the opposite order";
    QTest::newRow("undefined") << std::nan("") << "–"
                               << "nothing to compare: too few words, or all alike";
}

void ExplanationWordingTest::ordersInWords()
{
    QFETCH(double, tau);
    QTEST(tauText(tau), "number");
    QTEST(orderText(tau), "words");
}

void ExplanationWordingTest::numbersInWords()
{
    QCOMPARE(changeText(0.01), "hardly changes the prediction");
    QCOMPARE(changeText(0.09), "changes the prediction little");
    QCOMPARE(changeText(0.3), "changes the prediction a good deal");
    QCOMPARE(changeText(0.8), "makes another prediction of it");
}

void ExplanationWordingTest::judgesByWhatShufflingChanges_data()
{
    QTest::addColumn<QList<double>>("changes");
    QTest::addColumn<double>("tau");
    QTest::addColumn<QString>("judgement");
    QTest::newRow("exchangeable") << QList<double>{0.01, 0.02, 0.9} << 0.9 << "no explanation here";
    QTest::newRow("for some words") << QList<double>{0.01, 0.3, 0.9} << 0.9 << "explains some of this";
    QTest::newRow("fair") << QList<double>{0.8, 0.9, 0.9} << 0.6 << "a fair summary";
    QTest::newRow("in part") << QList<double>{0.8, 0.9, 0.9} << 0.3 << "part of the story";
    QTest::newRow("other words") << QList<double>{0.8, 0.9, 0.9} << 0.0 << "tell of other words";
}

void ExplanationWordingTest::judgesByWhatShufflingChanges()
{
    QFETCH(QList<double>, changes);
    QFETCH(double, tau);
    QFETCH(QString, judgement);
    const auto summary = summaryOf({changes.begin(), changes.end()}, tau);
    QVERIFY2(verdictHtml(summary, false).contains(judgement), qPrintable(verdictHtml(summary, false)));
    QVERIFY(verdictHtml(summary, false).contains("of 3 words"));
    QVERIFY(verdictHtml(summary, true).contains("% of the words"));
    QVERIFY(!verdictHtml({}, false).isEmpty());
}

void ExplanationWordingTest::tellsGoldAgainstChance()
{
    ExplanationSummary summary = summaryOf({0.5}, 0.5);
    QVERIFY(!findingsHtml(summary, true).contains("gold"));
    summary.gold = GoldAgreement{10, 0.9, 0.6, 0.3, 0.2};
    QVERIFY(findingsHtml(summary, true).contains("4.5 times as often as chance"));
    QVERIFY(findingsHtml(summary, true).contains("90 %"));
    QVERIFY(findingsHtml(summary, true).contains("beyond chance for 50 %"));
    QVERIFY(!findingsHtml(summary, false).contains("beyond chance")); // a sentence has too few words for shares
}

void ExplanationWordingTest::gradientsAreSharesOfTheirRow()
{
    Explanation explanation;
    explanation.source = {"a", "b", "</s>"};
    explanation.target = {"x", "</s>"};
    explanation.attention = {1, 0, 0, 0, 0, 1};
    explanation.gradient = {-3, 1, 0, 0, 0, 0};
    explanation.leaveOneOut = {0.5F, 0.25F, 0, 0, 0, 0};
    QCOMPARE(importanceMatrix(explanation, Importance::Gradient)->weights,
             (std::vector<float>{0.75F, 0.25F, 0, 0, 0, 0})); // a row of nothing stays nothing
    const auto leftOut = importanceMatrix(explanation, Importance::LeaveOneOut);
    QCOMPARE(leftOut->weight(0, 1), 0.25F);
    QVERIFY(std::isnan(leftOut->weight(0, 2)) && std::isnan(leftOut->weight(1, 2)));
}

void ExplanationWordingTest::binsOfAHistogram()
{
    ExplanationSummary summary = summaryOf({0, 0, 0, 0}, 1);
    summary.words[0].attentionLeaveOneOut.tau = -1;
    summary.words[1].attentionLeaveOneOut.tau = 0.05;
    summary.words[2].attentionLeaveOneOut.tau = std::nan("");
    const HistogramPlot plot = rankPlot(summary);
    QCOMPARE(plot.second.size(), std::size_t(10));
    QCOMPARE(plot.second[0], 1.0 / 3);
    QCOMPARE(plot.second[5], 1.0 / 3);                // 0 to 0.2
    QCOMPARE(plot.second[9], 1.0 / 3);                // 1 is in the last
    QCOMPARE(plot.first, std::vector<double>(10, 0)); // no τ at all
}

} // namespace alignoscope::ui

QTEST_MAIN(alignoscope::ui::ExplanationWordingTest)

#include "explanation_wording_test.moc"
