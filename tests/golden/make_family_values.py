#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes kinds.json and family.json beside itself: what PyTorch's autograd says of every kind of attention, of recurrent
layers and of whole models of the family.

The formulas are those of the papers and, of the two Keras layers, of their documentation: whole batches with padding and
masks there, where the engine has neither. Needs PyTorch (made with 1.13); computes in double on one thread.
  python3 tests/golden/make_family_values.py
"""
import math
import random

import torch

from make_torch_values import BOS, gru, gru_step, numbers, sentence, values, write

N, LENGTH, STEPS, ALIGNMENT, LONGEST = 4, 6, 5, 3, 9


def one_by_one(score):
    """Attention a query at a time: score(t, s, h) gives the scores of all the source words."""
    def run(queries, h, p):
        weights = torch.stack([torch.softmax(score(p, t, s, h), dim=0) for t, s in enumerate(queries)])
        return weights, weights @ h, None
    return run


# Luong, Pham & Manning 2015, section 3.1; Vaswani et al. 2017; Bahdanau, Cho & Bengio 2015


def dot(p, t, s, h):
    return h @ s


def scaled(p, t, s, h):
    return h @ s / math.sqrt(N)


def general(p, t, s, h):
    return (s @ p["query"]) @ h.T


def additive(p, t, s, h):
    return torch.tanh(s @ p["query"] + h @ p["keys"]) @ p["attention.score"]


def concat(p, t, s, h):
    """One matrix for [s; h], as the paper has it."""
    both = torch.cat([s.expand(len(h), -1), h], dim=1)
    return torch.tanh(both @ torch.cat([p["query"], p["keys"]])) @ p["attention.score"]


def covered(p, t, s, h):
    """See, Liu & Manning 2017, equation 11."""
    return torch.tanh(s @ p["query"] + h @ p["keys"] + torch.outer(p["coverage"][t], p["attention.coverage"])) \
        @ p["attention.score"]


def location(p, t, s, h):
    return (s @ p["query"])[: len(h)]


def local_m(window):
    def score(p, t, s, h):
        centre = min(t, len(h) - 1)
        hidden = [abs(j - centre) > window for j in range(len(h))]
        return general(p, t, s, h).masked_fill(torch.tensor(hidden), -math.inf)
    return score


def local_p(window):
    """Section 3.2, equations 9 and 10; positions 1 … S."""
    def run(queries, h, p):
        rows, centres = [], []
        positions = torch.arange(1, len(h) + 1, dtype=h.dtype)
        for s in queries:
            own = s @ p["query"]
            centre = len(h) * torch.sigmoid(p["attention.position"] @ torch.tanh(own[h.shape[1] :]))
            scores = (h @ own[: h.shape[1]]).masked_fill((positions - centre).abs() > window, -math.inf)
            bell = torch.exp(-((positions - centre) ** 2) / (2 * (window / 2) ** 2))
            rows.append(torch.softmax(scores, dim=0) * bell)
            centres.append(centre - 1)
        weights = torch.stack(rows)
        return weights, weights @ h, torch.stack(centres)
    return run


def none(queries, h, p):
    """Cho et al. 2014: the last state from the left, the first from the right."""
    half = h.shape[1] // 2
    context = torch.cat([h[-1, :half], h[0, half:]])
    return torch.zeros(len(queries), len(h)), context.expand(len(queries), -1), None


def keras(score, causal=False, dropped=None):
    """keras.layers.Attention and AdditiveAttention of a padded batch: two source words and one target word too many,
    hidden by value_mask and query_mask; −1e9 for what is hidden, as Keras has it. `dropped`: the weights' dropout."""
    def run(queries, h, p):
        junk = torch.full((2, h.shape[1]), 7.0)
        query = torch.cat([queries, junk[:1]])[None]
        value = torch.cat([h, junk])[None]
        query_mask = torch.tensor([[True] * len(queries) + [False]])
        value_mask = torch.tensor([[True] * len(h) + [False] * 2])
        scores = score(p, query, value)
        visible = value_mask[:, None, :].expand_as(scores)
        if causal:
            visible = visible & torch.ones_like(scores).tril().bool()
        weights = torch.softmax(scores - 1e9 * (~visible), dim=-1)
        kept = weights
        if dropped is not None:
            kept = torch.cat([torch.cat([dropped, torch.ones(len(queries), 2)], dim=1), torch.ones(1, len(h) + 2)]) * kept
        result = (kept @ value) * query_mask[:, :, None]
        assert result[0, -1].abs().sum() == 0 and weights[0, :, len(h) :].abs().max() == 0
        return weights[0, : len(queries), : len(h)], result[0, : len(queries)], None
    return run


