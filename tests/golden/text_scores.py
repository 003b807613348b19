#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes text_scores.json: tokens of difficult lines and scores of made-up corpora, for tests/core/analysis.

A second, independent reading of the definitions, in Python because that is the language sacreBLEU is written in:
its lower case, its white space and its regular expressions are what the scores depend on. Only the standard library.
  python3 tests/golden/text_scores.py > tests/golden/text_scores.json
"""
import json
import math
import random
import re
from collections import Counter

# mteval-v13a.pl's four steps for western languages, in order
MTEVAL_STEPS = [
    (r"([ -&(-+/:-@\[-`{-~])", r" \1 "),  # all ASCII punctuation but ' , - .
    (r"([^0-9])([.,])", r"\1 \2 "),
    (r"([.,])([^0-9])", r" \1 \2"),
    (r"([0-9])(-)", r"\1 \2 "),
]
ENTITIES = [("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")]
# what sacreBLEU's zh tokeniser sets apart (the first two as its four-digit escapes in fact compare)
CHINESE = [
    (0x2001, 0x2A6D), (0x2F81, 0x2FA1), (0x3400, 0x4DB5), (0x4E00, 0x9FBB), (0xF900, 0xFA2D), (0xFA30, 0xFA6A),
    (0xFA70, 0xFAD9), (0xFF00, 0xFFEF), (0x2E80, 0x2EFF), (0x3000, 0x303F), (0x31C0, 0x31EF), (0x2F00, 0x2FDF),
    (0x2FF0, 0x2FFF), (0x3100, 0x312F), (0x31A0, 0x31BF), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0x2600, 0x27BF),
    (0x3200, 0x33FF),
]
FRAGMENTS = """&quot; &amp; &lt; &gt; <skipped> . , .. ... 1 2 10 - -- ' " $ % ( ) / : ? @ [ \\ ] ^ _ ` { | } ~ a bc É ß İ
Σ ΑΣ ǅ 欧洲 。 ， “ ” ‘ … — → ☂ ａ ｱ 𠀀 か 한 é € 😀 # ! * + ; = > < &""".split() + [
    " ", "  ", "\t", "\n", "-\n", "\u00a0", "\u2009", "\u3000", "\u0085", "\x1c"]
WORDS = "the The a dog cat. cat 1,000 3.5 (x) zone Économique 欧洲 经济区 — it's x-1 5-".split()


def western(line):
    for pattern, replacement in MTEVAL_STEPS:
        line = re.sub(pattern, replacement, line)
    return line.split()


def tokens_13a(line):
    line = line.rstrip().replace("<skipped>", "").replace("-\n", "").replace("\n", " ")
    for entity, character in ENTITIES:
        line = line.replace(entity, character)
    return western(f" {line} ")


def tokens_zh(line):
    def chinese(character):
        return any(first <= ord(character) <= last for first, last in CHINESE)

    return western("".join(f" {c} " if chinese(c) else c for c in line.strip()))


def ngrams(items, order):
    return Counter(tuple(items[i:i + order]) for i in range(len(items) - order + 1))


def bleu(hypotheses, references, tokens, lowercase):
    hits, totals, lengths = [0] * 4, [0] * 4, [0, 0]
    for hypothesis, reference in zip(hypotheses, references):
        sides = [tokens(text.lower() if lowercase else text) for text in (hypothesis, reference)]
        lengths = [length + len(side) for length, side in zip(lengths, sides)]
        for n in range(4):
            found, wanted = (ngrams(side, n + 1) for side in sides)
            totals[n] += sum(found.values())
            hits[n] += sum((found & wanted).values())
    misses, logarithms = 0, 0
    for hit, total in zip(hits, totals):
        misses += hit == 0
        logarithms += math.log(100 * (hit or 0.5 ** misses) / total)
    return min(1, math.exp(1 - lengths[1] / lengths[0])) * math.exp(logarithms / 4)


