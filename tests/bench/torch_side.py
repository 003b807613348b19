#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's side of the comparison; compare.py runs it with the settings that suit PyTorch best.

  torch_side.py train FOLDER --threads 2 --variant packed,script     times updates
  torch_side.py decode FOLDER --threads 2                            times translation
  torch_side.py product --threads 2                                  floating-point operations a second

Each prints one JSON object, as engine_side does. Made for Debian 12's python3-torch (1.13).
"""
import argparse
import json
import pathlib
import time

import torch

import torch_model

VARIANTS = {"packed", "reversed", "eager", "script", "joined", "beside", "bmm", "sum", "distinct", "single", "foreach",
            "flat"}


def peak_bytes():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


class FlatAdam:
    """Adam with all parameters, gradients and moments in one block each: few, long operations."""

    def __init__(self, parameters, rate=0.001):
        sizes = [p.numel() for p in parameters]
        self.values, self.gradients = torch.empty(sum(sizes)), torch.zeros(sum(sizes))
        for p, value, gradient in zip(parameters, self.values.split(sizes), self.gradients.split(sizes)):
            value.copy_(p.detach().reshape(-1))
            p.data = value.view_as(p)
            p.grad = gradient.view_as(p)
        self.adam = torch.optim.Adam([self.values], lr=rate)
        self.values.grad = self.gradients

    def step(self):
        norm = float(torch.linalg.vector_norm(self.gradients))
        if norm > 1:
            self.gradients.mul_(1 / norm)
        self.adam.step()
        self.gradients.zero_()


class ListAdam:
    def __init__(self, parameters, foreach):
        self.parameters = parameters
        self.adam = torch.optim.Adam(parameters, lr=0.001, foreach=foreach)

    def step(self):
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)


def train(options):
    words = set(options.variant.split(","))
    if not words <= VARIANTS:
        raise SystemExit(f"--variant knows {sorted(VARIANTS)}")
    total = options.warmup + options.updates
    batches = [torch_model.Batch(pairs, "reversed" not in words)
               for pairs in torch_model.read_batches(options.folder, total)]
    parameters = torch_model.read_tensors(options.folder / "parameters.safetensors")
    for tensor in parameters.values():
        tensor.requires_grad_()
    model = torch_model.RnnSearch(parameters, script="script" in words, joined="joined" in words,
                                  beside="beside" in words, by_bmm="sum" not in words, distinct="distinct" in words)
    leaves = list(parameters.values())
    adam = FlatAdam(leaves) if "flat" in words else ListAdam(leaves, "foreach" in words)
    losses, tokens = [], 0
    for update in range(total):
        if update == options.warmup:
            tokens, start, processor = 0, time.perf_counter(), time.process_time()
        batch = batches[update % len(batches)]
        loss = model.loss(batch)
        loss.backward()
        adam.step()
        tokens += batch.tokens
        if len(losses) < 20:
            losses.append(loss.item())
    seconds = time.perf_counter() - start
    return {"variant": options.variant, "target_tokens": tokens, "seconds": seconds,
            "processor_seconds": time.process_time() - processor,
            "tokens_per_second": tokens / seconds, "losses": losses,
            "parameters": sum(tensor.numel() for tensor in leaves)}


def product(options):
    """The rate of the largest of a few products, by PyTorch's BLAS and by oneDNN."""
    rates = {"blas": 0.0, "onednn": 0.0}
    for size in (1024, 1536, 2048):
        a, b = torch.randn(size, size), torch.randn(size, size)
        ways = {"blas": lambda: torch.mm(a, b)}
        if torch.backends.mkldnn.is_available():
            left, right = a.to_mkldnn(), b.to_mkldnn()
            ways["onednn"] = lambda: torch._C._nn.mkldnn_linear(left, right) \
                if hasattr(torch._C._nn, "mkldnn_linear") else torch.nn.functional.linear(left, right)
        for way, run in ways.items():
            run()
            for _ in range(options.repetitions):
                start = time.perf_counter()
                run()
                rates[way] = max(rates[way], 2 * size**3 / (time.perf_counter() - start))
    return {"flops": rates}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("train", "decode", "product"):
        command = commands.add_parser(name)
        command.add_argument("--threads", type=int, default=1)
        if name != "product":
            command.add_argument("folder", type=pathlib.Path)
    commands.choices["train"].add_argument("--variant", default="packed,eager")
    commands.choices["train"].add_argument("--warmup", type=int, default=20)
    commands.choices["train"].add_argument("--updates", type=int, default=40)
    commands.choices["decode"].add_argument("--parameters", type=pathlib.Path)
    commands.choices["decode"].add_argument("--repetitions", type=int, default=100)
    commands.choices["product"].add_argument("--repetitions", type=int, default=10)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    if options.command == "train":
        result = train(options)
    elif options.command == "product":
        result = product(options)
    else:
        import torch_decode
        with torch.inference_mode():
            result = torch_decode.decode(options)
    result.update(side="pytorch", threads=options.threads, torch=torch.__version__, peak_rss_bytes=peak_bytes())
    print(json.dumps(result))


if __name__ == "__main__":
    main()
