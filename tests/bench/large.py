#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and memory a pair, as a corpus grows: writes made-up corpora with corpus_writer, runs `inspect` and `train` of
the built program on them, and prints a table. Needs corpus_writer and alignoscope, and room for the largest corpus five
times over in the folder."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path


class Peak:
    """The most that a process held, in MiB: of memory of its own, and with the pages of files that it looked at."""

    def __init__(self):
        self.own = self.resident = 0.0

    def look(self, pid):
        try:
            status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
            self.own = max(self.own, int(status["RssAnon"].split()[0]) / 1024)
            self.resident = max(self.resident, int(status["VmHWM"].split()[0]) / 1024)
        except (FileNotFoundError, KeyError, ProcessLookupError):
            pass  # it has ended


def run(command, folder):
    """Seconds on the clock, seconds of all processors, and peak of a command that must succeed."""
    start, peak = time.monotonic(), Peak()
    environment = dict(os.environ, TMPDIR=str(folder))
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=errors)
        ended = 0
        while not ended:
            peak.look(process.pid)
            time.sleep(0.02)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.read().decode()}")
    return seconds, usage.ru_utime + usage.ru_stime, peak


def measure(options, pairs, folder):
    corpus = folder / "corpus.tsv"
    with corpus.open("wb") as out:
        subprocess.run([options.bin / "corpus_writer", str(pairs)], stdout=out, check=True)
    program = options.bin / "alignoscope"
    first, _, _ = run([program, "inspect", corpus, "--limit", "300"], folder)
    columns = [f"{pairs:,}", f"{corpus.stat().st_size / (1 << 20):,.0f}", f"{first:.2f}"]
    # one pair to validate on: splitting is measured, translating thousands of sentences is not
    for command in (["inspect", corpus], ["train", corpus, "--run", folder / "run", "--steps", "20", "--model", "quick",
                                          "--validation-split", "1e-9"]):
        clock, processors, peak = run([program, *command], folder)
        columns += [f"{clock:.1f}", f"{1e6 * processors / pairs:.1f}", f"{peak.own:,.0f}", f"{peak.resident:,.0f}"]
    print("|", " | ".join(columns), "|", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin", type=Path, help="folder with alignoscope and corpus_writer")
    parser.add_argument("--pairs", default="100000,1000000,10000000", help="sizes, with commas")
    parser.add_argument("--folder", default="/var/tmp", help="where corpora and scratch files go for a while")
    options = parser.parse_args()
    print("| pairs | MiB | first pairs, s | inspect, s | processor µs a pair | own MiB | with pages of files | train, s "
          "| processor µs a pair | own MiB | with pages of files |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for pairs in map(int, options.pairs.split(",")):
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            measure(options, pairs, Path(folder))


if __name__ == "__main__":
    main()