def keras_dot(p, query, value):
    return p.get("attention.scale", 1.0) * (query @ value.transpose(1, 2))


def keras_concat(p, query, value):
    both = query[:, :, None, :] + value[:, None, :, :]
    return p["attention.concat_score_weight"] * torch.tanh(p.get("attention.scale", 1.0) * both).sum(-1)


def keras_additive(p, query, value):
    both = query[:, :, None, :] + value[:, None, :, :]
    return (p["attention.scale"] * torch.tanh(both)).sum(-1) if "attention.scale" in p else torch.tanh(both).sum(-1)


def dropout_mask(probability, seed, key, rows):
    """nn/dropout.h: which weights are dropped, and what the others are multiplied with."""
    bits = 2**64 - 1
    def scatter(counter):
        counter = (counter + 0x9E3779B97F4A7C15) & bits
        counter = ((counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9) & bits
        counter = ((counter ^ (counter >> 27)) * 0x94D049BB133111EB) & bits
        return ((counter ^ (counter >> 31)) & bits) >> 32
    base = ((seed ^ (key * 0xD1342543DE82EF95 & bits)) << 1) & bits
    limit = int(probability * 4294967295)
    return [0.0 if scatter((base + row * 0x2545F4914F6CDD1D) & bits) < limit else 1 / (1 - probability)
            for row in range(rows)]


def case(generator, kind, run, shapes=None, **options):
    leaves = {"states": values(generator, STEPS, N, scale=1), "annotations": values(generator, LENGTH, N, scale=1)}
    leaves.update({name: values(generator, *shape, scale=1.2) for name, shape in (shapes or {}).items()})
    for leaf in leaves.values():
        leaf.requires_grad_()
    weights, contexts, centres = run(leaves["states"], leaves["annotations"], leaves)
    wanted, wanted_weights = values(generator, STEPS, N), values(generator, STEPS, LENGTH)
    ((contexts * wanted).sum() + (weights * wanted_weights).sum()).backward()
    result = {"kind": kind, "options": options, "wanted": numbers(wanted), "wanted_weights": numbers(wanted_weights),
              "values": {name: numbers(leaf) for name, leaf in leaves.items()},
              "gradients": {name: numbers(leaf.grad if leaf.grad is not None else torch.zeros_like(leaf))
                            for name, leaf in leaves.items()},
              "weights": numbers(weights), "contexts": numbers(contexts)}
    if centres is not None:
        result["centres"] = numbers(centres)
    return result


def kinds():
    g = random.Random(1508)
    network = {"query": (N, ALIGNMENT), "keys": (N, ALIGNMENT), "attention.score": (ALIGNMENT,)}
    mask = torch.tensor([dropout_mask(0.4, 3, t, LENGTH) for t in range(STEPS)])
    assert 0 < (mask == 0).sum() < mask.numel()
    number, vector = {"attention.scale": ()}, {"attention.scale": (N,)}
    cat = {"attention.concat_score_weight": ()}
    cases = [
        case(g, "additive", one_by_one(additive), network),
        case(g, "additive", one_by_one(covered),
             {**network, "attention.coverage": (ALIGNMENT,), "coverage": (STEPS, LENGTH)}, coverage=True),
        case(g, "dot", one_by_one(dot)),
        case(g, "scaled", one_by_one(scaled)),
        case(g, "general", one_by_one(general), {"query": (N, N)}),
        case(g, "concat", one_by_one(concat), network),
        case(g, "location", one_by_one(location), {"query": (N, LONGEST)}),
        case(g, "local-m", one_by_one(local_m(1)), {"query": (N, N)}, window=1),
        case(g, "local-p", local_p(2), {"query": (N, N + ALIGNMENT), "attention.position": (ALIGNMENT,)}, window=2),
        case(g, "keras-attention", keras(keras_dot)),
        case(g, "keras-attention", keras(keras_dot), number, scale=True),
        case(g, "keras-attention", keras(keras_concat), cat, concat=True),
        case(g, "keras-attention", keras(keras_concat), {**number, **cat}, scale=True, concat=True),
        case(g, "keras-attention", keras(keras_dot, causal=True), causal=True),
        case(g, "keras-attention", keras(keras_dot, dropped=mask), dropout=0.4, seed=3),
        case(g, "keras-additive", keras(keras_additive), vector, scale=True),
        case(g, "keras-additive", keras(keras_additive), scale=False),
        case(g, "keras-additive", keras(keras_additive, causal=True), vector, scale=True, causal=True),
        case(g, "none", none),
    ]
    return {"units": N, "length": LENGTH, "steps": STEPS, "alignment": ALIGNMENT, "longest": LONGEST, "cases": cases}


# Recurrent layers. A long short-term memory here has its gates in the order i, f, o, g; torch.nn.LSTM i, f, g, o.


def reordered(tensor):
    i, f, o, g = tensor.chunk(4, dim=-1)
    return torch.cat([i, f, g, o], dim=-1)


def lstm_step(state, sums, n):
    h, c = state
    i, f, o = torch.sigmoid(sums[: 3 * n]).chunk(3)
    c = f * c + i * torch.tanh(sums[3 * n :])
    return o * torch.tanh(c), c


def torch_lstm(p, x, n, layers, both):
    """torch.nn.LSTM with the parameters of a checkpoint."""
    given = {}
    for layer in range(layers):
        prefix = "encoder" if layer == 0 else f"encoder.layer{layer + 1}"
        for way, (direction, suffix) in enumerate((("forward", ""), ("backward", "_reverse"))[: 1 + both]):
            rows = slice(way * 4 * n, (way + 1) * 4 * n)
            given[f"weight_ih_l{layer}{suffix}"] = reordered(p[f"{prefix}.input.weight"][:, rows]).T
            given[f"bias_ih_l{layer}{suffix}"] = reordered(p[f"{prefix}.input.bias"][rows])
            given[f"weight_hh_l{layer}{suffix}"] = reordered(p[f"{prefix}.{direction}.recurrent_gates"]).T
    lstm = torch.nn.LSTM(x.shape[1], n, layers, bidirectional=both)
    # the module's own parameters would be leaves of their own
    lstm._flat_weights = [given.get(name, torch.zeros(4 * n)) for name in lstm._flat_weights_names]
    state = torch.zeros(layers * (1 + both), n)
    return lstm(x, (state, state))[0]


def gru_layers(p, x, n, layers, both):
    for layer in range(layers):
        prefix = "encoder" if layer == 0 else f"encoder.layer{layer + 1}"
        x = x @ p[f"{prefix}.input.weight"] + p[f"{prefix}.input.bias"]
        ways = [gru(x[:, : 3 * n], p[f"{prefix}.forward.recurrent_gates"],
                    p[f"{prefix}.forward.recurrent_candidate"], n)]
        if both:
            ways.append(gru(x[:, 3 * n :].flip(0), p[f"{prefix}.backward.recurrent_gates"],
                            p[f"{prefix}.backward.recurrent_candidate"], n).flip(0))
        x = torch.cat(ways, dim=1)
    return x


def encoder_shapes(words, m, n, layers, both, cell):
    gates, ways = (4 if cell == "lstm" else 3), 1 + both
    shapes = {"encoder.embedding": (words, m)}
    for layer in range(layers):
        prefix = "encoder" if layer == 0 else f"encoder.layer{layer + 1}"
        shapes[f"{prefix}.input.weight"] = (m if layer == 0 else ways * n, ways * gates * n)
        shapes[f"{prefix}.input.bias"] = (ways * gates * n,)
        for direction in ("forward", "backward")[:ways]:
            shapes[f"{prefix}.{direction}.recurrent_gates"] = (n, (4 if cell == "lstm" else 2) * n)
            if cell == "gru":
                shapes[f"{prefix}.{direction}.recurrent_candidate"] = (n, n)
    return shapes


def encode(p, source, n, layers, both, cell):
    h = (torch_lstm if cell == "lstm" else gru_layers)(p, p["encoder.embedding"][source], n, layers, both)
    return h, (h[0, n:] if both else h[-1])


def leaves(generator, shapes):
    return {name: values(generator, *shape, scale=0.9).requires_grad_() for name, shape in shapes.items()}


def gradients(p):
    return {name: numbers(value.grad) for name, value in p.items()}


def encoder(generator, layers, both, cell):
    words, m, n = 7, 3, 4
    p = leaves(generator, encoder_shapes(words, m, n, layers, both, cell))
    sentences = [sentence(generator, length, words) for length in (3, 5, 1)]
    found = [encode(p, s, n, layers, both, cell) for s in sentences]
    wanted = [values(generator, *h.shape) for h, _ in found]
    sum((h * w).sum() for (h, _), w in zip(found, wanted)).backward()
    return {"cell": cell, "layers": layers, "bidirectional": both, "sizes": [words, m, n], "sentences": sentences,
            "values": {name: numbers(value) for name, value in p.items()}, "gradients": gradients(p),
            "annotations": [numbers(h) for h, _ in found], "summaries": [numbers(s) for _, s in found],
            "wanted": [numbers(w) for w in wanted]}


# Whole models


def luong_loss(p, source, target, n, l):
    """Two layers of long short-term memory, from the left; "general" attention after the step; input feeding."""
    h, summary = encode(p, source, n, 2, False, "lstm")
    start = torch.tanh(summary @ p["decoder.start.weight"] + p["decoder.start.bias"])
    states = [(start[:n], start[n : 2 * n]), (start[2 * n : 3 * n], start[3 * n :])]
    fed, loss, attention = torch.zeros(l), 0, []
    for before, word in zip([BOS] + target[:-1], target):
        x = p["decoder.embedding"][before] @ p["decoder.input.weight"] + p["decoder.input.bias"] \
            + fed @ p["decoder.feed.weight"]
        states[0] = lstm_step(states[0], x + states[0][0] @ p["decoder.recurrent_gates"], n)
        x = states[0][0] @ p["decoder.layer2.input.weight"] + p["decoder.layer2.input.bias"]
        states[1] = lstm_step(states[1], x + states[1][0] @ p["decoder.layer2.recurrent_gates"], n)
        s = states[1][0]
        weights = torch.softmax(h @ (s @ p["attention.query.weight"]), dim=0)
        fed = torch.tanh(s @ p["output.state.weight"] + (weights @ h) @ p["output.context.weight"])
        loss = loss - torch.log_softmax(fed @ p["output.weight"].T + p["output.bias"], dim=0)[word]
        attention.append(weights)
    return loss, 0, torch.cat(attention)


def luong_shapes(words_in, words_out, m, n, l):
    return {**encoder_shapes(words_in, m, n, 2, False, "lstm"),
            "decoder.embedding": (words_out, m), "decoder.input.weight": (m, 4 * n), "decoder.input.bias": (4 * n,),
            "decoder.start.weight": (n, 4 * n), "decoder.start.bias": (4 * n,),
            "decoder.recurrent_gates": (n, 4 * n), "decoder.feed.weight": (l, 4 * n),
            "attention.query.weight": (n, n), "decoder.layer2.input.weight": (n, 4 * n),
            "decoder.layer2.input.bias": (4 * n,), "decoder.layer2.recurrent_gates": (n, 4 * n),
            "output.state.weight": (n, l), "output.context.weight": (n, l), "output.weight": (words_out, l),
            "output.bias": (words_out,)}


def coverage_loss(p, source, target, n, l):
    """RNNsearch with coverage; the second loss is Σ_t Σ_j min(α_tj, coverage_tj) (See, Liu & Manning 2017)."""
    h, first = encode(p, source, n, 1, True, "gru")
    s = torch.tanh(first @ p["decoder.start.weight"] + p["decoder.start.bias"])
    covered, loss, twice, attention = torch.zeros(len(source)), 0, 0, []
    for before, word in zip([BOS] + target[:-1], target):
        x = p["decoder.embedding"][before] @ p["decoder.input.weight"] + p["decoder.input.bias"]
        recurrent = s @ p["decoder.recurrent_gates_and_query"]
        scores = torch.tanh(recurrent[2 * n :] + h @ p["attention.keys.weight"]
                            + torch.outer(covered, p["attention.coverage"])) @ p["attention.score"]
        weights = torch.softmax(scores, dim=0)
        twice = twice + torch.minimum(weights, covered).sum()
        covered = covered + weights
        context = weights @ h
        from_context = context @ p["decoder.context.weight"]
        deep = s @ p["output.state.weight"] + x[3 * n :] + context @ p["output.context.weight"]
        s = gru_step(s, x[: 2 * n] + from_context[: 2 * n], x[2 * n : 3 * n] + from_context[2 * n :],
                     recurrent_gates(p, n), p["decoder.recurrent_candidate"], n)
        log_p = torch.log_softmax(torch.maximum(deep[:l], deep[l:]) @ p["output.weight"].T + p["output.bias"], dim=0)
        loss = loss - log_p[word]
        attention.append(weights)
    return loss, twice, torch.cat(attention)


def recurrent_gates(p, n):
    return p["decoder.recurrent_gates_and_query"][:, : 2 * n]


def coverage_shapes(words_in, words_out, m, n, l, a=3):
    return {**encoder_shapes(words_in, m, n, 1, True, "gru"), "attention.keys.weight": (2 * n, a),
            "decoder.embedding": (words_out, m), "decoder.input.weight": (m, 3 * n + 2 * l),
            "decoder.input.bias": (3 * n + 2 * l,), "decoder.start.weight": (n, n), "decoder.start.bias": (n,),
            "decoder.recurrent_gates_and_query": (n, 2 * n + a), "decoder.recurrent_candidate": (n, n),
            "decoder.context.weight": (2 * n, 3 * n), "attention.score": (a,), "attention.coverage": (a,),
            "output.state.weight": (n, 2 * l), "output.context.weight": (2 * n, 2 * l),
            "output.weight": (words_out, l), "output.bias": (words_out,)}


def model(generator, shapes, run, share):
    words_in, words_out, m, n, l = 7, 9, 3, 4, 2
    p = leaves(generator, shapes(words_in, words_out, m, n, l))
    pairs = [(sentence(generator, s, words_in), sentence(generator, t, words_out)) for s, t in ((3, 4), (5, 2), (1, 5))]
    parts = [run(p, s, t, n, l) for s, t in pairs]
    loss = sum(part[0] for part in parts)
    (loss + share * sum(part[1] for part in parts)).backward()
    return {"sizes": [words_in, words_out, m, n, 3, l], "pairs": pairs, "loss": float(loss.detach()), "share": share,
            "values": {name: numbers(value) for name, value in p.items()}, "gradients": gradients(p),
            "attention": [numbers(part[2]) for part in parts]}


def family():
    generator = random.Random(1704)
    return {"encoders": [encoder(generator, 2, True, "lstm"), encoder(generator, 2, False, "lstm"),
                         encoder(generator, 1, True, "lstm"), encoder(generator, 2, True, "gru"),
                         encoder(generator, 2, False, "gru")],
            "luong": model(generator, luong_shapes, luong_loss, 0.0),
            "coverage": model(generator, coverage_shapes, coverage_loss, 0.7)}


if __name__ == "__main__":
    write("kinds.json", kinds())
    write("family.json", family())
