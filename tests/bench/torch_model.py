# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model in PyTorch, as fast as it goes there, and the exchange folder that exchange.h describes.

Equations and names are those of core/models and of a checkpoint: y = x @ W + b; the reset gate acts before the
recurrent product, so torch.nn.GRU is another model. Everything that does not depend on the recurrence is one product
over all steps; padding is removed before the output layer. One code serves both layouts:

  packed    columns sorted by length, every step works on those still going on: no padding in either recurrence
  reversed  all columns at every step; the backward encoder reads every sentence reversed within its length, so that
            padding comes last in both directions and only attention needs a mask
"""
import json
import pathlib
from typing import List, Tuple

import numpy
import torch
import torch.nn.functional as F
from torch import Tensor

BOS, EOS, MARKS = 1, 2, 3
FORBIDDEN = -1e9


class Integers:
    def __init__(self, file):
        self.values, self.at = numpy.fromfile(file, dtype="<i4"), 0

    def next(self):
        self.at += 1
        return int(self.values[self.at - 1])

    def sentence(self):
        length = self.next()
        self.at += length
        return self.values[self.at - length : self.at].tolist()


def read_batches(folder, most=None):
    """Lists of (source, target); of the first `most` batches."""
    integers = Integers(pathlib.Path(folder) / "batches.bin")
    count = integers.next()
    return [[(integers.sentence(), integers.sentence()) for _ in range(integers.next())]
            for _ in range(count if most is None else min(most, count))]


def read_sentences(folder):
    """The sentences to be translated and how many tokens each translation has."""
    integers = Integers(pathlib.Path(folder) / "sentences.bin")
    return [(integers.sentence(), integers.next()) for _ in range(integers.next())]


def read_tensors(file):
    """safetensors: 8 bytes, the header's length; the header; the numbers."""
    data = pathlib.Path(file).read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = numpy.frombuffer(data[begin:end], dtype="<f4").copy()
        tensors[name] = torch.from_numpy(values).reshape(entry["shape"])
    return tensors


class Batch:
    """All indices an update needs, made before the clock starts."""

    def __init__(self, pairs, packed):
        sources, targets = [s for s, _ in pairs], [t for _, t in pairs]
        order = range(len(pairs))
        by_target = sorted(order, key=lambda b: -len(targets[b])) if packed else order
        by_source = sorted(order, key=lambda b: -len(sources[b])) if packed else order
        read = [sources[b] for b in by_source]
        self.source_sizes, columns = layout(read, packed)
        self.forward = flatten(read, columns, self.source_sizes)
        self.backward = flatten([s[::-1] for s in read], columns, self.source_sizes)
        # where the decoder's b-th sentence finds the states of its words; padding points anywhere and is masked
        place = {b: i for i, b in enumerate(by_source)}
        steps = len(self.source_sizes)
        left, right, mask = [], [], []
        for b in by_target:
            mine = columns[place[b]]
            padding = [mine[0]] * (steps - len(mine))
            left.append(mine + padding)
            right.append(mine[::-1] + padding)
            mask.append([0.0] * len(mine) + [FORBIDDEN] * len(padding))
        self.left, self.right, self.mask = torch.tensor(left), torch.tensor(right), torch.tensor(mask)

        self.order = list(by_target)
        written = [targets[b] for b in by_target]
        self.target_sizes, columns = layout(written, packed)
        self.words_read = flatten([[BOS] + t[:-1] for t in written], columns, self.target_sizes)
        self.answers = flatten(written, columns, self.target_sizes)
        self.source_words, places = torch.cat([self.forward, self.backward]).unique(return_inverse=True)
        self.forward_place, self.backward_place = places.split(len(self.forward))
        self.target_words, self.place = self.words_read.unique(return_inverse=True)
        self.tokens = sum(map(len, targets))
        self.real = torch.empty(0, dtype=torch.long)  # empty: every column is a real position
        if len(self.answers) != self.tokens:
            self.real = torch.tensor(sorted(c for mine in columns for c in mine))
            self.answers = self.answers[self.real]


def layout(sentences, packed):
    """How many columns each step has, and the columns of each sentence."""
    steps = max(map(len, sentences))
    sizes = [sum(len(s) > t for s in sentences) if packed else len(sentences) for t in range(steps)]
    first = numpy.cumsum([0] + sizes).tolist()
    return sizes, [[first[t] + b for t in range(len(s))] for b, s in enumerate(sentences)]


