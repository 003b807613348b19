#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sets a bare Debian 12 up, builds what changed, and starts Alignoscope with the arguments given. Without arguments:
# the window, or where there is no display the same job on the command line. Only the program writes to standard output.
set -euo pipefail
exec 3>&1 1>&2

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
program=$root/build/release/bin/alignoscope
stamp=$root/build/release/built

# Newer than everything the program is made from (folders too, so that a removed file is noticed) and than the last
# change of installed packages?
up_to_date() {
    [[ -x $program && -f $stamp && ! /var/lib/dpkg/status -nt $stamp ]] &&
        [[ -z $(find "$root"/{app,core,ui,resources,CMakeLists.txt,CMakePresets.json} -newer "$stamp" -print -quit) ]]
}

set_up() {
    # shellcheck source=app/setup.sh
    source "$root/app/setup.sh"
    mkdir -p "$root/build/release" 2>/dev/null || true
    [[ -w $root/build/release ]] ||
        fail "nothing can be written into $root/build. Copy the project to a folder of your own and start there."
    install_packages build run
    touch "$stamp.new" # before the build: what changes meanwhile is newer
    [[ -x $program ]] || say 'building the program; the first time this takes a few minutes'
    local options=()
    [[ -f $root/build/release/build.ninja ]] || options=(-DALIGNOSCOPE_TESTS=OFF)
    build_preset release "${options[@]}" -- alignoscope
    mv "$stamp.new" "$stamp"
}

has_display() {
    [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]]
}

# The first empty place for a run: runs/phrases-en-fr, runs/phrases-en-fr-2, …
new_run() {
    local base=$root/runs number=1 name
    mkdir -p "$base" 2>/dev/null && [[ -w $base ]] || base=$PWD
    name=$base/phrases-en-fr
    until [[ ! -e $name ]]; do
        number=$((number + 1))
        name=$base/phrases-en-fr-$number
    done
    printf '%s\n' "$name"
}

# What the window would do, for machines without one.
main_job() {
    local run index ending status=0
    run=$(new_run)
    printf 'alignoscope: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.\n'
    printf 'alignoscope: training on the built-in corpus instead (half a minute or so on two cores); the run is kept in\n'
    printf '    %s\n' "$run"
    "$program" train builtin:phrases-en-fr --run "$run" \
        --watch 'The agreement on the European Economic Area was signed in August 1992.' 1>&3 || status=$?
    [[ $status == 0 || $status == 130 ]] || exit "$status"
    mkdir -p "$run/figures"
    for index in 0 1 2 3 4 5 6; do # six of the validation pairs, and the one above
        for ending in pdf svg png; do
            "$program" figure "$run" --index "$index" --out "$run/figures/sentence-$index.$ending"
        done
    done
    "$program" convert "$run" --out "$run/figures/alignments.json"
    "$program" convert "$run" --out "$run/figures/alignments.pharaoh"
    printf 'alignoscope: figures (PDF, SVG, PNG) and alignments (JSON, Pharaoh) are in\n    %s\n' "$run/figures"
    exit "$status"
}

up_to_date || set_up
if [[ $# -gt 0 ]] || has_display; then
    exec "$program" "$@" 1>&3 3>&-
fi
main_job
