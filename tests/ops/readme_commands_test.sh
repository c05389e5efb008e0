# Every command that README.md shows is run, in order, against a demonstration hub.
#
# How a README is written so that this works:
#   ```sh          commands, one a line (a line ending in \ goes on); all blocks run in one shell, in one scratch folder,
#                  with build/bin on the PATH and a hub in $XDG_DATA_HOME/mur whose broker answers
#   ```text …      anything else says its own language; a fence without one is refused
#   ./mur …, git clone …, cd …, sudo …
#                  would build, fetch or ask: not run here; `./mur`'s command and options must exist in its help
#   mur-broker …, mur-kiosk … without an option that makes it end
#                  runs for three seconds, and must then end well when asked to (SIGTERM)
#   <!-- run: LINE -->
#                  LINE is run too, unseen by readers: it makes what the next block needs
#   ID, CODE       a word in capitals stands for the shell variable of that name, which a `run:` line has set
# shellcheck shell=bash disable=SC2016,SC2034,SC2154,SC2164,SC2317  # run_case.sh defines the words; the README's own text is quoted

readme=$MUR_SOURCE_DIR/README.md
[[ -f $readme ]] || fail "expected a README.md"

# The commands of README.md, one a line.
commands_of_readme() {
  awk '/^<!-- run: .* -->$/ { sub(/^<!-- run: /, ""); sub(/ -->$/, ""); print; next }
       /^```/ { inside = !inside && /^```sh$/ ? 1 : 0; next }
       inside && NF && !/^ *#/ { if (sub(/\\$/, "")) printf "%s", $0; else print }' "$readme"
}

hub_with_a_broker() {
  source "$MUR_SOURCE_DIR/tests/ops/demo_hub.sh"
  a_demo_hub "$XDG_DATA_HOME/mur"
  mur-broker >"$scratch/broker.log" 2>&1 &
  broker=$!
  trap 'kill "$broker" 2>/dev/null; wait "$broker" || true; rm -rf "$scratch"' EXIT
  murctl status --wait 10 >/dev/null || fail "expected the broker to answer; its log: $(cat "$scratch/broker.log")"
}

test_every_block_says_its_language() {
  local fences
  fences=$(grep -nE '^```' "$readme" | awk -F: 'NR % 2 == 1 && $2 == "```"')
  [[ -z $fences ]] || fail "expected a language at these fences: $fences"
}

test_every_mur_command_and_option_exists() {
  local help words word
  help=$("$mur" help)
  while read -ra words; do
    [[ $help == *"./mur ${words[1]:-}"* ]] || fail "expected \`./mur help\` to know this line of README.md: ${words[*]}"
    for word in "${words[@]}"; do
      [[ $word != --* || $help == *"$word"* ]] || fail "expected \`./mur help\` to know $word, in this line of README.md: ${words[*]}"
    done
  done < <(commands_of_readme | sed -n '/^\.\/mur/{s/ #.*//;p}')
}

test_every_command_runs() {
  hub_with_a_broker
  mkdir "$scratch/here"
  cd "$scratch/here"
  local line name ran=0
  while IFS= read -r line; do
    for name in ID CODE; do
      [[ -z ${!name:-} ]] || line=$(sed -E "s/(^| )$name( |\$)/\\1${!name}\\2/g" <<<"$line")
    done
    output=
    code=0
    case $line in
      ./mur* | "git clone"* | "cd "* | sudo*) continue ;;
      *=*\$\(*) eval "$line" || code=$? ;;
      mur-broker* | mur-kiosk*)
        if [[ $line =~ --(check-config|screenshot|list-screens|help|version) ]]; then
          output=$(eval "$line" 2>&1 </dev/null) || code=$?
        else
          output=$(eval "timeout --preserve-status --signal=TERM 3 $line" 2>&1 </dev/null) || code=$?
        fi
        ;;
      *) output=$(eval "$line" 2>&1 </dev/null) || code=$? ;;
    esac
    ((code == 0)) || fail "expected this line of README.md to succeed: $line"
    ((++ran))
  done < <(commands_of_readme)
  ((ran > 0)) || fail "expected README.md to show a command"
}
