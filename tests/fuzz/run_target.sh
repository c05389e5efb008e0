#!/usr/bin/env bash
# run_target.sh PROGRAM SEEDS…: runs one libFuzzer program for $MUR_FUZZ_SECONDS (10). What it finds worth keeping stays in
# corpus/NAME beside the program, so that the next run starts there; an input that breaks it stays in findings/.
set -euo pipefail
program=$1
shift
folder=$(dirname "$program")
name=$(basename "$program")
corpus=$folder/corpus/$name
mkdir -p "$corpus" "$folder/findings"
exec "$program" -max_total_time="${MUR_FUZZ_SECONDS:-10}" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
  -verbosity=0 -artifact_prefix="$folder/findings/$name-" "$corpus" "$@"
