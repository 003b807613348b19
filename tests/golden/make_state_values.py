#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes states.json beside itself: gates and states of the small model of rnnsearch.json, principal components, and the
angular order of units, as NumPy computes them.

The formulas are read from Bahdanau, Cho & Bengio 2015, appendix A, and Friendly 2002, not from the engine; only names,
shapes and the order of rows are the checkpoint's. Needs NumPy (made with 1.24); computes in double.
  python3 tests/golden/make_state_values.py
"""
import json
import pathlib
import random

import numpy

HERE = pathlib.Path(__file__).parent
BOS = 1


def numbers(array):
    return [float(f"{value:.12g}") for value in numpy.asarray(array).reshape(-1).tolist()]


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def model_parameters(golden):
    words_in, words_out, m, n, a, l = golden["sizes"]
    shapes = {
        "encoder.embedding": (words_in, m), "encoder.input.weight": (m, 6 * n), "encoder.input.bias": (6 * n,),
        "encoder.forward.recurrent_gates": (n, 2 * n), "encoder.forward.recurrent_candidate": (n, n),
        "encoder.backward.recurrent_gates": (n, 2 * n), "encoder.backward.recurrent_candidate": (n, n),
        "attention.keys.weight": (2 * n, a), "decoder.embedding": (words_out, m),
        "decoder.input.weight": (m, 3 * n + 2 * l), "decoder.input.bias": (3 * n + 2 * l,),
        "decoder.start.weight": (n, n), "decoder.start.bias": (n,),
        "decoder.recurrent_gates_and_query": (n, 2 * n + a), "decoder.recurrent_candidate": (n, n),
        "decoder.context.weight": (2 * n, 3 * n), "attention.score": (a,),
    }
    return {name: numpy.array(golden["parameters"][name]).reshape(shape) for name, shape in shapes.items()}


def read(inputs, gates, candidate, n):
    """The four things a gated unit computes at every step: positions × n each."""
    h, rows = numpy.zeros(n), []
    for x in inputs:
        z, r = sigmoid(x[:n] + h @ gates[:, :n]), sigmoid(x[n : 2 * n] + h @ gates[:, n:])
        c = numpy.tanh(x[2 * n :] + (r * h) @ candidate)
        h = (1 - z) * h + z * c
        rows.append((z, r, c, h))
    return [numpy.array([row[which] for row in rows]) for which in range(4)]


def layer(parts):
    """Units × positions, unit after unit."""
    names = ("update", "reset", "candidate", "state")
    return {name: numbers(part.T) for name, part in zip(names, parts)}


def states(p, source, target, n):
    x = p["encoder.embedding"][source] @ p["encoder.input.weight"] + p["encoder.input.bias"]
    forward = read(x[:, : 3 * n], p["encoder.forward.recurrent_gates"], p["encoder.forward.recurrent_candidate"], n)
    backward = [part[::-1] for part in read(x[::-1, 3 * n :], p["encoder.backward.recurrent_gates"],
                                            p["encoder.backward.recurrent_candidate"], n)]
    h = numpy.hstack([forward[3], backward[3]])
    s = numpy.tanh(backward[3][0] @ p["decoder.start.weight"] + p["decoder.start.bias"])
    both, rows = p["decoder.recurrent_gates_and_query"], []
    for before in [BOS] + target[:-1]:
        x = p["decoder.embedding"][before] @ p["decoder.input.weight"] + p["decoder.input.bias"]
        e = numpy.tanh(s @ both[:, 2 * n :] + h @ p["attention.keys.weight"]) @ p["attention.score"]
        alpha = numpy.exp(e - e.max()) / numpy.exp(e - e.max()).sum()
        c = (alpha @ h) @ p["decoder.context.weight"]
        z = sigmoid(x[:n] + s @ both[:, :n] + c[:n])
        r = sigmoid(x[n : 2 * n] + s @ both[:, n : 2 * n] + c[n : 2 * n])
        candidate = numpy.tanh(x[2 * n : 3 * n] + (r * s) @ p["decoder.recurrent_candidate"] + c[2 * n :])
        s = (1 - z) * s + z * candidate
        rows.append((z, r, candidate, s))
    decoder = [numpy.array([row[which] for row in rows]) for which in range(4)]
    return {"forward": layer(forward), "backward": layer(backward), "decoder": layer(decoder)}


def positive(axis):
    return axis * numpy.sign(axis[numpy.argmax(abs(axis))])


def components(points):
    """points: N × D. Two principal components by the eigenvectors of the covariance."""
    centred = points - points.mean(0)
    values, vectors = numpy.linalg.eigh(numpy.cov(centred, rowvar=False))
    axes = numpy.array([positive(vectors[:, -1]), positive(vectors[:, -2])])
    return {"points": numbers(points), "dimensions": points.shape[1], "axes": numbers(axes),
            "variances": numbers(values[[-1, -2]]), "total": float(numpy.trace(numpy.cov(centred, rowvar=False))),
            "coordinates": numbers(centred @ axes.T)}


def cloud(generator, count, dimensions):
    """Unequal variances, every number a short decimal."""
    return numpy.array([[round(generator.gauss(0.3, 2 / (1 + 0.4 * d)) + 0.5 * generator.random() * (d % 3), 3)
                         for d in range(dimensions)] for _ in range(count)])


def angular_order(matrix):
    """matrix: units × positions. Friendly's order: by the angles of the first two eigenvectors of the correlations."""
    values, vectors = numpy.linalg.eigh(numpy.corrcoef(matrix))
    moves = matrix - matrix.mean(1, keepdims=True)
    moves /= numpy.linalg.norm(moves, axis=1, keepdims=True)
    e = []
    for which in (-1, -2):  # the sign is that of the pattern over the sentence
        pattern = moves.T @ vectors[:, which]
        e.append(vectors[:, which] * numpy.sign(pattern[numpy.argmax(abs(pattern))]))
    angles = numpy.arctan2(e[1], e[0])
    order = numpy.argsort(angles)
    gaps = numpy.diff(angles[order], prepend=angles[order[-1]] - 2 * numpy.pi)
    first = int(numpy.argmax(gaps))
    return numpy.roll(order, -first).tolist()


def main():
    golden = json.loads((HERE / "rnnsearch.json").read_text())
    p, n = model_parameters(golden), golden["sizes"][3]
    generator = random.Random(1901)
    matrix = numpy.array([[round(generator.uniform(-1, 1), 2) for _ in range(6)] for _ in range(12)])
    result = {"sentences": [states(p, golden["pairs"][i][0], golden["pairs"][i][1], n) for i in (1, 2, 5)],
              "which": [1, 2, 5],
              "components": [components(cloud(generator, 40, 12)), components(cloud(generator, 15, 40))],
              "units": {"matrix": numbers(matrix), "positions": 6, "similarity": angular_order(matrix),
                        "variance": numpy.argsort(-matrix.var(1), kind="stable").tolist(),
                        "means": numbers(matrix.mean(0))}}
    (HERE / "states.json").write_text(json.dumps(result, separators=(",", ":")).replace('],"', '],\n"') + "\n")


if __name__ == "__main__":
    main()
