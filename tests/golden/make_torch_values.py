#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes layers.json, rnnsearch.json and updates.json beside itself: what PyTorch's autograd says of the engine's formulas.

The formulas are read from Bahdanau, Cho & Bengio 2015, appendix A, not from the engine; only names, shapes and the
order of rows are the checkpoint's. Needs PyTorch (made with 1.13); computes in double on one thread.
  python3 tests/golden/make_torch_values.py
"""
import json
import pathlib
import random

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
HERE = pathlib.Path(__file__).parent
BOS, EOS = 1, 2


def values(generator, *shape, scale=0.5):
    """Short decimals, which are the same numbers to every reader."""
    count = 1
    for size in shape:
        count *= size
    return torch.tensor([round(generator.uniform(-scale, scale), 3) for _ in range(count)]).reshape(shape)


def numbers(tensor):
    return [float(f"{value:.12g}") for value in tensor.detach().reshape(-1).tolist()]


def gru_step(h, x_gates, x_candidate, gates, candidate, n):
    """The reset gate acts before the product, as in the paper; torch.nn.GRU applies it after."""
    both = torch.sigmoid(x_gates + h @ gates)
    z, r = both[:n], both[n:]
    c = torch.tanh(x_candidate + (r * h) @ candidate)
    return (1 - z) * h + z * c


def gru(inputs, gates, candidate, n):
    """inputs: T rows of 3n; returns T rows of n."""
    h, states = torch.zeros(n), []
    for x in inputs:
        h = gru_step(h, x[: 2 * n], x[2 * n :], gates, candidate, n)
        states.append(h)
    return torch.stack(states)


def attend(query, keys, annotations, v):
    weights = torch.softmax(torch.tanh(query + keys) @ v, dim=0)
    return weights, weights @ annotations


# The whole model, one sentence pair at a time and without padding or packing.


def encode(p, source, n):
    x = p["encoder.embedding"][source] @ p["encoder.input.weight"] + p["encoder.input.bias"]
    forward = gru(x[:, : 3 * n], p["encoder.forward.recurrent_gates"], p["encoder.forward.recurrent_candidate"], n)
    backward = gru(x[:, 3 * n :].flip(0), p["encoder.backward.recurrent_gates"],
                   p["encoder.backward.recurrent_candidate"], n).flip(0)
    return torch.cat([forward, backward], dim=1), backward[0]


def pair_loss(p, source, target, n, l, smoothing):
    annotations, first = encode(p, source, n)
    keys = annotations @ p["attention.keys.weight"]
    s = torch.tanh(first @ p["decoder.start.weight"] + p["decoder.start.bias"])
    plain = smooth = 0
    attention = []
    for before, word in zip([BOS] + target[:-1], target):
        x = p["decoder.embedding"][before] @ p["decoder.input.weight"] + p["decoder.input.bias"]
        recurrent = s @ p["decoder.recurrent_gates_and_query"]
        weights, context = attend(recurrent[2 * n :], keys, annotations, p["attention.score"])
        from_context = context @ p["decoder.context.weight"]
        both = torch.sigmoid(x[: 2 * n] + recurrent[: 2 * n] + from_context[: 2 * n])
        z, r = both[:n], both[n:]
        deep = s @ p["output.state.weight"] + x[3 * n :] + context @ p["output.context.weight"]
        candidate = torch.tanh(x[2 * n : 3 * n] + (r * s) @ p["decoder.recurrent_candidate"] + from_context[2 * n :])
        s = (1 - z) * s + z * candidate
        log_p = torch.log_softmax(torch.maximum(deep[:l], deep[l:]) @ p["output.weight"].T + p["output.bias"], dim=0)
        plain = plain - log_p[word]
        smooth = smooth - (1 - smoothing) * log_p[word] - smoothing * log_p.mean()
        attention.append(weights)
    return plain, smooth, torch.cat(attention)


def shapes(words_in, words_out, m, n, a, l):
    return {
        "encoder.embedding": (words_in, m), "encoder.input.weight": (m, 6 * n), "encoder.input.bias": (6 * n,),
        "encoder.forward.recurrent_gates": (n, 2 * n), "encoder.forward.recurrent_candidate": (n, n),
        "encoder.backward.recurrent_gates": (n, 2 * n), "encoder.backward.recurrent_candidate": (n, n),
        "attention.keys.weight": (2 * n, a), "decoder.embedding": (words_out, m),
        "decoder.input.weight": (m, 3 * n + 2 * l), "decoder.input.bias": (3 * n + 2 * l,),
        "decoder.start.weight": (n, n), "decoder.start.bias": (n,),
        "decoder.recurrent_gates_and_query": (n, 2 * n + a), "decoder.recurrent_candidate": (n, n),
        "decoder.context.weight": (2 * n, 3 * n), "attention.score": (a,),
        "output.state.weight": (n, 2 * l), "output.context.weight": (2 * n, 2 * l),
        "output.weight": (words_out, l), "output.bias": (words_out,),
    }


def sentence(generator, length, words):
    return [generator.randrange(3, words) for _ in range(length)] + [EOS]


def twenty_updates(initial, pairs, n, l, size=3):
    """Adam with clipping; batches of `size` pairs, round and round."""
    p = {name: value.clone().requires_grad_() for name, value in initial.items()}
    adam = torch.optim.Adam(p.values(), lr=0.001, betas=(0.9, 0.999), eps=1e-8)
    losses, norms = [], []
    for update in range(20):
        batch = [pairs[(size * update + i) % len(pairs)] for i in range(size)]
        adam.zero_grad()
        loss = sum(pair_loss(p, s, t, n, l, 0)[0] for s, t in batch) / sum(len(t) for _, t in batch)
        loss.backward()
        norms.append(torch.nn.utils.clip_grad_norm_(p.values(), 1.0))
        adam.step()
        losses.append(loss)
    return {"losses": numbers(torch.stack(losses)), "norms": numbers(torch.stack(norms))}


def model():
    generator = random.Random(20150409)
    words_in, words_out, m, n, a, l = 7, 9, 4, 3, 2, 2
    parameters = {name: values(generator, *shape, scale=0.9)
                  for name, shape in shapes(words_in, words_out, m, n, a, l).items()}
    lengths = [(3, 2), (5, 4), (1, 5), (2, 1), (4, 4), (6, 3), (2, 2), (3, 5)]
    pairs = [(sentence(generator, s, words_in), sentence(generator, t, words_out)) for s, t in lengths]
    batch, smoothing = pairs[:4], 0.1
    result = {"sizes": [words_in, words_out, m, n, a, l], "pairs": pairs, "batch": 4, "smoothing": smoothing,
              "parameters": {name: numbers(value) for name, value in parameters.items()}}
    for key, epsilon in (("plain", 0), ("smoothed", smoothing)):
        p = {name: value.clone().requires_grad_() for name, value in parameters.items()}
        parts = [pair_loss(p, s, t, n, l, epsilon) for s, t in batch]
        sum(part[1] for part in parts).backward()
        result[key] = {"loss": float(sum(part[0] for part in parts).detach()),
                       "gradients": {name: numbers(value.grad) for name, value in p.items()}}
    result["attention"] = [numbers(part[2]) for part in parts]
    result["updates"] = twenty_updates(parameters, pairs, n, l)
    return result


class Congruential:
    """The numbers of tests/core/training/twenty_updates_test.cpp: parameters need not be stored."""

    def __init__(self, state):
        self.state = state

    def below(self, limit):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return (self.state >> 16) % limit

    def tensor(self, *shape):
        count = 1
        for size in shape:
            count *= size
        return torch.tensor([(self.below(1001) - 500) / 1100 for _ in range(count)]).reshape(shape)


def updates():
    """Twenty updates of a model whose sizes are no multiples of anything; parameters in a checkpoint's order."""
    generator = Congruential(20150409)
    words_in, words_out, m, n, a, l = 61, 67, 24, 37, 29, 19
    parameters = {name: generator.tensor(*shape) for name, shape in shapes(words_in, words_out, m, n, a, l).items()}
    pairs = []
    for _ in range(40):
        source, target = ([3 + generator.below(words - 3) for _ in range(generator.below(14))] + [EOS]
                          for words in (words_in, words_out))
        pairs.append((source, target))
    return {"sizes": [words_in, words_out, m, n, a, l], "batch": 8, "seed": 20150409, "pairs": pairs,
            **twenty_updates(parameters, pairs, n, l, 8)}


