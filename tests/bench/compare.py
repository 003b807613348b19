#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the engine and PyTorch in turn on the same batches and prints a table with ratios.

  tests/bench/compare.py build/bench                                    a built-in corpus
  tests/bench/compare.py build/bench --corpus train.en.gz train.fr.gz --test test.en.gz test.fr.gz

Needs engine_side, built with -DALIGNOSCOPE_BENCHMARKS=ON, and a Python with PyTorch (Debian: python3-torch and
libopenblas0-openmp; OpenBLAS of the pthread kind collapses at two threads). Everything is a process of its own, one at
a time. Whoever compares for the record leaves the machine alone meanwhile.

What is done so that PyTorch is as fast as it can be:
  * ATEN_CPU_CAPABILITY=avx512 where the processor has it (PyTorch 1.13 stops at AVX2 of itself), OMP_NUM_THREADS,
    denormals flushed; OpenBLAS' kernel as it chooses and, with AVX-512, SkylakeX by name: the faster is kept
    (0.3.21 does not know newer processors and falls back to a kernel several times slower)
  * indices and masks of all batches are made before its clock starts; the engine makes them within its own
  * products of all steps at once wherever the recurrence allows: inputs of encoder and decoder, keys, deep output and
    softmax, these two over real positions only; fused gates; lerp for the update gate
  * a first round tries, for every size and number of threads, packed and padded layouts, eager and script, gates from
    one product of [state; context] or from two, both encoder directions in one batched product or one after the other,
    inputs projected once a distinct word or once a token, attention by bmm or by a sum, Adam over tensors one by one,
    with foreach, or over one flat block, memory kept by malloc instead of given back, and threads that wait actively;
    the best is what the table compares with
  * its backward pass is autograd's: a hand-written one would be another engine, not what PyTorch's users run
"""
import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import compare_table

HERE = pathlib.Path(__file__).resolve().parent
SIZES = {"S": 128, "M": 256, "L": 512}
KEEP = {"MALLOC_MMAP_THRESHOLD_": "2000000000", "MALLOC_TRIM_THRESHOLD_": "2000000000"}
# each line is tried on the best of the lines before
TRIALS = [
    ["packed,eager,beside,bmm,single", "packed,eager,bmm,single", "packed,script,beside,bmm,single",
     "reversed,eager,beside,bmm,single", "reversed,script,beside,bmm,single"],
    ["+distinct"], ["+sum"], ["+joined"], ["+foreach", "+flat"], ["+kept"], ["+active"],
]
INSTEAD = {"sum": "bmm", "foreach": "single", "flat": "single"}


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def run(command, environment=None):
    done = subprocess.run([str(word) for word in command], env=dict(os.environ, **(environment or {})),
                          stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return json.loads(done.stdout.splitlines()[-1])


def processor():
    name, flags = platform.machine(), ""
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            name = line.split(":", 1)[1].strip()
        if line.startswith("flags"):
            flags = line
    return name, "avx512" if " avx512f " in flags else "avx2" if " avx2 " in flags else "default"


class PyTorch:
    def __init__(self, python):
        self.python = python
        self.cpu, capability = processor()
        self.environment = {"ATEN_CPU_CAPABILITY": capability}
        self.kernels = {}

    def run(self, command, *words, threads, switches=()):
        environment = dict(self.environment, OMP_NUM_THREADS=str(threads), MKL_NUM_THREADS=str(threads))
        if "kept" in switches:
            environment.update(KEEP)
        if "active" in switches:
            environment["OMP_WAIT_POLICY"] = "active"
        return run([self.python, "-B", HERE / "torch_side.py", command, *words, "--threads", threads], environment)

    def choose_kernel(self):
        """OpenBLAS' own choice, or the one it does not make on processors that it does not know."""
        names = ["SkylakeX"] if self.environment["ATEN_CPU_CAPABILITY"] == "avx512" else ["Haswell"]
        os.environ.pop("OPENBLAS_CORETYPE", None)
        self.kernels["its own choice"] = self.run("product", threads=1)["flops"]["blas"]
        for name in names:
            self.environment["OPENBLAS_CORETYPE"] = name
            self.kernels[name] = self.run("product", threads=1)["flops"]["blas"]
        best = max(self.kernels, key=self.kernels.get)
        self.environment.pop("OPENBLAS_CORETYPE")
        if best in names:
            self.environment["OPENBLAS_CORETYPE"] = best
        say("BLAS kernel:", best, {name: f"{rate / 1e9:.0f} GFLOP/s" for name, rate in self.kernels.items()})

    def train(self, folder, variant, threads, warmup, updates):
        words = variant.split(",")
        return self.run("train", folder, "--variant", ",".join(w for w in words if w not in ("kept", "active")),
                        "--warmup", warmup, "--updates", updates, threads=threads, switches=words)

    def best_variant(self, folder, threads, updates, runs):
        """The fastest variant, and the rate of each: the best of its runs, which others on the machine only slow."""
        rates = {}
        for line in TRIALS:
            best = max(rates, key=rates.get, default="")
            for trial in line:
                variant = trial
                if trial.startswith("+"):
                    without = [word for word in best.split(",") if word != INSTEAD.get(trial[1:])]
                    variant = ",".join(without + [trial[1:]])
                if trial == "+active" and threads == 1:
                    continue
                rates[variant] = max(self.train(folder, variant, threads, 4, updates)["tokens_per_second"]
                                     for _ in range(runs))
                say(f"    {variant}: {rates[variant]:.0f} tokens/s")
        return max(rates, key=rates.get), rates


