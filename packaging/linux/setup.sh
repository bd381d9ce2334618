#!/usr/bin/env bash
# Makes a checkout ready: system packages (Debian and its kin), .venv/ with the program and its tools, compiled
# catalogues. May be run at any time; what is there already is left alone.
#
#   setup.sh run      what the window needs
#   setup.sh test     and what the tests need
#   setup.sh bench    and what the benchmarks need
#
# As root missing system packages are installed; otherwise the command that would install them is printed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

level="${1:-run}"
venv=.venv

window_packages=(
    libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-shm0 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1
    fontconfig fonts-dejavu-core
    hunspell-en-gb hunspell-en-us hunspell-es hunspell-fr
)
test_packages=(
    xvfb xauth postgresql libreoffice-writer poppler-utils fonts-liberation fonts-noto-core
    python3-uno omegat   # somebody else's word processor and translation program, in round trips
    apertium apertium-eng-spa
)
bench_packages=(pandoc)

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

is_debian() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }
is_installed() {
    # Libraries renamed by the 64-bit-time change (Ubuntu 24.04, Debian 13) provide the old name.
    local candidate status
    for candidate in "$1" "$1t64"; do
        status="$(dpkg-query --show --showformat='${db:Status-Status}' "$candidate" 2>/dev/null || true)"
        [[ "$status" == installed ]] && return 0
    done
    return 1
}

again() {  # again COMMAND...: up to three attempts, for a registry that hiccups
    local attempt
    for attempt in 1 2 3; do
        "$@" && return 0
        [[ $attempt == 3 ]] || { say "trying again: $1"; sleep $((attempt * 5)); }
    done
    return 1
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
        -o APT::Install-Recommends=false -o Dpkg::Use-Pty=0 "$@" </dev/null
}

apt_lists_are_fresh=""
install_system() {  # install_system PACKAGE...: installs as root, else tells how; fails where something is still missing
    local missing=() name
    is_debian || return 0
    for name in "$@"; do is_installed "$name" || missing+=("$name"); done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $EUID -ne 0 ]]; then
        say "these system packages are missing; please install them with:"
        say "    sudo apt-get install --no-install-recommends ${missing[*]}"
        return 1
    fi
    say "installing system packages: ${missing[*]}"
    if [[ -z "$apt_lists_are_fresh" ]]; then
        again apt update >/dev/null || say "the package lists could not be refreshed"
        apt_lists_are_fresh=yes
    fi
    again apt install "${missing[@]}" >"$log" 2>&1 || { tail -n 20 "$log" >&2; return 1; }
}

log="$(mktemp)"
trap 'rm -f "$log"' EXIT

case "$level" in
    run) wanted=("${window_packages[@]}") ;;
    test) wanted=("${window_packages[@]}" "${test_packages[@]}") ;;
    bench) wanted=("${window_packages[@]}" "${test_packages[@]}" "${bench_packages[@]}") ;;
    *) fail "usage: setup.sh run|test|bench" ;;
esac

if ! install_system "${wanted[@]}"; then
    # A desktop user may have these libraries from elsewhere; as root the tests would only fail later and less clearly.
    [[ $EUID -ne 0 ]] || fail "the system packages could not be installed"
fi

# --- Python -----------------------------------------------------------------------------------------------------
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null && is_new_enough "$name"; then command -v "$name"; return 0; fi
    done
    return 1
}

if [[ -d $venv ]] && ! { is_new_enough $venv/bin/python && $venv/bin/python -c 'import pip' 2>/dev/null; }; then
    say "$venv is broken; making it anew"
    rm -rf $venv
fi
if [[ ! -d $venv ]]; then
    python="$(find_python)" || { install_system python3 && python="$(find_python)"; } ||
        fail "Python 3.11 or newer is needed; please install it"
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        # Debian splits venv off its python3; as root it is fetched.
        version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
        install_system "python$version-venv" || fail "Python's venv module is missing; see above"
    fi
    say "making $venv with $("$python" --version)"
    "$python" -m venv $venv
fi

stamp=$venv/.installed
# The environment is right as long as what the project declares, the place and the interpreter are the same; the
# tools' settings in the same file may change without a new install.
state="$($venv/bin/python - <<'PYTHON'
import hashlib, json, os, sys, tomllib
declared = tomllib.load(open("pyproject.toml", "rb"))
parts = [declared["build-system"], declared["project"], declared["tool"]["hatch"], os.getcwd(), sys.version]
print(hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest())
PYTHON
)"
if [[ ! -f $stamp || "$(cat $stamp)" != "$state" ]]; then
    say "installing the program and its tools into $venv (some minutes the first time)"
    again $venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --editable '.[dev]' ||
        fail "the Python packages could not be installed"
    echo "$state" >$stamp
fi

$venv/bin/python packaging/i18n/catalogues.py compile
# Bytecode ahead of the first start, also where the environment forbids Python to write it while running.
$venv/bin/python -m compileall -q desktop
