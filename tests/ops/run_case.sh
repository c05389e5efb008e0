#!/usr/bin/env bash
# run_case.sh FILE FUNCTION: runs one test of a shell file in a scratch folder of its own, which is gone afterwards.
# The file finds here: $scratch; $source, a source tree with only the script in it; $mur, that script; and the words below.
# A test fails where a word fails.
set -euo pipefail

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
source=$scratch/source
# shellcheck disable=SC2034  # for the tests
mur=$source/mur
mkdir "$source"
cp -r "$MUR_SOURCE_DIR"/{mur,.ci,CMakePresets.json} "$source"

output=  # what `run` saw, both streams
code=0   # and its exit code

fail() {
  printf 'FAILED: %s\n--- output (code %s):\n%s\n' "$*" "$code" "$output" >&2
  exit 1
}

run() {  # run COMMAND…: keeps what it says and how it ends
  code=0
  output=$("$@" 2>&1 </dev/null) || code=$?
}

expect_code() { [[ $code == "$1" ]] || fail "expected exit code $1"; }
expect_says() { [[ $output == *"$1"* ]] || fail "expected to read: $1"; }
expect_does_not_say() { [[ $output != *"$1"* ]] || fail "expected not to read: $1"; }
expect_file_says() { grep -qF -- "$2" "$1" || fail "expected in $1: $2; it holds: $(cat "$1")"; }
expect_file_does_not_say() { ! grep -qF -- "$2" "$1" || fail "expected not in $1: $2"; }
expect_no_file() { [[ ! -e $1 ]] || fail "expected no $1; it holds: $(cat "$1")"; }

# shellcheck source=/dev/null
source "$1"
"$2"