def operations(about):
    """Multiply-adds of a target token, counted twice, the backward pass as twice the forward."""
    h, e, l, v = about["hidden"], about["embedding"], about["maxout"], about["target_words"]
    source, ratio = about["source_tokens"] / about["pairs"], about["source_tokens"] / about["target_tokens"]
    return 6 * (3 * e * h + 4 * h * h + 6 * h * h + 8 * l * h + l * v + 3 * source * h + ratio * 14 * h * h)


def find_engine(path):
    for found in (path, path / "bin" / "engine_side", path / "engine_side"):
        if found.is_file():
            return found.resolve()
    raise SystemExit(f"{path}: no engine_side here; build it with -DALIGNOSCOPE_BENCHMARKS=ON")


def measure(options, engine, torch, cell, engine_first):
    """One round of one row: each side trains and translates."""
    folder, threads = cell["folder"], cell["threads"]
    decoding = ["--parameters", folder / "trained.safetensors", "--repetitions", options.repetitions]
    sides = {
        "engine": lambda: (run([engine, "train", folder, "--threads", threads, "--warmup", options.warmup, "--updates",
                                options.updates]),
                           run([engine, "decode", folder, "--threads", threads, *decoding])),
        "pytorch": lambda: (torch.train(folder, cell["variant"], threads, options.warmup, options.updates),
                            torch.run("decode", folder, *decoding, threads=threads)),
    }
    result = {side: dict(zip(("train", "decode"), sides[side]()))
              for side in sorted(sides, reverse=not engine_first)}
    result["limit"] = torch.run("product", threads=threads)["flops"]["onednn"] / cell["operations"]
    a, b = (result[side]["decode"].pop("translations") for side in ("engine", "pytorch"))
    result["same_translations"] = sum(x == y for x, y in zip(a, b)) / len(a)
    say(f"    engine {result['engine']['train']['tokens_per_second']:.0f}, "
        f"PyTorch {result['pytorch']['train']['tokens_per_second']:.0f} tokens/s")
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine", type=pathlib.Path, nargs="?", default=HERE.parents[1] / "build" / "bench",
                        help="engine_side, or the build folder it is in (default: build/bench)")
    parser.add_argument("--python", default="/usr/bin/python3", help="the Python that has PyTorch")
    parser.add_argument("--corpus", nargs="+", default=["builtin:phrases-en-fr"], help="one file, two, or builtin:NAME")
    parser.add_argument("--test", nargs="+", default=[], help="sentences to be translated (default: the corpus' last)")
    parser.add_argument("--lowercase", action="store_true")
    parser.add_argument("--min-count", type=int, default=2)
    parser.add_argument("--sizes", default="S,M,L", help="of S (128), M (256), L (512), or other numbers")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--maxout", choices=("full", "half"), default="full",
                        help="as many maxout units as hidden ones, or half, as the program does by default")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warmup", type=int, default=20, help="updates before the clock starts")
    parser.add_argument("--updates", type=int, default=40, help="updates on the clock")
    parser.add_argument("--repetitions", type=int, default=100, help="of the one translated sentence")
    parser.add_argument("--trial-updates", type=int, default=12, help="when PyTorch's variants are tried")
    parser.add_argument("--trial-runs", type=int, default=1, help="of each variant")
    parser.add_argument("--variant", help="do not try PyTorch's variants, take this one")
    parser.add_argument("--out", type=pathlib.Path, help="also write the table here")
    parser.add_argument("--json", type=pathlib.Path, help="write everything that was measured here")
    options = parser.parse_args()
    engine = find_engine(options.engine)

    torch = PyTorch(options.python)
    torch.choose_kernel()
    with tempfile.TemporaryDirectory(prefix="alignoscope-compare-") as work:
        cells = []
        for name in options.sizes.split(","):
            hidden, folder = SIZES.get(name) or int(name), pathlib.Path(work) / name
            write = [engine, "write", folder, *options.corpus, "--hidden", hidden, "--min-count", options.min_count,
                     "--maxout", hidden if options.maxout == "full" else hidden // 2]
            write += ["--test", *options.test] if options.test else []
            run(write + (["--lowercase"] if options.lowercase else []))
            run([engine, "train", folder, "--threads", 2, "--warmup", 0, "--updates", 60, "--save",
                 folder / "trained.safetensors"])
            about = json.loads((folder / "exchange.json").read_text())
            for threads in map(int, options.threads.split(",")):
                say(f"{name}, {threads} thread{'s' * (threads > 1)}: PyTorch's variants")
                variant, rates = options.variant, {}
                if not variant:
                    variant, rates = torch.best_variant(folder, threads, options.trial_updates, options.trial_runs)
                cells.append({"size": name, "threads": threads, "variant": variant, "trials": rates, "about": about,
                              "operations": operations(about), "rounds": [], "folder": folder})
        for number in range(options.rounds):
            for cell in cells:
                say(f"round {number + 1}, {cell['size']}, {cell['threads']} threads")
                cell["rounds"].append(measure(options, engine, torch, cell, number % 2 == 0))
    for cell in cells:
        del cell["folder"]
    settings = {"processor": torch.cpu, "torch": cells[0]["rounds"][0]["pytorch"]["train"]["torch"],
                "environment": torch.environment, "kernels": torch.kernels, "corpus": options.corpus,
                "rounds": options.rounds, "updates": options.updates, "maxout": options.maxout}
    table = compare_table.table(cells, settings)
    print(table)
    if options.out:
        options.out.write_text(table + "\n")
    if options.json:
        options.json.write_text(json.dumps({"settings": settings, "cells": cells}, indent=1) + "\n")


if __name__ == "__main__":
    main()
