// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explanation_wording.h"

#include "ui/models/explanation_text.h"
#include "ui/panels/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Explanation", text);
}

QString percent(double share)
{
    return QString::number(std::lround(100 * share)) + QStringLiteral(" %");
}

/// A line of a table: what, the number, what it means.
QString row(const QString& what, const QString& number, const QString& meaning)
{
    return QStringLiteral("<tr><td style=\"padding-right:12px\">%1</td>"
                          "<td align=\"right\" style=\"padding-right:12px\"><b>%2</b></td><td>%3</td></tr>")
        .arg(what.toHtmlEscaped(), number.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString heading(const QString& text)
{
    return QStringLiteral("<tr><td colspan=\"3\" style=\"padding-top:6px\"><b>%1</b></td></tr>")
        .arg(text.toHtmlEscaped());
}

QString orderRow(const QString& what, const ExplanationSummary::Order& order, bool many)
{
    const double tau = order.words > 0 ? order.mean : std::nan("");
    QString meaning = orderText(tau);
    if (many && order.words > 0)
        meaning += tr(" (beyond chance for %1)").arg(percent(order.significant));
    return row(what, tauText(tau), meaning);
}

QString goldRows(const GoldAgreement& gold)
{
    const auto line = [&](const QString& what, double share) {
        return row(what, percent(share),
                   gold.chance > 0 ? tr("%1 times as often as chance").arg(QString::number(share / gold.chance, 'f', 1))
                                   : QString());
    };
    return heading(tr("Is the word that counts most the one of the gold alignment?"))
        + (std::isnan(gold.attention) ? QString() : line(tr("Attention"), gold.attention))
        + line(tr("Gradient × input"), gold.gradient) + line(tr("Leaving out"), gold.leaveOneOut)
        + row(tr("Chance"), percent(gold.chance), tr("picking blindly"));
}

/// Shares of the words that shuffling leaves as they are, and that it changes for the most part.
struct Shares {
    double untouched = 0, changed = 0;
};

Shares sharesOf(const std::vector<WordExplanation>& words)
{
    Shares shares;
    for (const WordExplanation& word : words) {
        shares.untouched += word.permutedChange < 0.1 ? 1 : 0;
        shares.changed += word.permutedChange >= 0.5 ? 1 : 0;
    }
    shares.untouched /= static_cast<double>(words.size());
    shares.changed /= static_cast<double>(words.size());
    return shares;
}

QString judgement(const ExplanationSummary& summary, const Shares& shares)
{
    const double tau = std::max(summary.attentionLeaveOneOut.mean, summary.attentionGradient.mean);
    if (shares.untouched > 0.5)
        return tr("Attention is no explanation here: for most words other weights would have given nearly the same "
                  "prediction, and attention that can be permuted without changing the word does not explain it.");
    if (shares.changed < 0.5)
        return tr("Attention explains some of this: for part of the words the weights matter, for others nearly any "
                  "weights would have done. The table tells which.");
    if (tau >= 0.5)
        return tr("Attention is a fair summary here: the predictions depend on the weights, and the other measures put "
                  "the source words in much the same order.");
    if (tau >= 0.2)
        return tr("Attention tells part of the story: the predictions depend on the weights, but the other measures "
                  "agree with their order only somewhat. The word looked at most matters; the rest of the order less.");
    return tr(
        "The predictions depend on the weights, but the other measures tell of other words. What attention points "
        "at is not all that the model used.");
}

QString otherWeights(const ExplanationSummary& summary)
{
    QString html = heading(tr("Would other weights have done? (change of the prediction, 0 to 1)"));
    html += row(tr("Shuffled weights"), shareText(summary.permutedChange), changeText(summary.permutedChange));
    html += row(tr("Equal weights"), shareText(summary.uniformChange), changeText(summary.uniformChange));
    html += row(tr("Equal at every word"), lossText(summary.uniformLoss),
                tr("loss a word; with its own weights %1").arg(lossText(summary.loss)));
    return html;
}

} // namespace

QString findingsHtml(const ExplanationSummary& summary, bool many)
{
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">");
    html += heading(tr("Do the measures put the source words in the same order? (Kendall’s τ, −1 to 1)"));
    if (summary.attends) {
        html += orderRow(tr("Attention and gradients"), summary.attentionGradient, many);
        html += orderRow(tr("Attention and leaving out"), summary.attentionLeaveOneOut, many);
    }
    html += orderRow(tr("Gradients and leaving out"), summary.gradientLeaveOneOut, many);
    if (summary.attends)
        html += otherWeights(summary);
    if (summary.gold && summary.gold->words > 0)
        html += goldRows(*summary.gold);
    return html + "</table>";
}

QString verdictHtml(const ExplanationSummary& summary, bool many)
{
    if (summary.words.empty())
        return tr("There is no word here to explain.");
    if (!summary.attends)
        return tr("<b>This model has no attention to judge.</b> Gradients and leaving words out tell which source "
                  "words its answer came from. Limits: gradients speak of tiny changes, and a sentence without a word "
                  "is one the model never saw.");
    const Shares shares = sharesOf(summary.words);
    const auto count = [&](double share) {
        return many ? tr("%1 of the words").arg(percent(share))
                    : tr("%1 of %2 words")
                          .arg(std::lround(share * static_cast<double>(summary.words.size())))
                          .arg(summary.words.size());
    };
    const QString counted = tr("Shuffled weights leave %1 as they are and make another prediction of %2.")
                                .arg(count(shares.untouched), count(shares.changed));
    const QString limits =
        tr("Limits: an annotation also holds its neighbours, so a weight on a word is not a weight on that word alone; "
           "gradients speak of tiny changes; a sentence without a word is one the model never saw. That they disagree "
           "does not prove attention wrong, and that they agree does not prove it right.");
    const QString finding =
        QStringLiteral("<b>%1</b> %2").arg(judgement(summary, shares).toHtmlEscaped(), counted.toHtmlEscaped());
    if (many)
        return finding;
    return finding + QStringLiteral("<p>%1</p>").arg(limits.toHtmlEscaped());
}

} // namespace alignoscope::ui
