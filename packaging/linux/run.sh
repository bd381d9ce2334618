#!/usr/bin/env bash
# Opens the window; where there is no display, says so and runs the self-check instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ "$(uname -s)" == Linux && -z "${DISPLAY:-}" && -z "${WAYLAND_DISPLAY:-}" ]]; then
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open; running the self-check instead."
    QT_QPA_PLATFORM=offscreen exec .venv/bin/comunicado self-check
fi
exec .venv/bin/comunicado --sample
