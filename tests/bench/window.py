#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the window: `start`, `redraw` while training uses all cores, `training` in the window and on the command
line in turn. Each prints JSON. Needs window_bench, start_watch and alignoscope in one folder, and xvfb-run."""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

XVFB = ["xvfb-run", "-a", "-s", "-screen 0 1600x1100x24"]


def run(command, platform, folder):
    """What a program printed as JSON; in a home of its own, so that no settings of a user count."""
    environment = dict(os.environ, QT_QPA_PLATFORM=platform, XDG_RUNTIME_DIR=folder, XDG_CONFIG_HOME=folder,
                       XDG_DATA_HOME=folder)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")
    text = done.stdout  # with warnings in it: xvfb-run joins both outputs
    return json.loads(text[text.index("{"):text.rindex("}") + 1])


def spread(values):
    return {"median": round(statistics.median(values), 1), "best": round(min(values), 1),
            "worst": round(max(values), 1), "rounds": len(values)}


def start(options, folder):
    """Milliseconds from the start of the process to a painted window whose event loop answers."""
    offscreen, xvfb = [], {"mapped": [], "painted": [], "usable": []}
    for _ in range(options.rounds):
        now = time.monotonic_ns()
        offscreen.append(run([options.bin / "window_bench", "--started-at", str(now)], "offscreen", folder)["usable"])
        for name, value in run([*XVFB, options.bin / "start_watch", options.bin / "alignoscope"], "xcb", folder).items():
            xvfb[name].append(value)
    return {"offscreen": spread(offscreen), "xvfb": {name: spread(values) for name, values in xvfb.items()}}


def redraw(options, folder):
    """Redraws of a live heatmap, and input to paint, while training uses all cores."""
    arguments = ["--seconds", str(options.seconds), "--tokens", str(options.tokens), "--size", options.size]
    if options.preset:
        arguments += ["--preset", options.preset]
    if options.links is not None:
        arguments += ["--links", str(options.links)]
    found = {}
    for platform, before in (("offscreen", []), ("xcb", XVFB)):
        found[platform] = run([*before, options.bin / "window_bench", *arguments], platform, folder)
        found[platform + ", heatmap alone"] = run([*before, options.bin / "window_bench", "--heatmap", *arguments],
                                                  platform, folder)
    return found


def seconds_of_training(history, skip):
    """Time on the wall from one update to the last; validation and saving are told apart by nobody, and both do them."""
    database = sqlite3.connect(f"file:{history}?mode=ro", uri=True)
    first = database.execute("SELECT time FROM steps WHERE step = ?", (skip,)).fetchone()[0]
    last, steps = database.execute("SELECT time, step FROM steps ORDER BY id DESC LIMIT 1").fetchone()
    database.close()
    return last - first, steps - skip


def training(options, folder):
    """Updates a second of the same run on the command line and in the window."""
    speeds = {"command line": [], "window": []}
    common = ["--steps", str(options.steps)]
    for turn in range(options.rounds):
        runs = Path(folder) / f"runs-{turn}"
        line, window = runs / "line", runs / "window"
        window.mkdir(parents=True)
        train = [options.bin / "alignoscope", "train", options.corpus, "--run", line, *common]
        if options.preset:
            train += ["--model", options.preset]
        look = [*XVFB, options.bin / "window_bench", "--no-input", "--corpus", options.corpus, "--runs", window, *common]
        if options.preset:
            look += ["--preset", options.preset]
        if not options.long:
            look += ["--no-watch"]
        for name, command in [("command line", train), ("window", look)][::1 if turn % 2 == 0 else -1]:
            run(command, "xcb", folder)
            history = next((line if name == "command line" else window).rglob("history.sqlite"))
            seconds, steps = seconds_of_training(history, options.skip)
            speeds[name].append(steps / seconds)
        print(f"round {turn + 1}: " + ", ".join(f"{name} {values[-1]:.2f} updates/s" for name, values in speeds.items()),
              file=sys.stderr)
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    return {"updates_per_second": {name: spread(values) for name, values in speeds.items()},
            "window_of_command_line": round(medians["window"] / medians["command line"], 4)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["start", "redraw", "training"])
    parser.add_argument("bin", type=Path, help="folder of the programs, such as build/bench/bin")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=20, help="of redraws")
    parser.add_argument("--tokens", type=int, default=60, help="of the watched sentence, a side")
    parser.add_argument("--links", type=float, help="redraw the links tab, with links from this weight on")
    parser.add_argument("--size", default="1280x800", help="of the window")
    parser.add_argument("--preset", default="", help="empty: the default one")
    parser.add_argument("--corpus", default="builtin:phrases-en-fr")
    parser.add_argument("--steps", type=int, default=400, help="of training")
    parser.add_argument("--skip", type=int, default=20, help="updates that do not count")
    parser.add_argument("--long", action="store_true", help="watch a long sentence while training is compared")
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(globals()[options.what](options, folder), indent=2))


if __name__ == "__main__":
    main()
