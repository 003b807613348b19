// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks what the core library shows to the window and the command line; everything else stays hidden in it.
#define ALIGNOSCOPE_API __attribute__((visibility("default")))
