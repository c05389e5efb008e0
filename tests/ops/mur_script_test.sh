# `mur`'s packages, builds and stages, on a machine made of fakes: nothing is installed and nothing is built here.
# shellcheck shell=bash disable=SC2016,SC2154,SC2317  # run_case.sh and bare_machine.sh define the words; the fakes expand what is quoted

source "$MUR_SOURCE_DIR/tests/ops/bare_machine.sh"

test_help_names_every_command() {
  run "$mur" help
  expect_code 0
  local command
  for command in up build test bench clean help; do expect_says "./mur $command"; done
}

test_no_command_is_a_call_for_help() {
  run "$mur"
  expect_code 0
  expect_says "./mur up"
}

test_an_unknown_command_is_refused_with_a_sentence() {
  run "$mur" frobnicate
  expect_code 2
  expect_says 'there is no command "frobnicate"; `./mur help` lists what there is'
}

test_an_unknown_option_is_refused_before_anything_is_installed() {
  bare_machine
  fake dpkg-query
  run "$mur" up --frobnicate
  expect_code 2
  expect_says 'up does not know "--frobnicate"'
  run "$mur" test --frobnicate
  expect_code 2
  expect_says 'test does not know "--frobnicate"'
  expect_no_file "$scratch/dpkg-query.calls"
}

test_data_wants_a_folder_and_window_a_size() {
  run "$mur" up --data
  expect_code 2
  expect_says "--data wants a folder"
  run "$mur" up --window big
  expect_code 2
  expect_says "as in 1280x720"
}

test_it_works_from_any_folder_and_through_a_link() {
  ln -s "$mur" "$scratch/wall"
  cd /
  run "$scratch/wall" help
  expect_code 0
  bare_machine
  user_is 0
  nothing_is_installed
  fake apt-get
  run "$scratch/wall" test --stage packages
  expect_code 0
  expect_file_says "$scratch/apt-get.calls" "libsodium-dev"
}

test_without_root_and_sudo_it_says_what_root_should_type() {
  bare_machine
  user_is 1000
  nothing_is_installed
  fake apt-get
  run "$mur" build
  expect_code 1
  expect_says "there is no sudo; run as root: apt-get install --no-install-recommends"
  expect_says "libsodium-dev"
  expect_no_file "$scratch/apt-get.calls"
}

test_without_root_sudo_installs() {
  bare_machine
  user_is 1000
  nothing_is_installed
  fake sudo 'exec "$@"'
  fake apt-get
  run "$mur" test --stage packages
  expect_code 0
  expect_file_says "$scratch/sudo.calls" "apt-get update"
  expect_file_says "$scratch/apt-get.calls" "noninteractive install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends"
}

test_root_needs_no_sudo() {
  bare_machine
  user_is 0
  nothing_is_installed
  fake apt-get
  run "$mur" test --stage packages
  expect_code 0
  expect_file_says "$scratch/apt-get.calls" "noninteractive install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends"
}

test_only_what_is_missing_is_installed() {
  bare_machine
  user_is 0
  fake dpkg-query 'shift 3; for p in "$@"; do [[ $p == libsodium-dev ]] || printf "installed %s\n" "$p"; done; exit 1'
  fake apt-get
  run "$mur" test --stage packages
  expect_code 0
  expect_says "installing 1 packages: libsodium-dev"
  expect_file_does_not_say "$scratch/apt-get.calls" "libzmq3-dev"
}

test_where_everything_is_installed_no_network_is_asked() {
  bare_machine
  user_is 1000
  everything_is_installed
  fake apt-get
  run "$mur" test --stage packages
  expect_code 0
  expect_no_file "$scratch/apt-get.calls"
}

test_building_the_programs_installs_no_test_tools() {
  bare_machine
  user_is 0
  nothing_is_installed
  fake apt-get
  fake cmake
  run "$mur" build
  expect_code 0
  expect_file_says "$scratch/apt-get.calls" "libsodium-dev"
  expect_file_does_not_say "$scratch/apt-get.calls" "libgtest-dev"
  expect_file_does_not_say "$scratch/apt-get.calls" "clang-19"
  expect_file_says "$scratch/cmake.calls" "-DMUR_TESTS=OFF"
}

test_a_failed_install_stops_it() {
  bare_machine
  user_is 0
  nothing_is_installed
  fake apt-get 'exit 100'
  fake cmake
  run "$mur" build
  expect_code 1
  expect_says "apt-get update failed; is there a network?"
  expect_no_file "$scratch/cmake.calls"
}

test_on_another_system_it_says_what_to_do() {
  bare_machine
  run "$mur" build
  expect_code 1
  expect_says "this is not Debian"
}

