#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes intervention.json beside itself: what PyTorch says of the model of rnnsearch.json when rows of attention and
source tokens are taken out of its hands.

An overridden row is not computed but given: c_i = sum_j alpha_ij h_j of the given numbers, and everything after it (the
state, the word) follows by the same formulas. A dropped token is not in the source at all. Needs PyTorch.
  python3 tests/golden/intervention.py
"""
import json
import pathlib

import torch

from make_torch_values import BOS, attend, encode, numbers, shapes

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent


def decode(p, source, target, rows, n, l):
    """log p of each target token; rows: position -> given weights over the source."""
    annotations, first = encode(p, source, n)
    keys = annotations @ p["attention.keys.weight"]
    s = torch.tanh(first @ p["decoder.start.weight"] + p["decoder.start.bias"])
    logs, attention = [], []
    for i, (before, word) in enumerate(zip([BOS] + target[:-1], target)):
        x = p["decoder.embedding"][before] @ p["decoder.input.weight"] + p["decoder.input.bias"]
        recurrent = s @ p["decoder.recurrent_gates_and_query"]
        weights, context = attend(recurrent[2 * n :], keys, annotations, p["attention.score"])
        if i in rows:
            weights = torch.tensor(rows[i])
            context = weights @ annotations
        from_context = context @ p["decoder.context.weight"]
        both = torch.sigmoid(x[: 2 * n] + recurrent[: 2 * n] + from_context[: 2 * n])
        z, r = both[:n], both[n:]
        deep = s @ p["output.state.weight"] + x[3 * n :] + context @ p["output.context.weight"]
        candidate = torch.tanh(x[2 * n : 3 * n] + (r * s) @ p["decoder.recurrent_candidate"] + from_context[2 * n :])
        s = (1 - z) * s + z * candidate
        log_p = torch.log_softmax(torch.maximum(deep[:l], deep[l:]) @ p["output.weight"].T + p["output.bias"], dim=0)
        logs.append(log_p[word])
        attention.append(weights)
    return torch.stack(logs), torch.stack(attention)


def main():
    golden = json.loads((HERE / "rnnsearch.json").read_text())
    words_in, words_out, m, n, a, l = golden["sizes"]
    p = {name: torch.tensor(golden["parameters"][name]).reshape(shape)
         for name, shape in shapes(words_in, words_out, m, n, a, l).items()}
    cases = []
    for pair, rows, dropped in [
        (1, {}, []),
        (1, {1: [0, 0, 0, 1, 0, 0]}, []),
        (1, {0: [0.5, 0, 0.25, 0, 0, 0.25], 3: [0, 0, 0, 0, 0, 1]}, []),
        (4, {}, [1, 3]),
        (7, {2: [0.125, 0.875, 0, 0]}, [0]),  # over the original source; what is dropped gets nothing
    ]:
        source, target = golden["pairs"][pair]
        kept = [j for j in range(len(source)) if j not in dropped]
        over = {i: [row[j] / sum(row[k] for k in kept) for j in kept] for i, row in rows.items()}
        logs, attention = decode(p, [source[j] for j in kept], target, over, n, l)
        full = torch.zeros(len(target), len(source))
        full[:, kept] = attention
        cases.append({"source": source, "target": target, "dropped": dropped,
                      "rows": [{"target": i, "weights": row} for i, row in rows.items()],
                      "log_probabilities": numbers(logs), "attention": numbers(full)})
    (HERE / "intervention.json").write_text(json.dumps(cases, separators=(",", ":")).replace("},{", "},\n{") + "\n")


if __name__ == "__main__":
    main()
