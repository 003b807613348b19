// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/what_if_answer.h"

#include "alignoscope/error.h"

#include <QTest>

#include <cmath>

namespace alignoscope::ui {

using Strings = std::vector<std::string>;

/// The list of changes and what the model is asked because of it, without a model.
class WhatIfChangesTest : public QObject {
    Q_OBJECT

private slots:
    void thereIsOneChangeAPlace();
    void textIsTakenApartAsTheModelDoes();
    void theLaterWordWinsAndTheBeginningHasNoGaps();
    void nothingIsSaidAfterTheEnd();
    void whatCannotBeIsLeftOut();
    void picturesFollowTheView();

private:
    static Intervention asked(const WhatIfChanges& changes, std::size_t sources = 4)
    {
        return interventionOf(changes.list(), TextOptions{}, sources);
    }
};

void WhatIfChangesTest::thereIsOneChangeAPlace()
{
    WhatIfChanges changes;
    changes.setWord(1, "chat", true);
    changes.setDropped(2, "dog", true);
    changes.setWord(1, "  chien ", false);
    changes.setRow(1, {0, 1, 0, 0}, "row");
    changes.setRow(1, {1, 0, 0, 0}, "row again");
    QCOMPARE(changes.list().size(), 3U);
    QVERIFY(changes.list()[1].title.contains("chien"));
    QCOMPARE(changes.row(1)->at(0), 1.0F);
    QVERIFY(!changes.row(0));
    changes.setDropped(2, "dog", false);
    QVERIFY(!changes.isDropped(2));
    changes.setWord(3, "   ", false); // no word
    changes.setBeginning("  ");
    QCOMPARE(changes.list().size(), 2U);
    changes.remove(7);
    changes.remove(0);
    QVERIFY(!changes.hasWord(1));
    changes.removeRow(1);
    QVERIFY(changes.empty());
}

void WhatIfChangesTest::textIsTakenApartAsTheModelDoes()
{
    WhatIfChanges changes;
    changes.setBeginning("L'homme, ");
    changes.setWord(5, "aujourd'hui il", false);
    changes.setWord(9, "l'", true); // as the model has it
    const Intervention intervention = asked(changes);
    QCOMPARE(intervention.prefix, tokenize("L'homme,", TokenizerKind::Words, false));
    QCOMPARE(intervention.words.front().target, 5);
    QCOMPARE(intervention.words.back().target, 9);
    QCOMPARE(intervention.words.back().token, std::string("l'"));
    TextOptions letters;
    letters.targetTokenizer = TokenizerKind::Characters;
    letters.lowercase = true;
    QCOMPARE(interventionOf(changes.list(), letters, 4).prefix,
             (Strings{"l", "'", "h", "o", "m", "a", "u", "j"})); // “aujourd…” from the sixth on
}

void WhatIfChangesTest::theLaterWordWinsAndTheBeginningHasNoGaps()
{
    WhatIfChanges changes;
    changes.setBeginning("a b c");
    changes.setWord(1, "x y", false);
    changes.setWord(4, "z", false);
    Intervention intervention = asked(changes);
    QCOMPARE(intervention.prefix, (Strings{"a", "x", "y"}));
    QCOMPARE(intervention.words.size(), 1U);
    QCOMPARE(intervention.words[0].target, 4);
    changes.setBeginning("d e"); // said last
    intervention = asked(changes);
    QCOMPARE(intervention.prefix, (Strings{"d", "e"}));
    QCOMPARE(intervention.words[0].token, std::string("y"));
}

void WhatIfChangesTest::nothingIsSaidAfterTheEnd()
{
    WhatIfChanges changes;
    changes.setBeginning("a b c");
    changes.setWord(1, "</s>", true);
    changes.setWord(5, "x", true);
    const Intervention intervention = asked(changes);
    QCOMPARE(intervention.prefix, (Strings{"a", "</s>"}));
    QVERIFY(intervention.words.empty());
}

void WhatIfChangesTest::whatCannotBeIsLeftOut()
{
    WhatIfChanges changes;
    changes.setRow(0, {0, 1, 0, 0}, "looks only at what is not read");
    changes.setRow(1, {0, 1, 1, 0}, "is fine");
    changes.setRow(2, {1, 0, 0}, "of another sentence");
    changes.setDropped(1, "dog", true);
    changes.setDropped(3, "the end", true);
    const Intervention intervention = asked(changes);
    QCOMPARE(intervention.dropped, std::vector<int>{1});
    QCOMPARE(intervention.rows.size(), 1U);
    QCOMPARE(intervention.rows[0].target, 1);
}

void WhatIfChangesTest::picturesFollowTheView()
{
    WhatIfAnswer answer;
    for (InterventionResult* result : {&answer.original, &answer.changed}) {
        result->source = {"the", "cat", "</s>"};
        result->sourceUnknown = {false, false, false};
        result->logProbability = -1;
    }
    answer.original.tokens = {"le", "chat", "</s>"};
    answer.changed.tokens = {"le", "chien", "</s>"};
    answer.changed.sourceDropped = {true, false, false};
    answer.original.attention = {0.5F, 0.5F, 0, 0, 1, 0, 0, 0, 1};
    answer.changed.attention = {0, 0.75F, 0.25F, 0, 0, 1, 0, 0, 1};
    answer.difference = compareAttention(attentionOf(answer.original), attentionOf(answer.changed));
    QVERIFY(answer.isGone(1) && !answer.isGone(0));
    QVERIFY(answer.isNew(1) && !answer.isNew(2));

    const auto difference = pictureOf(answer, WhatIfView::Difference);
    QCOMPARE(difference->targetTokens, (Strings{"le", "− chat", "+ chien", "</s>"}));
    QCOMPARE(difference->weight(0, 0), -0.5F);
    QCOMPARE(difference->weight(0, 2), 0.25F);
    QVERIFY(std::isnan(difference->weight(1, 0)) && std::isnan(difference->weight(2, 0)));
    QCOMPARE(pictureOf(answer, WhatIfView::Changed)->sourceTokens[0], std::string("the"));
    QCOMPARE(pictureOf(answer, WhatIfView::Changed, true)->sourceTokens[0], std::string("(the)"));
    QCOMPARE(pictureOf(answer, WhatIfView::Original, true)->sourceTokens[0], std::string("the"));
    QCOMPARE(lookOf(answer, WhatIfView::Difference).scale, ValueScale::around0(0.5));
    QCOMPARE(lookOf(answer, WhatIfView::Changed).scale, ValueScale{});

    QCOMPARE(changedTargetOf(answer, WhatIfView::Difference, 1), -1); // gone
    QCOMPARE(changedTargetOf(answer, WhatIfView::Difference, 2), 1);
    QCOMPARE(changedTargetOf(answer, WhatIfView::Original, 2), 2);
    QCOMPARE(changedTargetOf(answer, WhatIfView::Original, 3), -1);
    for (int target = 0; target < 3; ++target)
        QCOMPARE(changedTargetOf(answer, WhatIfView::Difference, rowIn(answer, WhatIfView::Difference, target)),
                 target);
    QCOMPARE(rowIn(answer, WhatIfView::Changed, 2), 2);
}

} // namespace alignoscope::ui

QTEST_APPLESS_MAIN(alignoscope::ui::WhatIfChangesTest)

#include "what_if_changes_test.moc"