def sentence_bleu(hypothesis, reference, tokens, lowercase):
    """sacreBLEU's sentence_bleu: the orders are those the hypothesis is long enough for.

    BLEU = BP * exp(1/N * sum_n ln p_n), N = min(4, words of the hypothesis), p_n = hits_n / total_n, and the k-th order
    without a hit has p_n = 1 / (2^k * total_n); 0 where no order has a hit.
    """
    found, wanted = (tokens(text.lower() if lowercase else text) for text in (hypothesis, reference))
    hits = [sum((ngrams(found, n) & ngrams(wanted, n)).values()) for n in range(1, 5)]
    totals = [max(len(found) - n + 1, 0) for n in range(1, 5)]
    if not any(hits):
        return 0
    precisions, misses = [], 0
    for hit, total in zip(hits, totals):
        if total == 0:
            break
        misses += hit == 0
        precisions.append((hit if hit else 2.0 ** -misses) / total)
    brevity = min(1, math.exp(1 - len(wanted) / len(found)))
    return 100 * brevity * math.exp(sum(math.log(p) for p in precisions) / len(precisions))


def sentence_chrf(hypothesis, reference, lowercase):
    """F_2 of character n-gram precision and recall, averaged over the orders 1 to 6 that both sides have."""
    found, wanted = ("".join((text.lower() if lowercase else text).split()) for text in (hypothesis, reference))
    orders = [n for n in range(1, 7) if len(found) >= n and len(wanted) >= n]
    if not orders:
        return 0
    hits = [sum((ngrams(found, n) & ngrams(wanted, n)).values()) for n in orders]
    precision = sum(h / (len(found) - n + 1) for h, n in zip(hits, orders)) / len(orders)
    recall = sum(h / (len(wanted) - n + 1) for h, n in zip(hits, orders)) / len(orders)
    return 100 * 5 * precision * recall / (4 * precision + recall) if precision + recall else 0


def chrf(hypotheses, references, lowercase):
    precisions, recalls = [], []
    for n in range(1, 7):
        hits = found_total = wanted_total = 0
        for hypothesis, reference in zip(hypotheses, references):
            found, wanted = (
                ngrams("".join((text.lower() if lowercase else text).split()), n) for text in (hypothesis, reference))
            hits += sum((found & wanted).values())
            found_total += sum(found.values()) if wanted else 0
            wanted_total += sum(wanted.values())
        if found_total and wanted_total:
            precisions.append(hits / found_total)
            recalls.append(hits / wanted_total)
    precision, recall = (sum(values) / len(values) for values in (precisions, recalls))
    return 100 * 5 * precision * recall / (4 * precision + recall)


def corpus(lines):
    references = [" ".join(random.choices(WORDS, k=random.randint(0, 12))) for _ in range(lines)]
    hypotheses = []
    for reference in references:
        kept = [word for word in reference.split() if random.random() < 0.9]
        hypotheses.append(" ".join(random.choice(WORDS) if random.random() < 0.25 else word for word in kept))
    return hypotheses, references


def main():
    random.seed(1)
    lines = ["".join(random.choices(FRAGMENTS, k=random.randint(1, 14))) for _ in range(400)]
    tokens = [{"line": line, "lower": line.lower(), "13a": tokens_13a(line), "zh": tokens_zh(line)} for line in lines]
    scores = []
    for size in (5, 40, 100):
        hypotheses, references = corpus(size)
        for lowercase in (False, True):
            scores.append({
                "hypotheses": hypotheses, "references": references, "lowercase": lowercase,
                "13a": bleu(hypotheses, references, tokens_13a, lowercase),
                "zh": bleu(hypotheses, references, tokens_zh, lowercase),
                "chrf": chrf(hypotheses, references, lowercase),
            })
    sentences = []
    for hypothesis, reference in zip(*corpus(120)):
        sentences += [{
            "hypothesis": hypothesis, "reference": reference, "lowercase": lowercase,
            "13a": sentence_bleu(hypothesis, reference, tokens_13a, lowercase),
            "zh": sentence_bleu(hypothesis, reference, tokens_zh, lowercase),
            "chrf": sentence_chrf(hypothesis, reference, lowercase),
        } for lowercase in (False, True)]
    entries = {"tokens": tokens, "scores": scores, "sentences": sentences}
    sections = [f'"{key}": [\n' + ",\n".join(map(json.dumps, values)) + "\n]" for key, values in entries.items()]
    print("{\n" + ",\n".join(sections) + "\n}")


main()
