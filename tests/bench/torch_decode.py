# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translation in PyTorch: one sentence, greedy and with a beam of 5, and a thousand sentences, greedy.

Every translation has a set length and never ends early, as on the engine's side. Several ways are timed and the fastest
is told: eager or scripted; products of a vector (mv) or of a matrix with one row; many sentences in batches of 32, 64
or 128. Finished sentences of a batch cost nothing: columns are sorted by the length that is known here, which a real
decoder would have to find out. The indices of a batch are made before the clock starts.
"""
import time
from typing import List, Tuple

import torch
import torch.nn.functional as F
from torch import Tensor

import torch_model
from torch_model import BOS, EOS, FORBIDDEN, MARKS

LENGTH_OF_ONE = 13


def step(words: Tensor, s: Tensor, keys: Tensor, annotations: Tensor, mask: Tensor, p: List[Tensor],
         shared: bool) -> Tuple[Tensor, Tensor]:
    """One word for every row of s: the next state and the logits. `shared`: all rows read one sentence."""
    embedding, in_weight, in_bias, query, candidate, context, score, deep_state, deep_context, out, out_bias = p
    n, a, l = candidate.size(0), score.size(0), out.size(0)
    x_gates, x_candidate, deep = torch.addmm(in_bias, F.embedding(words, embedding),
                                             in_weight).split([2 * n, n, 2 * l], 1)
    q_gates, q = torch.mm(s, query).split([2 * n, a], 1)
    e = torch.matmul((keys + q.unsqueeze(1)).tanh_(), score)
    if shared:
        c = torch.mm(torch.softmax(e, 1), annotations)
    else:
        c = torch.bmm(torch.softmax(e + mask, 1).unsqueeze(1), annotations).squeeze(1)
    c_gates, c_candidate = torch.mm(c, context).split([2 * n, n], 1)
    z, r = (x_gates + q_gates).add_(c_gates).sigmoid_().split([n, n], 1)
    g = torch.addmm(x_candidate + c_candidate, r * s, candidate).tanh_()
    t = torch.addmm(torch.addmm(deep, s, deep_state), c, deep_context)
    return torch.lerp(s, g, z), torch.addmm(out_bias, torch.maximum(t[:, :l], t[:, l:]), out)


def greedy_rows(s: Tensor, keys: Tensor, annotations: Tensor, mask: Tensor, sizes: List[int], p: List[Tensor],
                begin: int) -> List[Tensor]:
    """Greedy for a batch whose row b is still going on at step t if b < sizes[t]."""
    words = torch.full([s.size(0)], begin, dtype=torch.long)
    found: List[Tensor] = []
    for t in range(len(sizes)):
        k = sizes[t]
        if k < s.size(0):
            s, words, keys, annotations, mask = s[:k], words[:k], keys[:k], annotations[:k], mask[:k]
        s, logits = step(words, s, keys, annotations, mask, p, False)
        words = logits.argmax(1)
        found.append(words)
    return found


def greedy_vector(s: Tensor, keys: Tensor, annotations: Tensor, length: int, p: List[Tensor],
                  begin: int) -> List[Tensor]:
    """Greedy for one sentence in products of a matrix and a vector; the matrices of p are transposed."""
    embedding, in_weight, in_bias, query, candidate, context, score, deep_state, deep_context, out, out_bias = p
    n, a, l = candidate.size(0), score.size(0), out.size(1)
    transposed = annotations.t()
    word = torch.full([1], begin, dtype=torch.long)
    found: List[Tensor] = []
    for t in range(length):
        x = torch.addmv(in_bias, in_weight, embedding.index_select(0, word).squeeze(0))
        x_gates, x_candidate, deep = x.split([2 * n, n, 2 * l])
        q_gates, q = torch.mv(query, s).split([2 * n, a])
        c = torch.mv(transposed, torch.softmax(torch.mv((keys + q).tanh_(), score), 0))
        c_gates, c_candidate = torch.mv(context, c).split([2 * n, n])
        z, r = (x_gates + q_gates).add_(c_gates).sigmoid_().split([n, n])
        g = torch.addmv(x_candidate + c_candidate, candidate, r * s).tanh_()
        d = torch.addmv(torch.addmv(deep, deep_state, s), deep_context, c)
        logits = torch.addmv(out_bias, out, torch.maximum(d[:l], d[l:]))
        s = torch.lerp(s, g, z)
        word = logits.argmax(0, keepdim=True)
        found.append(word)
    return found


def beam(s: Tensor, keys: Tensor, annotations: Tensor, length: int, width: int, p: List[Tensor],
         begin: int) -> Tensor:
    """The best hypothesis; all have the same length, so their sums of log p rank them."""
    words = torch.full([1], begin, dtype=torch.long)
    keys, scores, mask = keys.unsqueeze(0), torch.zeros([1, 1]), torch.zeros([1])
    history = torch.zeros([1, 0], dtype=torch.long)
    for t in range(length):
        s, logits = step(words, s, keys, annotations, mask, p, True)
        total = torch.log_softmax(logits, 1).add_(scores)
        best, at = torch.topk(total.view(-1), width)
        parent = torch.div(at, logits.size(1), rounding_mode="floor")
        words = at - parent * logits.size(1)
        s, history = s.index_select(0, parent), torch.cat([history.index_select(0, parent), words.unsqueeze(1)], 1)
        scores = best.unsqueeze(1)
    return history[0]


def decoding_parameters(p, transposed):
    """What every step needs, each tensor as the product wants it."""
    names = ["decoder.embedding", "decoder.input.weight", "decoder.input.bias", "decoder.recurrent_gates_and_query",
             "decoder.recurrent_candidate", "decoder.context.weight", "attention.score", "output.state.weight",
             "output.context.weight"]
    kept = [p[name].t().contiguous() if transposed and p[name].dim() == 2 and name != "decoder.embedding" else p[name]
            for name in names]
    return kept + [p["output.weight"] if transposed else p["output.weight"].t().contiguous(), p["output.bias"]]


def seconds_of(run):
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


def timed(run, repetitions):
    """Best and median milliseconds; the first calls, in which script is compiled, do not count."""
    for _ in range(5):
        found = run()
    seconds = []
    for _ in range(repetitions):
        one, found = seconds_of(run)
        seconds.append(one)
    seconds.sort()
    return {"best_ms": 1000 * seconds[0], "median_ms": 1000 * seconds[len(seconds) // 2]}, found


def best_way(ways, repetitions):
    results = {}
    for name, run in ways.items():
        results[name], found = timed(run, repetitions)
        results[name]["tokens"] = [int(word) for word in found]
    name = min(results, key=lambda way: results[way]["best_ms"])
    return dict(results[name], way=name, ways={way: one["best_ms"] for way, one in results.items()})


def decode(options):
    folder = options.folder
    p = torch_model.read_tensors(options.parameters or folder / "parameters.safetensors")
    p["output.bias"][:MARKS] = FORBIDDEN  # <unk> and <s> are never written, EOS would end the work
    sentences = torch_model.read_sentences(folder)
    rows, vectors = decoding_parameters(p, False), decoding_parameters(p, True)
    result = {}

    one = torch_model.Batch([(sentences[0][0], [EOS] * LENGTH_OF_ONE)], True)
    greedy_ways, beam_ways, runners = {}, {}, {}
    for kind in ("eager", "script"):
        model = torch_model.RnnSearch(p, script=kind == "script")
        made = torch.jit.script if kind == "script" else lambda function: function
        by_row, by_vector, by_beam = made(greedy_rows), made(greedy_vector), made(beam)
        runners[kind] = (model, by_row)

        def run_rows(model=model, by_row=by_row):
            annotations, keys, s = model.encode(one)
            return by_row(s, keys, annotations, one.mask, [1] * LENGTH_OF_ONE, rows, BOS)

        def run_vector(model=model, by_vector=by_vector):
            annotations, keys, s = model.encode(one)
            return by_vector(s[0], keys[0], annotations[0], LENGTH_OF_ONE, vectors, BOS)

        def run_beam(model=model, by_beam=by_beam):
            annotations, keys, s = model.encode(one)
            return by_beam(s, keys[0], annotations[0], LENGTH_OF_ONE, 5, rows, BOS)

        greedy_ways[kind + ",rows"], greedy_ways[kind + ",vector"], beam_ways[kind] = run_rows, run_vector, run_beam
    result["greedy"] = best_way(greedy_ways, options.repetitions)
    result["beam5"] = best_way(beam_ways, options.repetitions)

    ways = {}
    order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i][0]))
    for size in (32, 64, 128):
        parts = [order[i : i + size] for i in range(0, len(order), size)]
        batches = [torch_model.Batch([(sentences[i][0], [EOS] * sentences[i][1]) for i in part], True)
                   for part in parts]
        for kind, (model, by_row) in runners.items():
            def run_all(model=model, by_row=by_row, batches=batches):
                found = []
                for b in batches:
                    annotations, keys, s = model.encode(b)
                    found.append(by_row(s, keys, annotations, b.mask, b.target_sizes, rows, BOS))
                return found
            ways[f"{kind}, {size} together"] = (run_all, parts, batches)
    seconds = {way: seconds_of(run)[0] for way, (run, _, _) in ways.items()}
    way = min(seconds, key=seconds.get)
    run_all, parts, batches = ways[way]
    again = [seconds_of(run_all) for _ in range(3)]
    result.update(sentences_way=way, sentences_per_second=len(order) / min([seconds[way]] + [one for one, _ in again]))
    result["translations"] = [None] * len(order)
    for part, batch, columns in zip(parts, batches, again[-1][1]):
        written = [column.tolist() for column in columns]
        for row, b in enumerate(batch.order):
            result["translations"][part[b]] = [column[row] for column in written if row < len(column)]
    return result
