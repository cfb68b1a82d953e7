#!/bin/sh
# Everything one does with this folder, for where `make` is absent; `./engawa.sh help` lists the words (run, test, check, ...).
# The Makefile calls this script. Anything after the word is handed on (`./engawa.sh test tests/unit -k storage`).
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
cd "$root"
bin=.venv/bin
first_scene=errands/shall-i-heat-it

say() { printf '%s\n' "$*" >&2; }

has_screen() { [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

run() {
    sh packaging/setup.sh run
    if [ $# -gt 0 ]; then exec "$bin/engawa" "$@"; fi
    if has_screen; then exec "$bin/engawa"; fi
    say "There is no display here, so the window cannot open. Here is a scene to practise by typing instead."
    if [ -t 0 ]; then exec "$bin/engawa" rehearse "$first_scene"; fi
    status=0
    "$bin/engawa" rehearse "$first_scene" || status=$?
    # 1 means that the answers ran out, which is how it is without a keyboard.
    if [ "$status" -gt 1 ]; then exit "$status"; fi
    say "There is no keyboard here either, so it ends here. In a terminal: .venv/bin/engawa rehearse $first_scene"
}

tests() {
    sh packaging/setup.sh test
    exec "$bin/python" -m pytest "$@"
}

step() {
    say "-- $*"
    "$@" || { say "This step found something: $*"; exit 1; }
}

# All that can be said without running the tests.
lint() {
    sh packaging/setup.sh test
    step "$bin/ruff" check .
    step "$bin/ruff" format --check .
    step "$bin/mypy"
    step "$bin/lint-imports"
    written --check
}

# Pages and translations that are written by a script: bring them up to date, or with --check say which are not.
written() {
    for script in packaging/pages.py packaging/diagnostic_pages.py packaging/translations.py; do
        # A script that cannot only check is left to those who write with it.
        if [ -e "$script" ] && grep -q -e --check "$script"; then step "$bin/python" "$script" "$@"; fi
    done
}

# Measurements: all of tests/bench into docs/measured.md, or only those whose name holds a given word (then only shown).
bench() {
    sh packaging/setup.sh test
    "$bin/python" -m tests.bench.measured "$@"
}

# Every screen over the scripted desk, and one real visit, into docs/pictures.
pictures() {
    sh packaging/setup.sh test
    "$bin/python" packaging/pictures.py
    exec "$bin/python" packaging/visit_pictures.py
}

# The program that stands alone, in dist/: a folder and an archive; around it a .deb; and a folder for a USB stick.
bundle() {
    sh packaging/setup.sh bundle
    build/venv/bin/python packaging/bundle.py "$@"
}

deb() {
    if [ -x dist/engawa/engawa ]; then sh packaging/setup.sh bundle; else bundle; fi
    exec build/venv/bin/python packaging/deb.py
}

kit() {
    sh packaging/setup.sh run
    exec "$bin/python" packaging/kit.py "$@"
}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
run) run "$@" ;;
test) tests "$@" ;;
lint) lint ;;
check) lint; tests "$@" ;;
fix) sh packaging/setup.sh test; "$bin/ruff" check --fix .; "$bin/ruff" format .; written ;;
bench) bench "$@" ;;
pictures) pictures ;;
bundle) bundle "$@" ;;
deb) deb ;;
kit) kit "$@" ;;
lock) sh packaging/setup.sh test; exec "$bin/python" packaging/lock.py ;;
*)
    say "Usage: ./engawa.sh run | test | check | lint | fix | bench | pictures | lock | bundle | deb | kit"
    say "  run    install what is missing and open Engawa (without a display: practise in the terminal)"
    say "  test   install what is missing and run the tests"
    say "  bundle, deb, kit   build what is handed to people into dist/ (docs/packaging.md)"
    say "  check  everything that the build machine checks: lint, then test"
    [ "$command" = help ] || exit 2
    ;;
esac
