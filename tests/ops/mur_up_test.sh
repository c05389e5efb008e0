# `./mur up` with stand-ins for the three programs: what is started, what is said, and that all of it ends.
# shellcheck shell=bash disable=SC2016,SC2034,SC2154,SC2317  # run_case.sh and bare_machine.sh define the words; the fakes expand what is quoted
source "$MUR_SOURCE_DIR/tests/ops/bare_machine.sh"

data=$scratch/data

# program NAME BODY: a stand-in in build/bin that keeps its calls, as `fake` does.
program() {
  fake "$1" "$2"
  mkdir -p "$source/build/bin"
  /bin/mv "$scratch/bin/$1" "$source/build/bin/$1"
}

# Runs until it is asked to stop, and leaves a note when it has stopped well.
until_asked() { echo "trap 'echo stopped >>$scratch/$1.stopped; exit 0' TERM; trap '' INT; echo \$\$ >$scratch/$1.pid; while :; do sleep 0.05; done"; }

a_machine_with_programs() {
  bare_machine
  everything_is_installed
  fake cmake
  program mur-broker "$(until_asked broker)"
  program mur-kiosk "$(until_asked kiosk)"
  program murctl "case \"\$*\" in
    *'hub init --demo'*) mkdir -p $data/kiosk-1; printf '%s\n' 'demo = true' 'listen = \"tcp://127.0.0.1:7447\"' >$data/hub.toml; echo 'brokers = [\"tcp://127.0.0.1:7447\"]' >$data/kiosk-1/kiosk.key ;;
    *'status --wait'*) for i in {1..200}; do [[ -e $scratch/broker.pid ]] && exit 0; sleep 0.05; done; exit 1 ;;
  esac"
  unset DISPLAY WAYLAND_DISPLAY
  set -m  # what is started below can be sent a Ctrl-C, as from a terminal
  trap 'kill_what_is_left; rm -rf "$scratch"' EXIT
}