def flatten(sentences, columns, sizes):
    flat = numpy.full(sum(sizes), EOS, dtype=numpy.int64)
    for sentence, mine in zip(sentences, columns):
        flat[mine] = sentence
    return torch.from_numpy(flat)


def gru(x: Tensor, sizes: List[int], gates: Tensor, candidate: Tensor) -> Tensor:
    """One direction; x and the states are columns of all steps, one below the other."""
    n = candidate.size(0)
    x_gates, x_candidate = x.split([2 * n, n], 1)
    of_gates, of_candidate = x_gates.split(sizes), x_candidate.split(sizes)
    z = torch.sigmoid(of_gates[0][:, :n])
    h = z * torch.tanh(of_candidate[0])
    states = [h]
    for t in range(1, len(sizes)):
        if sizes[t] < sizes[t - 1]:
            h = h[: sizes[t]]
        z, r = torch.sigmoid(torch.addmm(of_gates[t], h, gates)).split([n, n], 1)
        h = torch.lerp(h, torch.tanh(torch.addmm(of_candidate[t], r * h, candidate)), z)
        states.append(h)
    return torch.cat(states)


def gru_both(x: Tensor, sizes: List[int], gates: Tensor, candidate: Tensor) -> Tensor:
    """Both directions at once; 2 × columns × units."""
    n = candidate.size(1)
    x_gates, x_candidate = x.split([2 * n, n], 2)
    of_gates, of_candidate = x_gates.split(sizes, 1), x_candidate.split(sizes, 1)
    z = torch.sigmoid(of_gates[0][:, :, :n])
    h = z * torch.tanh(of_candidate[0])
    states = [h]
    for t in range(1, len(sizes)):
        if sizes[t] < sizes[t - 1]:
            h = h[:, : sizes[t]]
        z, r = torch.sigmoid(torch.baddbmm(of_gates[t], h, gates)).split([n, n], 2)
        h = torch.lerp(h, torch.tanh(torch.baddbmm(of_candidate[t], r * h, candidate)), z)
        states.append(h)
    return torch.cat(states, 1)


def attend(weights: Tensor, values: Tensor, by_bmm: bool) -> Tensor:
    if by_bmm:
        return torch.bmm(weights.unsqueeze(1), values).squeeze(1)
    return (weights.unsqueeze(2) * values).sum(1)


def decoder(x: Tensor, sizes: List[int], s: Tensor, keys: Tensor, annotations: Tensor, mask: Tensor, query: Tensor,
            candidate: Tensor, context: Tensor, score: Tensor, by_bmm: bool) -> Tuple[Tensor, Tensor]:
    """The states before each word and the contexts, columns of all steps one below the other."""
    n, a = candidate.size(0), score.size(0)
    x_gates, x_candidate = x.split([2 * n, n], 1)
    of_gates, of_candidate = x_gates.split(sizes), x_candidate.split(sizes)
    states: List[Tensor] = []
    contexts: List[Tensor] = []
    for t in range(len(sizes)):
        k = sizes[t]
        if k < s.size(0):
            s, keys, annotations, mask = s[:k], keys[:k], annotations[:k], mask[:k]
        states.append(s)
        q_gates, q = torch.mm(s, query).split([2 * n, a], 1)
        e = torch.matmul(torch.tanh(keys + q.unsqueeze(1)), score)
        c = attend(torch.softmax(e + mask, 1), annotations, by_bmm)
        contexts.append(c)
        c_gates, c_candidate = torch.mm(c, context).split([2 * n, n], 1)
        z, r = torch.sigmoid(of_gates[t] + q_gates + c_gates).split([n, n], 1)
        g = torch.addmm(of_candidate[t] + c_candidate, r * s, candidate)
        s = torch.lerp(s, torch.tanh(g), z)
    return torch.cat(states), torch.cat(contexts)


