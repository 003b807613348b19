#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Safetensors in plain Python, written from the format's description and not from our code.

make_safetensors.py write FILE   writes the golden file that the tests read
make_safetensors.py read FILE    prints what is in a file, a line a tensor: name, shape, values
"""
import json
import struct
import sys


def write(path, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, shape, values in tensors:
        block = struct.pack(f"<{len(values)}f", *values)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(block)]}
        data += block
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def read(path):
    with open(path, "rb") as file:
        everything = file.read()
    length = struct.unpack_from("<Q", everything)[0]
    assert length % 8 == 0, "the data must be aligned"
    header = json.loads(everything[8:8 + length])
    data = everything[8 + length:]
    metadata = header.pop("__metadata__", {})
    tensors, covered = {}, 0
    for name, tensor in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        begin, end = tensor["data_offsets"]
        count = 1
        for dimension in tensor["shape"]:
            count *= dimension
        assert tensor["dtype"] == "F32" and begin == covered and end - begin == 4 * count
        tensors[name] = (tensor["shape"], struct.unpack(f"<{count}f", data[begin:end]))
        covered = end
    assert covered == len(data), "gap at the end"
    return tensors, metadata


def main():
    command, path = sys.argv[1:]
    if command == "write":
        write(path, [
            ("encoder.weight", [2, 3], [0.5, -1.25, 3.0, 1e-30, -0.0, 65504.0]),
            ("decoder.bias – ß", [4], [1.0, 2.0, 3.0, 4.0]),
            ("scalar", [], [42.0]),
            ("empty", [0, 5], []),
        ], {"step": "1200", "note": "tab\tand \"quotes\" and 日本"})
    else:
        tensors, metadata = read(path)
        for key in sorted(metadata):
            print(f"{key}={metadata[key]}")
        for name in sorted(tensors):
            shape, values = tensors[name]
            print(name, shape, " ".join(f"{value:g}" for value in values))


if __name__ == "__main__":
    main()
