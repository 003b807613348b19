# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes npy.json: NumPy's own bytes of small arrays, as hexadecimal text, with the numbers in them.

    python3 tests/golden/make_npy.py > tests/golden/npy.json
"""

import io
import json

import numpy


def saved(array, version=None):
    stream = io.BytesIO()
    numpy.lib.format.write_array(stream, array, version=version)
    return stream.getvalue().hex()


# two sentences of three source and two target words; a target word's weights add up to 1 over the source
VALUES = numpy.array([[[0.5, 0.25], [0.25, 0.5], [0.25, 0.25]], [[1.0, 0.125], [0.0, 0.375], [0.0, 0.5]]])

CASES = {
    "f2": saved(VALUES.astype("<f2")),
    "f4": saved(VALUES.astype("<f4")),
    "f8": saved(VALUES.astype("<f8")),
    "f2 big": saved(VALUES.astype(">f2")),
    "f4 big": saved(VALUES.astype(">f4")),
    "f8 big": saved(VALUES.astype(">f8")),
    "f4 Fortran": saved(numpy.asfortranarray(VALUES.astype("<f4"))),
    "f8 Fortran": saved(numpy.asfortranarray(VALUES)),
    "version 2": saved(VALUES.astype("<f4"), version=(2, 0)),
    "version 3": saved(VALUES.astype("<f4"), version=(3, 0)),
}

REFUSED = {
    "integers": saved(VALUES.astype("<i4")),
    "four dimensions": saved(VALUES.astype("<f4")[None]),
    "one dimension": saved(VALUES.astype("<f4")[0, 0]),
    "empty": saved(numpy.zeros((0, 3, 2), "<f4")),
}

print(
    json.dumps(
        {
            "weights": VALUES.transpose(0, 2, 1).tolist(),
            "cases": CASES,
            "refused": REFUSED,
            "written": saved(VALUES.astype("<f4").transpose(0, 2, 1).copy()),
        },
        indent=1,
    )
)
