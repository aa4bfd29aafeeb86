#!/usr/bin/env bash
# Tries Relance with the real mail servers of Debian, each in a root of its own, at 127.0.0.1 alone: `npm run real-servers`.
# What follows is given to vitest. Nothing of them is left: neither a process nor a file. Exits 3, in words, where they cannot be had.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
folder=$(mktemp -d /tmp/relance-real-servers-XXXXXX)

# Whoever still runs in one of our roots was started by us
end() {
  [ -z "${vitest-}" ] || kill "$vitest" 2>/dev/null
  for process in /proc/[0-9]*; do
    case $(readlink "$process/root" 2>/dev/null) in "$folder"/*) kill -9 "${process#/proc/}" 2>/dev/null ;; esac
  done
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM

bash tests/real-servers/unpack.sh "$folder" || exit
# Beside, so that a signal is heard at once
REAL_SERVERS=$folder node node_modules/vitest/vitest.mjs run --config tests/real-servers/vitest.config.ts "$@" &
vitest=$!
wait "$vitest"
