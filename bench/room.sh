#!/bin/sh
# How the confided room bears 100,000 cases and 500 workers, on this machine.
#   bench/room.sh [CASES [WORKERS [SECONDS]]]
set -eu
cd "$(dirname "$0")/.."
cargo build --release --quiet
cargo build --release --quiet --package pana-bench
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
target=${CARGO_TARGET_DIR:-target}/release
"$target/pana" init --data "$folder" >/dev/null 2>&1
"$target/pana-bench" "$target/pana" "$folder" "${1:-100000}" "${2:-500}" "${3:-60}"