def layers():
    generator = random.Random(1412)
    n, lengths = 3, [2, 5, 1, 4]
    gates, candidate = values(generator, n, 2 * n, scale=1).requires_grad_(), values(generator, n, n).requires_grad_()
    inputs = [values(generator, length, 3 * n, scale=1).requires_grad_() for length in lengths]
    wanted = [values(generator, length, n, scale=1) for length in lengths]  # dL/dh
    states = [gru(x, gates, candidate, n) for x in inputs]
    sum((h * w).sum() for h, w in zip(states, wanted)).backward()
    recurrent = {"units": n, "lengths": lengths, "gates": numbers(gates), "candidate": numbers(candidate),
                 "inputs": [numbers(x) for x in inputs], "state_gradient": [numbers(w) for w in wanted],
                 "states": [numbers(h) for h in states], "gates_gradient": numbers(gates.grad),
                 "candidate_gradient": numbers(candidate.grad), "input_gradient": [numbers(x.grad) for x in inputs]}

    a, width, length = 4, 6, 5
    v, query = values(generator, a, scale=1).requires_grad_(), values(generator, a, scale=1).requires_grad_()
    keys = values(generator, length, a, scale=1).requires_grad_()
    annotations, context_gradient = values(generator, length, width).requires_grad_(), values(generator, width)
    weights, context = attend(query, keys, annotations, v)
    (context * context_gradient).sum().backward()
    attention = {"alignment": a, "width": width, "length": length, "score": numbers(v), "query": numbers(query),
                 "keys": numbers(keys), "annotations": numbers(annotations),
                 "context_gradient": numbers(context_gradient), "weights": numbers(weights),
                 "context": numbers(context), "score_gradient": numbers(v.grad),
                 "query_gradient": numbers(query.grad), "keys_gradient": numbers(keys.grad),
                 "annotations_gradient": numbers(annotations.grad)}
    return {"gru": recurrent, "attention": attention, "optimizers": optimizers(generator)}


def optimizers(generator):
    """Five updates of 20 parameters by each optimiser with the same gradients."""
    start, gradients = values(generator, 20, scale=1), [values(generator, 20, scale=2) for _ in range(5)]
    made = {"adam": lambda p: torch.optim.Adam(p, lr=0.01), "sgd": lambda p: torch.optim.SGD(p, lr=0.5),
            "adadelta": lambda p: torch.optim.Adadelta(p, lr=1, rho=0.95, eps=1e-6)}
    result = {"start": numbers(start), "gradients": [numbers(g) for g in gradients]}
    for name, make in made.items():
        p = start.clone().requires_grad_()
        optimizer = make([p])
        for gradient in gradients:
            p.grad = gradient.clone()
            optimizer.step()
        result[name] = numbers(p)
    return result


def write(name, content):
    (HERE / name).write_text(json.dumps(content, separators=(",", ":")).replace('],"', '],\n"') + "\n")


if __name__ == "__main__":
    write("layers.json", layers())
    write("rnnsearch.json", model())
    write("updates.json", updates())
