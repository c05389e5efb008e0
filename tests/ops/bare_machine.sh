# A machine made of fakes, for the tests of the script `mur`.
# shellcheck shell=bash disable=SC2016,SC2154,SC2317

# A PATH with the plain tools and no more: no sudo, no apt-get, no compiler, unless a test adds them.
bare_machine() {
  mkdir -p "$scratch/bin"
  local tool
  for tool in bash env dirname readlink realpath awk sort comm sed cat rm mkdir grep find xargs wc tee uname setarch true date sleep flock mkfifo tail head cp; do
    ln -s "$(command -v "$tool")" "$scratch/bin/$tool"
  done
  fake nproc 'echo 2'
  PATH=$scratch/bin
}

# fake NAME BODY: a command of that name, whose calls are kept in $scratch/NAME.calls.
fake() {
  printf '#!%s\necho "${DEBIAN_FRONTEND:-} $*" >>"%s"\n%s\n' "$BASH" "$scratch/$1.calls" "${2:-}" >"$scratch/bin/$1"
  /bin/chmod +x "$scratch/bin/$1"
}

user_is() { fake id "echo $1"; }
nothing_is_installed() { fake dpkg-query 'exit 1'; }
everything_is_installed() { fake dpkg-query 'shift 3; printf "installed %s\n" "$@"'; }
