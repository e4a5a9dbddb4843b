#!/bin/sh
# Looks for input that breaks a parser: fuzz/run.sh [TARGET] [SECONDS]. Without TARGET every one in turn, 60 seconds each.
# What was found before is kept in CORPUS (default: fuzz/corpus, not committed); what fell in fuzz/artifacts.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
corpus=${CORPUS:-$here/corpus}
seconds=${2:-60}
host=$(rustc -vV | sed -n 's/^host: //p')
target=${CARGO_TARGET_DIR:-$here/targets/target}

# What a compiler with sanitizers would set; without them these are plain flags, so that no nightly compiler is needed. There is no
# unsafe code of ours for an address sanitizer to look at.
llvm=-Cllvm-args=-sanitizer-coverage
RUSTFLAGS="-Cpasses=sancov-module $llvm-level=4 $llvm-inline-8bit-counters $llvm-pc-table $llvm-trace-compares --cfg=fuzzing"
export RUSTFLAGS
(cd targets && CARGO_TARGET_DIR="$target" cargo build --locked --quiet --release --target "$host")
fuzz=$target/$host/release/fuzz

for name in ${1:-$(PANA_FUZZ=list "$fuzz" | cut -d ' ' -f 1)}; do
    mkdir -p "$corpus/$name" "$here/artifacts/$name"
    PANA_FUZZ=$name PANA_FUZZ_SEEDS=$corpus/$name "$fuzz"
    echo "== $name"
    PANA_FUZZ=$name "$fuzz" "$corpus/$name" -max_total_time="$seconds" -max_len=16384 -timeout=10 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$here/artifacts/$name/"
done
