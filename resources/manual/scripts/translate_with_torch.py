#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translates with a model that Alignoscope exported, rebuilt from what PyTorch is made of.

    alignoscope export RUN --out model.safetensors
    echo "the black cat ." | python3 translate_with_torch.py model.safetensors

Reads a sentence a line, its tokens with spaces between them, as `translate --format json` shows them under "source";
writes the tokens of the greedy translation, a tab, and their log-probability. Local kinds of attention, causal ones, and
limits of the states that may be seen are left out here.
"""
import json
import math
import sys

import numpy
import torch


def read(file):
    """safetensors: 8 bytes with the length of the header; the header, JSON; the numbers."""
    data = open(file, "rb").read()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    metadata, tensors = header.pop("__metadata__"), {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        kind = {"F16": "<f2", "F32": "<f4", "F64": "<f8"}[entry["dtype"]]
        tensors[name] = torch.tensor(numpy.frombuffer(data[begin:end], kind).astype("f4")).reshape(entry["shape"])
    return tensors, metadata


def step(p, name, sums, state):
    """A GRU or an LSTM. `sums`: what the gates get from outside; from the state before they get `recurrent_gates`."""
    h, n = state[0], len(state[0])
    recurrent = p[name + ".recurrent_gates"]
    if name + ".recurrent_candidate" in p:  # a GRU whose reset gate acts before the product: not torch.nn.GRU
        z, r = torch.sigmoid(sums[: 2 * n] + h @ recurrent).chunk(2)
        return [h + z * (torch.tanh(sums[2 * n :] + (r * h) @ p[name + ".recurrent_candidate"]) - h)]
    i, f, o, g = (sums + h @ recurrent).chunk(4)  # an LSTM
    c = torch.sigmoid(f) * state[1] + torch.sigmoid(i) * torch.tanh(g)
    return [torch.sigmoid(o) * torch.tanh(c), c]


class Model:
    def __init__(self, tensors, metadata):
        self.p, self.options = tensors, json.loads(metadata["model"])
        self.source, self.target = (json.loads(metadata[side + "_vocabulary"]) for side in ("source", "target"))
        self.row = {token: row for row, token in enumerate(self.source)}
        self.kind = self.options["attention"]["kind"]
        if self.kind.startswith("local") or self.options["attention"]["causal"] \
                or self.options["attention"]["limit"] != "all":
            sys.exit("this script has no local, causal or limited attention")
        if "decoder.recurrent_gates_and_query" in tensors:  # both read the state before the step, so they are one matrix
            n = len(tensors["decoder.recurrent_gates_and_query"])
            gates = 2 * n if "decoder.recurrent_candidate" in tensors else 4 * n
            both = tensors["decoder.recurrent_gates_and_query"]
            tensors["decoder.recurrent_gates"] = both[:, :gates]
            if both.shape[1] > gates:
                tensors["attention.query.weight"] = both[:, gates:]

    def encode(self, tokens):
        """The annotations, one a row, and what starts the decoder."""
        x = self.p["encoder.embedding"][[self.row.get(token, 0) for token in tokens] + [2]]  # <unk> is 0, </s> is 2
        for layer in range(self.options["layers"]):
            name = f"encoder.layer{layer + 1}" if layer else "encoder"
            x = x @ self.p[name + ".input.weight"] + self.p[name + ".input.bias"]
            if self.options["bidirectional"]:
                left, right = x.chunk(2, dim=1)
                left, right = self.run(name + ".forward", left), self.run(name + ".backward", right.flip(0)).flip(0)
                x, first = torch.cat([left, right], dim=1), right[0]
            else:
                x = self.run(name + ".forward", x)
                first = x[-1]
        return x, first

    def run(self, name, inputs):
        n = len(self.p[name + ".recurrent_gates"])
        state, states = [torch.zeros(n), torch.zeros(n)], []
        for sums in inputs:
            state = step(self.p, name, sums, state)
            states.append(state[0])
        return torch.stack(states)

    def attend(self, s, h, covered):
        """The weight of every annotation for the state s, and their sum by these weights."""
        p, kind = self.p, self.kind
        if kind == "none":
            n = len(p["encoder.forward.recurrent_gates"])
            return torch.zeros(len(h)), torch.cat([h[-1, :n], h[0, n:]])
        q = s @ p["attention.query.weight"] if "attention.query.weight" in p else s
        if kind in ("additive", "concat"):
            inner = q + h @ p["attention.keys.weight"]
            if "attention.coverage" in p:
                inner = inner + torch.outer(covered, p["attention.coverage"])
            scores = torch.tanh(inner) @ p["attention.score"]
        elif kind == "location":
            scores = torch.full((len(h),), -math.inf)
            scores[: len(q)] = q[: len(h)]
        elif kind == "keras-additive":
            scores = (p.get("attention.scale", torch.ones(1)) * torch.tanh(s + h)).sum(1)
        elif "attention.concat_score_weight" in p:
            scores = p["attention.concat_score_weight"] * torch.tanh(p.get("attention.scale", 1) * (s + h)).sum(1)
        else:  # dot, scaled, general, keras-attention
            scores = h @ q * p.get("attention.scale", 1 / math.sqrt(len(s)) if kind == "scaled" else 1)
        weights = torch.softmax(scores, dim=0)
        return weights, weights @ h

    def decode(self, h, first):
        """A generator of the log-probabilities of every next word; the word chosen is sent to it."""
        p, luong = self.p, self.options["decoder"] == "luong"
        start = torch.tanh(first @ p["decoder.start.weight"] + p["decoder.start.bias"])
        n = len(p["decoder.recurrent_gates"])
        layers = [list(layer.split(n)) for layer in start.chunk(self.options["layers"])]
        covered, fed, word = torch.zeros(len(h)), None, 1  # <s>
        while True:
            x = p["decoder.embedding"][word] @ p["decoder.input.weight"] + p["decoder.input.bias"]
            if luong:  # updates, then attends
                if fed is not None and "decoder.feed.weight" in p:
                    x = x + fed @ p["decoder.feed.weight"]
                self.update(layers, x)
                weights, context = self.attend(layers[-1][0], h, covered)
                fed = t = torch.tanh(layers[-1][0] @ p["output.state.weight"] + context @ p["output.context.weight"])
            else:  # attends, then updates; the output layer reads the state before the update
                weights, context = self.attend(layers[0][0], h, covered)
                sums = context @ p["decoder.context.weight"]
                deep = layers[-1][0] @ p["output.state.weight"] + context @ p["output.context.weight"] + x[len(sums) :]
                t = torch.maximum(*deep.chunk(2))
                self.update(layers, sums + x[: len(sums)])
            covered = covered + weights
            words = p.get("output.weight", p["decoder.embedding"])  # the same where they are tied
            word = yield torch.log_softmax(words @ t + p["output.bias"], dim=0)

    def update(self, layers, sums):
        for i in range(len(layers)):
            name = f"decoder.layer{i + 1}" if i else "decoder"
            if i:
                sums = layers[i - 1][0] @ self.p[name + ".input.weight"] + self.p[name + ".input.bias"]
            layers[i] = step(self.p, name, sums, layers[i])

    def translate(self, tokens):
        """The likeliest word at every step, until </s>, and the sum of their log-probabilities."""
        words = self.decode(*self.encode(tokens))
        chosen, total, scores = [], 0.0, next(words)
        while len(chosen) < 2 * (len(tokens) + 1) + 10:
            word = 2 + int(scores[2:].argmax())  # never <unk> or <s>
            total += float(scores[word])
            chosen.append(word)
            if word == 2:
                break
            scores = words.send(word)
        return [self.target[word] for word in chosen if word != 2], total


if __name__ == "__main__":
    model = Model(*read(sys.argv[1]))
    for line in sys.stdin:
        translation, log_probability = model.translate(line.split())
        print(" ".join(translation), f"{log_probability:.6f}", sep="\t")
