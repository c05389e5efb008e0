# A demonstration hub made by the real programs, on a port of its own.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317

export XDG_DATA_HOME=$scratch/home SDL_VIDEODRIVER=dummy
PATH=$MUR_PROGRAMS:$PATH
default_port=7447

# a_demo_hub DATA: as `murctl hub init --demo` writes it, but on a port where nobody listens: it is in $port.
a_demo_hub() {
  murctl --data "$1" hub init --demo >/dev/null || fail "expected a demonstration hub to be made"
  port=$((20000 + RANDOM % 12000))
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  on_port "$1" "$default_port" "$port"
}

on_port() {  # on_port DATA OLD NEW: in the hub's and the keys' files
  grep -rlE ":$2\\b" "$1" | while IFS= read -r file; do sed -i -E "s/:$2\\b/:$3/g" "$file"; done
  grep -qE ":$3\\b" "$1/hub.toml" || fail "expected hub.toml to name port $2; it holds: $(cat "$1/hub.toml")"
}
