#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sets a bare Debian 12 up, builds, and runs every test; then the fast part of the tests again under AddressSanitizer
# with UndefinedBehaviorSanitizer, and under ThreadSanitizer.
#   --all   all tests under both sanitizers (an hour and more), and a short run of every fuzz target
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
# shellcheck source=app/setup.sh
source "$root/app/setup.sh"

all=no
case ${1:-} in
'') ;;
--all) all=yes ;;
*)
    say "tests/run.sh knows one option: --all"
    exit 2
    ;;
esac

export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY
failed=()
summary=()

# run_tests PRESET CTEST-OPTION…: what fails is told at the end, when the other presets had their turn.
run_tests() {
    local preset=$1 log=$root/build/$1/tests.log status=0
    shift
    say "running the tests of build/$preset"
    ctest --test-dir "$root/build/$preset" --output-on-failure --parallel "$(nproc)" "$@" </dev/null 2>&1 |
        tee "$log" || status=$?
    [[ $status == 0 ]] || failed+=("$preset")
    summary+=("$preset: $(grep 'tests passed' "$log" || echo 'no test ran')")
}

# fuzz_briefly: every fuzz target searches for half a minute, beginning with the cases kept in tests/data/fuzz.
fuzz_briefly() {
    local target name cases log=$root/build/fuzz/search.log found=$root/build/fuzz/found
    for target in "$root"/build/fuzz/bin/*_fuzz; do
        name=$(basename "$target" _fuzz)
        mkdir -p "$found/$name"
        cases=("$found/$name")
        [[ ! -d $root/tests/data/fuzz/$name ]] || cases+=("$root/tests/data/fuzz/$name")
        say "searching with $name"
        "$target" -max_total_time=30 -artifact_prefix="$found/" "${cases[@]}" </dev/null >"$log" 2>&1 || {
            tail -n 50 "$log" >&2
            failed+=("fuzz $name")
        }
    done
}

install_packages build run test
mkdir -p "$root/build"

build_preset release -DALIGNOSCOPE_TESTS=ON -- all
run_tests release

# Reading, checking and writing what comes from outside, and the mathematics of the engine.
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$root/tests/support/lsan.supp
# The worker and the window: everything that crosses between threads.
export TSAN_OPTIONS=suppressions=$root/tests/support/tsan.supp:halt_on_error=1:second_deadlock_stack=1

if [[ $all == yes ]]; then
    build_preset asan -DALIGNOSCOPE_TESTS=ON -- all
    run_tests asan
    build_preset tsan -DALIGNOSCOPE_TESTS=ON -- all
    run_tests tsan
    install_packages fuzz
    build_preset fuzz -DALIGNOSCOPE_TESTS=ON -- all
    run_tests fuzz --tests-regex '^fuzz'
    fuzz_briefly
else
    # The built-in corpora read nothing from outside and are written by one thread, but take most of the time.
    written='core\.corpus\.[A-Za-z/]*Builtin'
    build_preset asan -DALIGNOSCOPE_TESTS=ON -- fast_asan_tests
    run_tests asan --label-regex fast_asan --exclude-regex "$written"
    build_preset tsan -DALIGNOSCOPE_TESTS=ON -- fast_tsan_tests
    run_tests tsan --label-regex fast_tsan --exclude-regex "$written"
fi

say 'in short:'
printf '    %s\n' "${summary[@]}" >&2
if [[ ${#failed[@]} -gt 0 ]]; then
    fail "tests failed in: ${failed[*]}"
fi
