#!/bin/sh
# Install what is missing, for `run`, `test` or `bundle` (building the program that stands alone): system libraries (Debian and Ubuntu, with apt), then `.venv`.
# Uses sudo only when not root and only when something is missing. Safe to run again: a second time does nothing.
set -eu
part=${1:-run}
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# --- system libraries ---------------------------------------------------------------------------------------

# A library that must be there, then the Debian/Ubuntu packages that carry it (names differ between releases).
needed_libraries='libportaudio.so.2 libportaudio2
libEGL.so.1 libegl1
libGL.so.1 libgl1
libglib-2.0.so.0 libglib2.0-0t64 libglib2.0-0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1'
# Commands that only the tests use: a virtual loudspeaker and microphone, a synthetic speaker, a virtual screen, and
# one that watches whether anything is sent.
test_commands='pulseaudio pulseaudio
pactl pulseaudio-utils
espeak-ng espeak-ng
Xvfb xvfb
strace strace'
# Commands that only building needs: they look into libraries, make tables smaller, pack.
bundle_commands='readelf binutils
gcc gcc
icupkg icu-devtools
xz xz-utils
dpkg-deb dpkg'
# Nice to have; without them the program falls back (other fonts, ALSA without PulseAudio's default device).
nice_packages='fonts-morisawa-bizud-gothic fonts-atkinson-hyperlegible libasound2-plugins'

libraries_known() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true; }

# The packages (any one of each line) for what is missing now.
missing() {
    known=$(libraries_known)
    printf '%s\n' "$needed_libraries" | while read -r library packages; do
        case $known in *"$library "*) ;; *) printf '%s\n' "$packages" ;; esac
    done
    case $part in
    test) commands=$test_commands ;;
    bundle) commands=$bundle_commands ;;
    *) return 0 ;;
    esac
    printf '%s\n' "$commands" | while read -r command packages; do
        PATH="$PATH:/usr/sbin" command -v "$command" >/dev/null 2>&1 || printf '%s\n' "$packages"
    done
}

missing_nice() {
    for package in $nice_packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s\n' "$package"
    done
}

has_candidate() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# One installable package for each line of names; lines without any are left out.
choose() {
    while read -r line; do
        for package in $line; do
            if has_candidate "$package"; then printf '%s ' "$package"; break; fi
        done
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif ! command -v sudo >/dev/null 2>&1; then return 1
    elif [ -t 0 ]; then sudo "$@"
    else sudo -n "$@"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

install_system_parts() {
    wanted=$(missing)
    mark="$root/.venv/engawa-nice-packages.stamp"
    nice=
    [ -e "$mark" ] || nice=$(missing_nice)
    [ -n "$wanted$nice" ] || return 0
    if [ -n "$wanted" ] && [ "$(id -u)" != 0 ]; then
        say "Some system libraries are missing; they are installed with apt. sudo may ask for your password."
    fi
    # Fresh machines and containers know no packages until the first update.
    if [ -n "$wanted" ] && [ -n "$(printf '%s\n' "$wanted" | while read -r line; do
        printf '%s\n' "$line" | choose | grep -q . || printf 'x'; done)" ]; then
        as_root apt-get update -q >&2 || say "The list of packages could not be refreshed."
    fi
    chosen=$(printf '%s\n' "$wanted" | choose)
    if [ -n "$chosen" ]; then
        # shellcheck disable=SC2086  # a list of package names
        apt_install $chosen || { as_root apt-get update -q >&2 && apt_install $chosen; } || true
    fi
    if [ -n "$nice" ] && { [ "$(id -u)" = 0 ] || [ -n "$wanted" ]; }; then
        chosen=$(printf '%s\n' "$nice" | choose)
        # shellcheck disable=SC2086
        [ -z "$chosen" ] || apt_install $chosen || say "Some optional fonts could not be installed; others are used."
    fi
    wanted=$(missing)
    if [ -n "$wanted" ]; then
        say "Still missing on this system: $(printf '%s' "$wanted" | tr '\n' ' ')"
        say "Going on all the same. To install them: sudo apt-get install $(printf '%s\n' "$wanted" | awk '{printf "%s ", $NF}')"
    fi
}

# --- Python ---------------------------------------------------------------------------------------------------

suits() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c '
import sys
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

can_make_venv() { "$1" -c 'import venv, ensurepip' 2>/dev/null; }

find_python() {
    for candidate in python3 python3.12 python3.13 python3.11 python3.14; do
        if suits "$candidate" && { { [ "$part" != bundle ] && [ -x "$root/.venv/bin/python" ]; } || can_make_venv "$candidate"; }; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

install_python() {
    command -v apt-get >/dev/null 2>&1 || return 0
    say "Installing what Python needs to make .venv (python3-venv) with apt."
    has_candidate python3-venv || as_root apt-get update -q >&2 || true
    apt_install python3 python3-venv || true
    find_python >/dev/null && return 0
    for version in 3.12 3.13 3.11; do
        if has_candidate "python$version-venv"; then apt_install "python$version-venv" || true; return 0; fi
    done
}

# PyInstaller takes Python's own library along; Debian keeps it in a package of its own.
shared_python() {
    "$1" -c '
import sys, sysconfig, pathlib
name = sysconfig.get_config_var("INSTSONAME") or sysconfig.get_config_var("LDLIBRARY") or ""
folders = [sysconfig.get_config_var(key) or "" for key in ("LIBDIR", "LIBPL")]
multi = sysconfig.get_config_var("MULTIARCH") or ""
folders += [f"{folder}/{multi}" for folder in folders]
version = "%d.%d" % sys.version_info[:2]
sys.exit(not any(list(pathlib.Path(folder).glob(f"libpython{version}.so*")) for folder in folders if folder))'
}

case $part in run | test | bundle) ;; *) say "Give one word: run, test or bundle."; exit 2 ;; esac
if [ "$(uname -s)" = Linux ]; then
    if command -v apt-get >/dev/null 2>&1; then install_system_parts
    elif [ -n "$(missing)" ]; then
        say "This is not Debian or Ubuntu, so nothing was installed on the system. Not found:"
        known=$(libraries_known)
        printf '%s\n' "$needed_libraries" | while read -r library _; do
            case $known in *"$library "*) ;; *) say "  $library" ;; esac
        done
        say "Going on all the same; the program says so if it cannot do without one of them."
    fi
fi
python=$(find_python) || { install_python; python=$(find_python) || python=; }
if [ -z "$python" ]; then
    found=$(python3 --version 2>/dev/null || printf 'none')
    say "Engawa needs Python 3.11 to 3.14 (found: $found). Install Python 3.12 with its venv module, then try again."
    exit 1
fi
if [ "$part" = bundle ] && [ "$(uname -s)" = Linux ] && ! shared_python "$python"; then
    apt_install "libpython$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')" || true
fi
"$python" "$root/packaging/setup.py" "$part"
[ ! -d "$root/.venv" ] || [ -e "$root/.venv/engawa-nice-packages.stamp" ] || : >"$root/.venv/engawa-nice-packages.stamp"
