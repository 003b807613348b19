#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a model that no Alignoscope has trained, as a file that it can import: random numbers, made of a seed.

  make_model_file.py FILE SEED   writes such a file
  make_model_file.py             writes model_file.safetensors and model_file.json beside itself: the model, and what
                                 resources/manual/scripts/translate_with_torch.py says of it. Needs PyTorch (made with
                                 1.13)
"""
import json
import pathlib
import random
import struct
import sys

HERE = pathlib.Path(__file__).resolve().parent
M, N, A, L = 3, 4, 3, 2  # embedding, units, units of the alignment model, maxout units
SOURCE, TARGET = ["the", "black", "cat", "sees", "."], ["le", "chat", "noir", "voit", "la", "maison", "."]
SENTENCES = ["the cat sees the black cat .", "cat", "the dog sees .", "sees sees sees sees sees"]


def shapes(words_in, words_out):
    result = {"encoder.embedding": (words_in, M), "encoder.input.weight": (M, 6 * N), "encoder.input.bias": (6 * N,)}
    for direction in ("forward", "backward"):
        result[f"encoder.{direction}.recurrent_gates"] = (N, 2 * N)
        result[f"encoder.{direction}.recurrent_candidate"] = (N, N)
    result.update({
        "attention.keys.weight": (2 * N, A), "decoder.embedding": (words_out, M),
        "decoder.input.weight": (M, 3 * N + 2 * L), "decoder.input.bias": (3 * N + 2 * L,),
        "decoder.start.weight": (N, N), "decoder.start.bias": (N,),
        "decoder.recurrent_gates_and_query": (N, 2 * N + A), "decoder.recurrent_candidate": (N, N),
        "decoder.context.weight": (2 * N, 3 * N), "attention.score": (A,), "output.state.weight": (N, 2 * L),
        "output.context.weight": (2 * N, 2 * L), "output.weight": (words_out, L), "output.bias": (words_out,)})
    return result


def metadata():
    model = {"embedding": M, "hidden": N, "alignment": A, "maxout": L, "initialization": "glorot", "task": "translation",
             "encoder_cell": "gru", "decoder_cell": "gru", "layers": 1, "bidirectional": True, "decoder": "bahdanau",
             "input_feeding": False, "tie_embeddings": False,
             "attention": {"kind": "additive", "window": 4, "coverage": False, "coverage_loss": 0, "scale": False,
                           "score_mode": "dot", "causal": False, "dropout": 0, "limit": "all", "states": 1}}
    dataset = {"source_tokenizer": "whitespace", "target_tokenizer": "whitespace", "lowercase": False, "max_length": 50,
               "min_count": 1, "vocabulary_limit": 0, "validation_split": 0.05, "seed": 1}
    marks = ["<unk>", "<s>", "</s>"]
    return {"format": "alignoscope-model", "version": "1", "model": json.dumps(model), "dataset": json.dumps(dataset),
            "source_vocabulary": json.dumps(marks + SOURCE), "target_vocabulary": json.dumps(marks + TARGET)}


def write(path, seed):
    generator, header, data = random.Random(seed), {"__metadata__": metadata()}, b""
    for name, shape in shapes(3 + len(SOURCE), 3 + len(TARGET)).items():
        count = shape[0] * (shape[1] if len(shape) > 1 else 1)
        block = struct.pack(f"<{count}f", *(generator.uniform(-2.5, 2.5) for _ in range(count)))
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(block)]}
        data += block
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    pathlib.Path(path).write_bytes(struct.pack("<Q", len(text)) + text + data)


def golden(file, seed):
    sys.path.insert(0, str(HERE.parent.parent / "resources" / "manual" / "scripts"))
    import translate_with_torch
    write(file, seed)
    model = translate_with_torch.Model(*translate_with_torch.read(file))
    cases = []
    for sentence in SENTENCES:
        tokens = sentence.split()
        translation, log_probability = model.translate(tokens)
        first = next(model.decode(*model.encode(tokens)))
        cases.append({"source": sentence, "tokens": translation, "log_probability": log_probability,
                      "first": [round(float(value), 7) for value in first]})
    return cases


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write(sys.argv[1], int(sys.argv[2]))
    else:
        cases = golden(HERE / "model_file.safetensors", 1757)
        (HERE / "model_file.json").write_text(json.dumps(cases, indent=1) + "\n")