test_a_configured_folder_is_not_configured_again() {
  bare_machine
  everything_is_installed
  fake cmake
  mkdir "$source/build"
  : >"$source/build/build.ninja"
  run "$mur" build
  expect_code 0
  expect_file_does_not_say "$scratch/cmake.calls" "--preset"
  expect_file_says "$scratch/cmake.calls" "--target mur-broker mur-kiosk murctl"
}

test_an_unknown_stage_is_refused() {
  run "$mur" test --stage frobnicate
  expect_code 2
  expect_says "--stage wants one of: packages"
}

test_a_failed_stage_fails_the_whole_and_skips_only_what_needs_it() {
  bare_machine
  everything_is_installed
  fake cmake 'exit 1'
  fake clang-format-19
  mkdir "$source"/{kiosk,broker,shared,tests}
  run "$mur" test --stage build --stage programs --stage format
  expect_code 1
  expect_says "FAILED (code 1)"
  expect_says "not run: build failed"
  [[ $output =~ format\ +[0-9]+\ s\ +ok ]] || fail "expected the format stage to pass"
  expect_says "failed: build programs"
}

test_the_summary_of_the_unit_tests_ends_the_page() {
  bare_machine
  everything_is_installed
  mkdir -p "$source/build/asan"
  fake cmake
  fake ctest 'case "$*" in *asan*) n=42 ;; *) n=11 ;; esac; echo "100% tests passed, 0 tests failed out of $n"'
  run "$mur" test --stage asan --stage programs
  expect_code 0
  [[ ${output##*$'\n'} == "100% tests passed, 0 tests failed out of 42" ]] || fail "expected the unit tests' summary last"
  expect_says "100% tests passed, 0 tests failed out of 11"
}

test_a_failed_test_fails_the_whole() {
  bare_machine
  everything_is_installed
  mkdir "$source/build"
  fake ctest 'echo "50% tests passed, 1 tests failed out of 2"; exit 8'
  run "$mur" test --stage tests
  expect_code 1
  expect_says "50% tests passed, 1 tests failed out of 2"
}

test_where_the_shared_data_is_a_skipped_test_is_a_failure() {
  bare_machine
  mkdir "$source/build" "$scratch/shared_data"
  fake ctest 'echo "1/1 Test #1: real_calendars ...***Skipped 0.1 sec"; echo "100% tests passed, 0 tests failed out of 1"'
  export MUR_SHARED_DATA=$scratch/shared_data
  run "$mur" test --stage tests
  expect_code 1
  expect_says "these tests were skipped, although $MUR_SHARED_DATA is there"
  export MUR_SHARED_DATA=$scratch/nowhere
  run "$mur" test --stage tests
  expect_code 0
}

test_the_fuzz_smoke_fits_in_six_minutes_whatever_the_number_of_targets() {
  bare_machine
  mkdir -p "$source/build/fuzz/fuzz"
  local target rounds seconds
  for target in a b c d e f g; do
    : >"$source/build/fuzz/fuzz/$target"
    /bin/chmod +x "$source/build/fuzz/fuzz/$target"
  done
  fake ctest 'echo "seconds=$MUR_FUZZ_SECONDS"'
  run "$mur" test --stage fuzz
  expect_code 0
  [[ $output =~ seconds=([0-9]+) ]] || fail "expected ctest to be told how long"
  seconds=${BASH_REMATCH[1]}
  rounds=4  # seven targets, two at a time
  ((seconds * rounds <= 360 && seconds * rounds >= 300)) || fail "expected between five and six minutes, got $((seconds * rounds)) s"
}

test_a_fuzz_stage_without_targets_is_a_failure() {
  bare_machine
  mkdir -p "$source/build/fuzz/fuzz"
  fake ctest
  run "$mur" test --stage fuzz
  expect_code 1
  expect_says "no fuzz target was built"
}

test_clean_removes_the_build_folder_and_nothing_else() {
  mkdir -p "$source/build/bin"
  run "$mur" clean
  expect_code 0
  expect_no_file "$source/build"
  [[ -e $source/CMakePresets.json ]] || fail "expected the sources to be left alone"
  run "$mur" clean
  expect_code 0
}

test_sources_that_are_not_formatted_fail_the_format_stage() {
  bare_machine
  fake clang-format-19 'exit 1'
  mkdir "$source"/{kiosk,broker,shared,tests}
  : >"$source/shared/a.h"
  run "$mur" test --stage format
  expect_code 1
  expect_says "run clang-format-19 -i on them"
  expect_file_says "$scratch/clang-format-19.calls" "shared/a.h"
}

test_each_package_is_listed_once() {
  local twice
  twice=$(sed '/^[#[]/d' "$MUR_SOURCE_DIR/.ci/packages" | tr -s ' ' '\n' | sort | uniq -d)
  [[ -z $twice ]] || fail "expected no package listed twice: $twice"
}
