# SPDX-FileCopyrightText: 2026 The Alignoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
#
# What app/run.sh and tests/run.sh share: Debian packages and the build. To be sourced, with `root` set to the
# repository. Everything said here goes to standard error.

package_list=$root/resources/packaging/debian-packages.txt

say() { printf 'alignoscope: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# missing_packages GROUP…: those of the groups that are not installed, a line each: "package why".
missing_packages() {
    local groups=" $* " group package why
    local -A installed=()
    while read -r package; do
        installed[$package]=1
    done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
    while read -r group package why; do
        if [[ $groups == *" $group "* && -z ${installed[$package]:-} ]]; then
            printf '%s %s\n' "$package" "$why"
        fi
    done < <(grep -v '^#' "$package_list")
}

# as_root COMMAND…
as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@" </dev/null >&2
    else
        sudo "$@" >&2
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@"
}

apt_update() {
    say 'asking for the newest list of packages (apt-get update)'
    as_root apt-get update
}

# install_packages GROUP…
install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not a Debian system, so nothing is installed; what is needed stands in $package_list"
        return
    fi
    local missing
    missing=$(missing_packages "$@")
    [[ -n $missing ]] || return 0

    local names
    mapfile -t names < <(cut -d' ' -f1 <<<"$missing")
    say 'these Debian packages are missing and will be installed:'
    sed 's/^\([^ ]*\) \(.*\)/    \1  (\2)/' <<<"$missing" >&2
    if [[ $(id -u) != 0 ]]; then
        command -v sudo >/dev/null ||
            fail "only root can install them, and there is no sudo. As root: apt-get install ${names[*]}"
        say 'sudo may ask for your password'
    fi
    if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        apt_update || fail 'apt-get update failed; see its message above.'
    fi
    apt_install "${names[@]}" || { apt_update && apt_install "${names[@]}"; } ||
        fail "the packages could not be installed; see apt-get's message above. By hand: apt-get install ${names[*]}"
}

# The compiler cache, where there is one, must not fail for want of a home.
prepare_cache() {
    if [[ -z ${CCACHE_DIR:-} && ! -w ${HOME:-/nonexistent} ]]; then
        export CCACHE_DIR=$root/build/ccache
    fi
}

# build_preset PRESET CMAKE-OPTION… -- TARGET…: configures where needed and builds.
build_preset() {
    local preset=$1 folder=$root/build/$1 options=()
    shift
    while [[ $# -gt 0 && $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift
    prepare_cache
    if [[ ! -f $folder/build.ninja || ${#options[@]} -gt 0 ]]; then
        (cd "$root" && cmake --preset "$preset" "${options[@]}" >"$folder.log" 2>&1) || {
            cat "$folder.log" >&2
            fail 'CMake could not configure the build; its message is above.'
        }
    fi
    ninja -C "$folder" -j "$(nproc)" "$@" >&2 || fail 'the build failed; the message is above.'
}
