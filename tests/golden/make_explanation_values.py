#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes explanation.json beside itself: gradient x input by PyTorch's autograd, leave-one-out, other attention weights,
and rank correlations by SciPy, for the model of rnnsearch.json.

Only the formulas of the model are shared with make_torch_values.py; those of the explanations are written down anew from
Jain & Wallace 2019 (arXiv 1902.10186), section 4. Needs PyTorch and SciPy (made with 1.13 and 1.10).
  python3 tests/golden/make_explanation_values.py
"""
import json
import random

import torch
from scipy.stats import kendalltau

from make_torch_values import BOS, EOS, HERE, attend, gru, numbers, shapes, write


def encode(p, vectors, n):
    """As there, but from word vectors, one a position."""
    x = vectors @ p["encoder.input.weight"] + p["encoder.input.bias"]
    forward = gru(x[:, : 3 * n], p["encoder.forward.recurrent_gates"], p["encoder.forward.recurrent_candidate"], n)
    backward = gru(x[:, 3 * n :].flip(0), p["encoder.backward.recurrent_gates"],
                   p["encoder.backward.recurrent_candidate"], n).flip(0)
    return torch.cat([forward, backward], dim=1), backward[0]


def read(p, vectors, target, n, l, replace=None):
    """log p of every next word, and the weights. replace(t, weights) gives the weights that are used at t: for what is
    said at t (first of two) and for the state after t (second)."""
    annotations, first = encode(p, vectors, n)
    keys = annotations @ p["attention.keys.weight"]
    s = torch.tanh(first @ p["decoder.start.weight"] + p["decoder.start.bias"])
    log_p, attention = [], []
    for t, before in enumerate([BOS] + target[:-1]):
        x = p["decoder.embedding"][before] @ p["decoder.input.weight"] + p["decoder.input.bias"]
        recurrent = s @ p["decoder.recurrent_gates_and_query"]
        weights, _ = attend(recurrent[2 * n :], keys, annotations, p["attention.score"])
        attention.append(weights)
        said, carried = replace(t, weights) if replace else (weights, weights)
        deep = s @ p["output.state.weight"] + x[3 * n :] + (said @ annotations) @ p["output.context.weight"]
        log_p.append(torch.log_softmax(torch.maximum(deep[:l], deep[l:]) @ p["output.weight"].T + p["output.bias"], 0))
        from_context = (carried @ annotations) @ p["decoder.context.weight"]
        both = torch.sigmoid(x[: 2 * n] + recurrent[: 2 * n] + from_context[: 2 * n])
        z, r = both[:n], both[n:]
        candidate = torch.tanh(x[2 * n : 3 * n] + (r * s) @ p["decoder.recurrent_candidate"] + from_context[2 * n :])
        s = (1 - z) * s + z * candidate
    return torch.stack(log_p), torch.stack(attention)


def distance(log_p, log_q):
    return 0.5 * (log_p.exp() - log_q.exp()).abs().sum()


def explain(p, source, target, n, l, generator):
    table = p["encoder.embedding"]
    vectors = table[source].clone().requires_grad_()
    log_p, attention = read(p, vectors, target, n, l)
    gradient = []
    for t, word in enumerate(target):
        (by_input,) = torch.autograd.grad(log_p[t, word], vectors, retain_graph=True)
        gradient.append((vectors * by_input).sum(dim=1))
    log_p, attention = log_p.detach(), attention.detach()
    change, ratio = torch.zeros(len(target), len(source)), torch.zeros(len(target), len(source))
    for j in range(len(source) - 1):
        without, _ = read(p, table[source[:j] + source[j + 1 :]], target, n, l)
        for t, word in enumerate(target):
            change[t, j] = distance(log_p[t], without[t])
            ratio[t, j] = log_p[t, word] - without[t, word]
    # other weights at one step alone change what is said there; the state of the step before is as it was
    uniform = torch.full((len(source),), 1 / len(source))
    shuffles = [generator.sample(range(len(source)), len(source)) for _ in range(3)]
    others, uniform_change = [], []
    for t in range(len(target)):
        def said_at(weights):
            return read(p, table[source], target, n, l, lambda at, old: (weights if at == t else old, old))[0][t]
        others.append([distance(log_p[t], said_at(attention[t][order])) for order in shuffles])
        uniform_change.append(distance(log_p[t], said_at(uniform)))
    everywhere, _ = read(p, table[source], target, n, l, lambda at, old: (uniform, uniform))
    words = list(range(len(target)))
    return {"source": source, "target": target, "attention": numbers(attention),
            "gradient": numbers(torch.stack(gradient)), "leave_one_out": numbers(change), "log_ratio": numbers(ratio),
            "log_probability": numbers(log_p[words, target]), "shuffles": shuffles,
            "shuffle_change": numbers(torch.tensor(others)), "uniform_change": numbers(torch.stack(uniform_change)),
            "loss": float(-log_p[words, target].mean()), "uniform_loss": float(-everywhere[words, target].mean())}


def correlations(generator):
    lists = [([1, 2, 3, 4, 5], [3, 1, 2, 5, 4]), ([1, 2], [2, 1]), ([1, 1, 2, 3], [1, 2, 2, 0]),
             ([5, 5, 5, 5, 1, 2], [1, 2, 3, 3, 3, 0])]
    for size in (3, 8, 20, 33, 34, 60):
        lists.append(([generator.random() for _ in range(size)], [generator.random() for _ in range(size)]))
        lists.append(([generator.randrange(5) for _ in range(size)], [generator.randrange(4) for _ in range(size)]))
    found = []
    for a, b in lists:
        a, b = [round(x, 4) for x in a], [round(x, 4) for x in b]
        tau, p = kendalltau(a, b)
        found.append({"a": a, "b": b, "tau": float(tau), "p": float(p)})
    return found


def main():
    golden = json.loads((HERE / "rnnsearch.json").read_text())
    words_in, words_out, m, n, a, l = golden["sizes"]
    p = {name: torch.tensor(golden["parameters"][name]).reshape(shape)
         for name, shape in shapes(words_in, words_out, m, n, a, l).items()}
    generator = random.Random(1902)
    pairs = [golden["pairs"][1], golden["pairs"][5], [[4, EOS], [5, 3, EOS]]]  # repeated words; both long; one word
    write("explanation.json", {"pairs": [explain(p, source, target, n, l, generator) for source, target in pairs],
                               "correlations": correlations(generator)})


if __name__ == "__main__":
    main()