kill_what_is_left() {
  local pid_file
  for pid_file in "$scratch"/*.pid; do
    [[ ! -e $pid_file ]] || kill -KILL "$(cat "$pid_file")" 2>/dev/null || true
  done
}

wait_until() {  # wait_until COMMAND…, ten seconds at most
  local tries
  for ((tries = 0; tries < 200; ++tries)); do
    ! "$@" >/dev/null 2>&1 || return 0
    sleep 0.05
  done
  output=$(cat "$scratch/up.out" 2>/dev/null)
  fail "expected within ten seconds: $*"
}

up_in_background() {
  "$mur" up --data "$data" "$@" >"$scratch/up.out" 2>&1 </dev/null &
  up=$!
  wait_until grep -q "Ctrl-C ends all of it" "$scratch/up.out"
}

ctrl_c() {
  code=0
  kill -INT -- -"$up"
  wait "$up" || code=$?
  output=$(cat "$scratch/up.out")
}

test_the_first_up_makes_a_demonstration_hub_and_renews_it() {
  a_machine_with_programs
  up_in_background
  ctrl_c
  expect_file_says "$scratch/murctl.calls" "--data $data hub init --demo"
  expect_file_says "$scratch/murctl.calls" "--data $data demo renew"
}

test_the_second_up_keeps_the_hub() {
  a_machine_with_programs
  "$source/build/bin/murctl" hub init --demo
  : >"$scratch/murctl.calls"
  up_in_background
  ctrl_c
  expect_file_does_not_say "$scratch/murctl.calls" "hub init"
  expect_file_says "$scratch/murctl.calls" "demo renew"
}

test_a_real_hub_gets_no_demonstration_data() {
  a_machine_with_programs
  "$source/build/bin/murctl" hub init --demo
  sed -i /demo/d "$data/hub.toml"
  : >"$scratch/murctl.calls"
  up_in_background
  ctrl_c
  expect_file_does_not_say "$scratch/murctl.calls" "hub init"
  expect_file_does_not_say "$scratch/murctl.calls" "demo renew"
}

test_ctrl_c_ends_kiosk_and_broker_well() {
  a_machine_with_programs
  DISPLAY=:fake up_in_background
  wait_until test -e "$scratch/kiosk.pid"
  ctrl_c
  expect_code 130
  expect_file_says "$scratch/kiosk.stopped" stopped
  expect_file_says "$scratch/broker.stopped" stopped
}

test_closing_the_window_ends_the_broker_too() {
  a_machine_with_programs
  program mur-kiosk "exit 0"
  code=0
  DISPLAY=:fake "$mur" up --data "$data" >"$scratch/up.out" 2>&1 </dev/null || code=$?
  output=$(cat "$scratch/up.out")
  expect_code 0
  expect_says "The kiosk's window was closed."
  expect_file_says "$scratch/broker.stopped" stopped
}

test_a_kiosk_that_fails_says_why() {
  a_machine_with_programs
  program mur-kiosk "echo 'no usable display' >&2; exit 4"
  DISPLAY=:fake run "$mur" up --data "$data"
  expect_code 4
  expect_says "no usable display"
  expect_says "mur-kiosk has ended (code 4); its log is $data/log/kiosk-"
  expect_file_says "$scratch/broker.stopped" stopped
}

test_without_a_display_only_the_broker_runs_and_it_says_how_to_look() {
  a_machine_with_programs
  up_in_background
  ctrl_c
  expect_says "There is no display here"
  expect_says "--screenshot wall.png --screen home"
  expect_says "--connect tcp://127.0.0.1:7447 --key $data/kiosk-1/kiosk.key"
  expect_no_file "$scratch/mur-kiosk.calls"
}

test_a_hub_without_a_kiosk_runs_and_says_how_to_make_one() {
  a_machine_with_programs
  "$source/build/bin/murctl" hub init --demo
  rm "$data/kiosk-1/kiosk.key"
  DISPLAY=:fake up_in_background
  ctrl_c
  expect_says "murctl --data $data key new --role kiosk --out $data/kiosk-1/kiosk.key"
  expect_no_file "$scratch/mur-kiosk.calls"
}

test_no_kiosk_and_window_are_obeyed() {
  a_machine_with_programs
  DISPLAY=:fake up_in_background --no-kiosk
  ctrl_c
  expect_no_file "$scratch/mur-kiosk.calls"
  rm "$scratch/broker.pid"
  DISPLAY=:fake up_in_background --window 1080x1920
  wait_until test -e "$scratch/kiosk.pid"
  ctrl_c
  expect_file_says "$scratch/mur-kiosk.calls" "--data $data/kiosk-1 --window 1080x1920"
}

test_it_says_what_runs_where_and_what_to_try() {
  a_machine_with_programs
  up_in_background
  ctrl_c
  expect_says "$data"
  expect_says "pid $(cat "$scratch/broker.pid"), tcp://127.0.0.1:7447, log $data/log/broker-"
  expect_says "murctl --data $data event import"
  expect_says "murctl --data $data ticket show CODE"
  expect_says "murctl --data $data queue"
}

test_a_second_up_on_the_same_data_gets_a_sentence_and_leaves_the_first_alone() {
  a_machine_with_programs
  up_in_background
  run "$mur" up --data "$data"
  expect_code 3
  expect_says "another ./mur up already runs on $data"
  [[ ! -e $scratch/broker.stopped ]] || fail "expected the first broker to go on"
  ctrl_c
  expect_code 130
}

test_a_broker_that_refuses_is_quoted_and_its_code_kept() {
  a_machine_with_programs
  program mur-broker "echo 'port 7447 is taken; change listen in hub.toml' >&2; exit 4"
  run "$mur" up --data "$data"
  expect_code 4
  expect_says "port 7447 is taken; change listen in hub.toml"
  expect_does_not_say "Ctrl-C ends all of it"
}

test_a_broker_that_dies_later_ends_the_rest() {
  a_machine_with_programs
  DISPLAY=:fake up_in_background
  wait_until test -e "$scratch/kiosk.pid"
  kill -KILL "$(cat "$scratch/broker.pid")"
  code=0
  wait "$up" || code=$?
  output=$(cat "$scratch/up.out")
  expect_code 137
  expect_says "mur-broker has ended (code 137)"
  expect_file_says "$scratch/kiosk.stopped" stopped
}
