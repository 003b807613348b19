# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of compare.py in Markdown; every figure is the median of the rounds."""
import statistics

MIB = 1024 * 1024


def middle(cell, *path):
    values = []
    for value in cell["rounds"]:
        for name in path:
            value = value[name]
        values.append(value)
    return statistics.median(values)


def losses_apart(cell):
    """The largest difference of the first losses, as a share of the loss."""
    largest = 0.0
    for one in cell["rounds"]:
        pairs = zip(one["engine"]["train"]["losses"], one["pytorch"]["train"]["losses"])
        largest = max([largest] + [abs(a - b) / abs(b) for a, b in pairs])
    return largest


def rows(header, lines):
    text = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(text + ["| " + " | ".join(line) + " |" for line in lines])


def training(cell):
    ours, theirs = (middle(cell, side, "train", "tokens_per_second") for side in ("engine", "pytorch"))
    memory, their_memory = (middle(cell, side, "train", "peak_rss_bytes") for side in ("engine", "pytorch"))
    limit = middle(cell, "limit")
    return [cell["size"], str(cell["threads"]), f"{limit:,.0f}", f"{theirs:,.0f}", f"{ours:,.0f}",
            f"**{ours / theirs:.2f}**", f"{ours / limit:.2f}", f"{their_memory / MIB:.0f}", f"{memory / MIB:.0f}",
            f"{memory / their_memory:.2f}", f"{losses_apart(cell):.0e}"]


def decoding(cell):
    line = [cell["size"], str(cell["threads"])]
    for kind in ("greedy", "beam5"):
        ours, theirs = (middle(cell, side, "decode", kind, "best_ms") for side in ("engine", "pytorch"))
        line += [f"{theirs:.2f}", f"{ours:.2f}", f"**{theirs / ours:.2f}**"]
    ours, theirs = (middle(cell, side, "decode", "sentences_per_second") for side in ("engine", "pytorch"))
    return line + [f"{theirs:,.0f}", f"{ours:,.0f}", f"**{ours / theirs:.2f}**",
                   f"{100 * middle(cell, 'same_translations'):.1f} %"]


def table(cells, settings):
    about = cells[0]["about"]
    kernels = ", ".join(f"{name} {rate / 1e9:.0f} GFLOP/s" for name, rate in settings["kernels"].items())
    return "\n\n".join([
        "Training, target tokens a second:",
        rows(["size", "threads", "limit", "PyTorch", "engine", "ratio", "of the limit", "PyTorch MiB", "engine MiB",
              "ratio", "losses apart"], map(training, cells)),
        "Translation: one sentence of 12 tokens, milliseconds; a thousand sentences, greedy, sentences a second:",
        rows(["size", "threads", "greedy PyTorch", "engine", "ratio", "beam PyTorch", "engine", "ratio",
              "1,000 PyTorch", "engine", "ratio", "same"], map(decoding, cells)),
        f"{settings['processor']}; PyTorch {settings['torch']} with "
        + ", ".join(f"{name}={value}" for name, value in settings["environment"].items())
        + f" (OpenBLAS: {kernels}); {about['source_words']:,} source and {about['target_words']:,} target words, "
        f"{about['source_tokens'] / about['pairs']:.1f} source and {about['target_tokens'] / about['pairs']:.1f} "
        f"target tokens a pair; medians of {settings['rounds']} rounds of {settings['updates']} updates.",
        "PyTorch's best variants: " + "; ".join(f"{cell['size']}, {cell['threads']}: {cell['variant']}"
                                                for cell in cells) + ".",
    ])
