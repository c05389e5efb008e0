# `./mur up` with the real programs, already built.
# shellcheck shell=bash disable=SC2034,SC2154,SC2164,SC2317  # run_case.sh and demo_hub.sh define the words
source "$MUR_SOURCE_DIR/tests/ops/demo_hub.sh"

ln -s "${MUR_PROGRAMS%/bin}" "$source/build"
data=$scratch/data
set -m  # what is started below can be sent a Ctrl-C, as from a terminal

up_in_background() {
  "$mur" up --data "$data" "$@" >"$scratch/up.out" 2>&1 </dev/null &
  up=$!
  trap 'kill -KILL -- -"$up" 2>/dev/null || true; rm -rf "$scratch"' EXIT
  local tries
  for ((tries = 0; tries < 600; ++tries)); do
    ! grep -q "Ctrl-C ends all of it" "$scratch/up.out" || return 0
    kill -0 "$up" 2>/dev/null || break
    sleep 0.05
  done
  output=$(cat "$scratch/up.out")
  fail "expected the hub to run within thirty seconds; logs: $(tail -n 5 "$data"/log/*.log)"
}

ctrl_c() {
  code=0
  kill -INT -- -"$up"
  wait "$up" || code=$?
  output=$(cat "$scratch/up.out")
  expect_code 130
  expect_does_not_say "it is killed"
}

pid_of() { sed -nE "s/^ +$1 +pid ([0-9]+),.*/\\1/p" "$scratch/up.out"; }

test_the_broker_answers_until_ctrl_c_and_the_data_is_kept() {
  a_demo_hub "$data"
  up_in_background --no-kiosk
  local broker
  broker=$(pid_of broker)
  run murctl --data "$data" status
  expect_code 0
  run murctl --data "$data" event list --json
  expect_code 0
  local events=$output
  [[ -n $events ]] || fail "expected a demonstration hub to have events"
  ctrl_c
  ! kill -0 "$broker" 2>/dev/null || fail "expected the broker to be gone"

  up_in_background --no-kiosk
  run murctl --data "$data" event list --json
  [[ $(wc -l <<<"$output") -ge $(wc -l <<<"$events") ]] || fail "expected no event to be lost"
  ctrl_c
}

test_a_second_broker_on_the_same_data_is_refused_with_a_sentence() {
  a_demo_hub "$data"
  up_in_background --no-kiosk
  run mur-broker --data "$data"
  expect_code 3
  expect_says "$data"
  ctrl_c
}

test_a_hub_whose_port_is_taken_is_refused_with_a_sentence() {
  a_demo_hub "$data"
  local taken=$port
  up_in_background --no-kiosk
  a_demo_hub "$scratch/other"
  on_port "$scratch/other" "$port" "$taken"
  run "$mur" up --no-kiosk --data "$scratch/other"
  expect_code 4
  expect_says "$taken"
  expect_does_not_say "Ctrl-C ends all of it"
  run murctl --data "$data" status
  expect_code 0
  ctrl_c
}

test_with_a_display_the_kiosk_opens_its_window_and_ctrl_c_closes_it() {
  unset SDL_VIDEODRIVER WAYLAND_DISPLAY
  a_demo_hub "$data"
  Xvfb -displayfd 3 -screen 0 1280x720x24 3>"$scratch/display" 2>/dev/null &
  local xvfb=$! tries kiosk
  for ((tries = 0; tries < 200; ++tries)); do [[ ! -s $scratch/display ]] || break; sleep 0.05; done
  DISPLAY=:$(cat "$scratch/display")
  export DISPLAY
  up_in_background --window 1280x720
  kiosk=$(pid_of kiosk)
  run kill -0 "$kiosk"
  expect_code 0
  ctrl_c
  ! kill -0 "$kiosk" 2>/dev/null || fail "expected the kiosk to be gone"
  kill "$xvfb"
}
