#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes classifier.json beside itself: what PyTorch says of the attention text classifier and of its layers.

Convolution, pooling and softmax are PyTorch's own; the GRU is make_torch_values' (the reset gate acts before the
product). Texts go through one at a time, padded ones with the end-of-sentence mark. Made with 1.13, in double.
  python3 tests/golden/make_classifier_values.py
"""
import random

import torch
import torch.nn.functional as F
from make_torch_values import gru, numbers, values, write

EOS = 2
SIZES = {"words": 9, "labels": 3, "embedding": 4, "units": 3, "filters": 5, "kernel": 3, "dense": 6, "positions": 7}


def shapes(s):
    n, m, f, k = s["units"], s["embedding"], s["filters"], s["kernel"]
    return {
        "embedding": (s["words"], m), "embedding.frozen": (s["words"],),
        "encoder.input.weight": (m, 6 * n), "encoder.input.bias": (6 * n,),
        "encoder.forward.recurrent_gates": (n, 2 * n), "encoder.forward.recurrent_candidate": (n, n),
        "encoder.backward.recurrent_gates": (n, 2 * n), "encoder.backward.recurrent_candidate": (n, n),
        "attention.weight": (2 * n,), "attention.bias": (s["positions"],),
        "convolution.weight": (k * 2 * n, f), "convolution.bias": (f,),
        "dense.weight": (2 * n + 2 * f, s["dense"]), "dense.bias": (s["dense"],),
        "output.weight": (s["labels"], s["dense"]), "output.bias": (s["labels"],),
    }


def forward(p, text, s):
    n, k = s["units"], s["kernel"]
    x = p["embedding"][text] @ p["encoder.input.weight"] + p["encoder.input.bias"]
    right = gru(x[:, : 3 * n], p["encoder.forward.recurrent_gates"], p["encoder.forward.recurrent_candidate"], n)
    left = gru(x[:, 3 * n :].flip(0), p["encoder.backward.recurrent_gates"],
               p["encoder.backward.recurrent_candidate"], n).flip(0)
    h = torch.cat([right, left], dim=1)  # S x 2n
    e = torch.tanh(h @ p["attention.weight"] + p["attention.bias"][: len(text)])
    alpha = torch.softmax(e, dim=0)
    attended = alpha @ h
    if len(text) < k:  # a text too short for one window
        h = torch.cat([h, torch.zeros(k - len(text), 2 * n)])
    # [filters, channels, kernel] from rows of k times the channels
    kernel = p["convolution.weight"].reshape(k, 2 * n, s["filters"]).permute(2, 1, 0)
    y = F.conv1d(h.T.unsqueeze(0), kernel, p["convolution.bias"])
    average, largest = F.adaptive_avg_pool1d(y, 1), F.adaptive_max_pool1d(y, 1)
    features = torch.cat([attended, average.flatten(), largest.flatten()])
    u = F.relu(features @ p["dense.weight"] + p["dense.bias"])
    return u @ p["output.weight"].T + p["output.bias"], alpha, features


def run(parameters, texts, labels, s, padded):
    p = {name: value.clone().requires_grad_() for name, value in parameters.items()}
    loss, result = 0, {"probabilities": [], "attention": [], "features": []}
    for text, label in zip(texts, labels):
        text = text[: s["positions"]]
        text = text + [EOS] * (s["positions"] - len(text)) if padded else text
        logits, alpha, features = forward(p, text, s)
        loss = loss + F.cross_entropy(logits.unsqueeze(0), torch.tensor([label]))
        result["probabilities"].append(numbers(torch.softmax(logits, dim=0)))
        result["attention"].append(numbers(alpha))
        result["features"].append(numbers(features))
    loss.backward()
    gradients = {name: numbers(value.grad if value.grad is not None else torch.zeros_like(value))
                 for name, value in p.items()}
    return {"loss": float(loss.detach()), "gradients": gradients, **result}


def main():
    generator = random.Random(64)
    parameters = {name: values(generator, *shape, scale=0.9) for name, shape in shapes(SIZES).items()}
    parameters["embedding.frozen"].zero_()
    texts = [[generator.randrange(3, SIZES["words"]) for _ in range(length)] for length in (5, 1, 3, 9, 2, 7)]
    labels = [0, 2, 1, 0, 1, 2]
    write("classifier.json", {
        "sizes": SIZES, "texts": texts, "labels": labels,
        "parameters": {name: numbers(value) for name, value in parameters.items()},
        "masked": run(parameters, texts, labels, SIZES, False), "padded": run(parameters, texts, labels, SIZES, True)})


if __name__ == "__main__":
    main()
