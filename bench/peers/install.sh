#!/bin/sh
# install.sh VERSIONS FOLDER: puts the peers into a virtual environment FOLDER/python, and marks each that is there by a file FOLDER/with-NAME.
# What can not be had is said and left out. LOLIGO_BENCH_PYTHON names another Python than the one it finds.
versions=$1
out=$2
peers="neuron arbor brian2"
failed=
without() { echo "loligo-bench: $*" >&2; }

find_python() { # 3.13 and 3.12 before others, since they get a Brian2 that reads no clock at every step
  for candidate in "$LOLIGO_BENCH_PYTHON" python3.13 "$HOME"/.pyenv/versions/3.13*/bin/python3 python3.12 "$HOME"/.pyenv/versions/3.12*/bin/python3 python3; do
    [ -n "$candidate" ] && "$candidate" -c "import venv" >/dev/null 2>&1 && { echo "$candidate"; return; }
  done
}

rm -f "$out"/with-*
python=$(find_python)
[ -n "$python" ] || { without "there is no python3 that has venv, so no peers; Loligo is timed alone (Debian: apt-get install python3-venv)"; exit 0; }
if ! { [ "$python" = "$(cat "$out/python/made-by" 2>/dev/null)" ] && cmp -s "$versions" "$out/python/versions.txt"; }; then
  rm -rf "$out/python" "$out/brian2" # what Brian2 compiled knows where its Python was
  "$python" -m venv "$out/python" >"$out/venv.log" 2>&1 && "$out/python/bin/python" -m pip --version >>"$out/venv.log" 2>&1 ||
    { rm -rf "$out/python"; without "$python makes no virtual environment with pip, so no peers; the reason is in $out/venv.log (Debian: apt-get install python3-venv)"; exit 0; }
  for peer in $peers; do
    echo "loligo-bench: installing $peer" >&2
    "$out/python/bin/python" -m pip install -q --disable-pip-version-check --only-binary numpy,neuron,arbor -c "$versions" numpy setuptools "$peer" >"$out/pip-$peer.log" 2>&1 ||
      { failed="$failed $peer"; without "$peer is left out: pip does not install it; the reason is in $out/pip-$peer.log"; }
  done
  echo "$python" >"$out/python/made-by"
  [ -n "$failed" ] || cp "$versions" "$out/python/versions.txt" # else it is tried again the next time
fi
for peer in $peers; do
  case "$failed " in *" $peer "*) continue ;; esac
  if [ $peer = brian2 ] && ! command -v g++ >/dev/null; then without "brian2 is left out: its standalone needs g++"; continue; fi
  if "$out/python/bin/python" -c "import $peer" >"$out/import-$peer.log" 2>&1; then
    touch "$out/with-$peer"
  else
    without "$peer is left out: it does not start; the reason is in $out/import-$peer.log"
  fi
done
"$out/python/bin/python" -c "import sys; sys.exit(sys.version_info < (3, 12))" || [ ! -e "$out/with-brian2" ] ||
  without "Brian2 2.9 reads a clock at every step, 0.6 us; a Python from 3.12 on gets a newer one"
