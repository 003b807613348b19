#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes subwords.json: what SentencePiece's own programs make of made-up sentences, for tests/core/text.

Needs spm_train and spm_encode (Debian package sentencepiece).
  python3 tests/golden/make_subword_values.py > tests/golden/subwords.json
"""
import json
import pathlib
import subprocess
import tempfile

STEMS = "read walk paint teach play climb think sing".split()
KINDS = "old young clever quiet friendly".split()
SENTENCES = [f"the {kind} {who}er was {what}ing." for who in STEMS for kind in KINDS for what in STEMS]
TEXTS = ["the old reader was singing.", "a young piper", "unfriendly", "the  cat", "Zürich 7", "climbing the wall", "猫 was"]
# a table of replacements of its own: full-width A, the ligature fi, a capital
RULES = "FF21\t41\nFB01\t66 69\n54 48 45\t74 68 65\n"


def train(folder, name, method, pieces, more):
    (folder / "sentences").write_text("\n".join(SENTENCES) + "\n", encoding="utf-8")
    subprocess.run(
        ["spm_train", f"--input={folder / 'sentences'}", f"--model_prefix={folder / name}", f"--model_type={method}",
         f"--vocab_size={pieces}", "--hard_vocab_limit=false", "--character_coverage=1.0", "--bos_id=-1", "--eos_id=-1",
         "--num_threads=4", "--minloglevel=2", *more], check=True)
    return folder / f"{name}.model"


def pieces_of(model, texts):
    done = subprocess.run(["spm_encode", f"--model={model}", "--output_format=piece"], input="\n".join(texts) + "\n",
                          capture_output=True, check=True, encoding="utf-8")
    return [line.split() for line in done.stdout.splitlines()]


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        learnt = []
        for method, pieces in [("bpe", 120), ("unigram", 60)]:
            model = train(folder, method, method, pieces, ["--normalization_rule_name=identity"])
            learnt.append({"method": method, "size": pieces, "pieces": pieces_of(model, TEXTS)})
        (folder / "rules").write_text(RULES, encoding="utf-8")
        model = train(folder, "ruled", "bpe", 60, [f"--normalization_rule_tsv={folder / 'rules'}"])
        texts = ["THE old reader", "THE Ａ ﬁ THE"]
        ruled = {"model": model.read_bytes().hex(), "texts": texts, "pieces": pieces_of(model, texts)}
        print(json.dumps({"sentences": SENTENCES, "texts": TEXTS, "learnt": learnt, "ruled": ruled}, ensure_ascii=False,
                         indent=1))


if __name__ == "__main__":
    main()