def decoder_beside(x: Tensor, sizes: List[int], s: Tensor, keys: Tensor, annotations: Tensor, mask: Tensor,
                   query: Tensor, candidate: Tensor, context: Tensor, score: Tensor,
                   by_bmm: bool) -> Tuple[Tensor, Tensor]:
    """The same with state and context side by side, so that each gate is one product."""
    n, a = candidate.size(0), score.size(0)
    x_gates, x_candidate = x.split([2 * n, n], 1)
    of_gates, of_candidate = x_gates.split(sizes), x_candidate.split(sizes)
    q_gates, q = query.split([2 * n, a], 1)
    c_gates, c_candidate = context.split([2 * n, n], 1)
    gates, candidates = torch.cat([q_gates, c_gates]), torch.cat([candidate, c_candidate])
    q = q.contiguous()
    states: List[Tensor] = []
    contexts: List[Tensor] = []
    for t in range(len(sizes)):
        k = sizes[t]
        if k < s.size(0):
            s, keys, annotations, mask = s[:k], keys[:k], annotations[:k], mask[:k]
        states.append(s)
        e = torch.matmul(torch.tanh(keys + torch.mm(s, q).unsqueeze(1)), score)
        c = attend(torch.softmax(e + mask, 1), annotations, by_bmm)
        contexts.append(c)
        z, r = torch.sigmoid(torch.addmm(of_gates[t], torch.cat([s, c], 1), gates)).split([n, n], 1)
        g = torch.addmm(of_candidate[t], torch.cat([r * s, c], 1), candidates)
        s = torch.lerp(s, torch.tanh(g), z)
    return torch.cat(states), torch.cat(contexts)


class RnnSearch:
    """The loss of a batch. `parameters`: name → tensor, leaves of autograd when training."""

    def __init__(self, parameters, script=False, joined=False, beside=False, by_bmm=True, distinct=False):
        self.p, self.joined, self.by_bmm, self.distinct = parameters, joined, by_bmm, distinct
        made = torch.jit.script if script else lambda function: function
        self.gru, self.gru_both = made(gru), made(gru_both)
        self.decoder = made(decoder_beside if beside else decoder)

    def project_source(self, batch):
        """The input of every gate, once for every distinct word of the batch or for every token."""
        p = self.p
        n = p["encoder.forward.recurrent_candidate"].size(0)
        weight, bias, embedding = p["encoder.input.weight"], p["encoder.input.bias"], p["encoder.embedding"]
        if self.distinct:
            both = torch.addmm(bias, F.embedding(batch.source_words, embedding), weight).split(3 * n, 1)
            return F.embedding(batch.forward_place, both[0]), F.embedding(batch.backward_place, both[1])
        weights, biases = weight.split(3 * n, 1), bias.split(3 * n)
        return [torch.addmm(biases[i], F.embedding(words, embedding), weights[i])
                for i, words in enumerate((batch.forward, batch.backward))]

    def project_target(self, batch):
        weight, bias = self.p["decoder.input.weight"], self.p["decoder.input.bias"]
        words = batch.target_words if self.distinct else batch.words_read
        projected = torch.addmm(bias, F.embedding(words, self.p["decoder.embedding"]), weight)
        return F.embedding(batch.place, projected) if self.distinct else projected

    def encode(self, batch):
        p = self.p
        x, sizes = self.project_source(batch), batch.source_sizes
        names = ["recurrent_gates", "recurrent_candidate"]
        if self.joined:
            states = self.gru_both(torch.stack(x), sizes, *(torch.stack(
                [p["encoder.forward." + name], p["encoder.backward." + name]]) for name in names)).unbind(0)
        else:
            states = [self.gru(x[i], sizes, *(p[f"encoder.{way}.{name}"] for name in names))
                      for i, way in enumerate(("forward", "backward"))]
        annotations = torch.cat([F.embedding(batch.left, states[0]), F.embedding(batch.right, states[1])], 2)
        keys = torch.matmul(annotations, p["attention.keys.weight"])
        first = annotations[:, 0, states[0].size(1):]
        return annotations, keys, torch.tanh(torch.addmm(p["decoder.start.bias"], first, p["decoder.start.weight"]))

    def loss(self, batch):
        p, real = self.p, batch.real
        annotations, keys, start = self.encode(batch)
        n, l = start.size(1), p["output.weight"].size(1)
        x, deep = self.project_target(batch).split([3 * n, 2 * l], 1)
        states, contexts = self.decoder(x, batch.target_sizes, start, keys, annotations, batch.mask,
                                        p["decoder.recurrent_gates_and_query"], p["decoder.recurrent_candidate"],
                                        p["decoder.context.weight"], p["attention.score"], self.by_bmm)
        if real.numel() > 0:
            states, contexts, deep = F.embedding(real, states), F.embedding(real, contexts), F.embedding(real, deep)
        deep = torch.addmm(torch.addmm(deep, states, p["output.state.weight"]), contexts, p["output.context.weight"])
        upper, lower = deep.split(l, 1)
        logits = F.linear(torch.maximum(upper, lower), p["output.weight"], p["output.bias"])
        return F.cross_entropy(logits, batch.answers)
