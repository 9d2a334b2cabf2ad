#!/bin/sh
# install.sh VERSIONS FOLDER: puts the peers into a virtual environment FOLDER/python, and marks each that is there by a file FOLDER/with-NAME.
# What can not be had is said and left out.
versions=$1
out=$2
peers="neuron arbor brian2"
rm -f "$out"/with-*
without() { echo "loligo-bench: $*" >&2; }

command -v python3 >/dev/null || { without "there is no python3, so no peers; Loligo is timed alone"; exit 0; }
if ! cmp -s "$versions" "$out/python/versions.txt"; then
  rm -rf "$out/python"
  python3 -m venv "$out/python" >"$out/venv.log" 2>&1 && "$out/python/bin/python" -m pip --version >>"$out/venv.log" 2>&1 ||
    { rm -rf "$out/python"; without "python3 makes no virtual environment with pip, so no peers; the reason is in $out/venv.log (Debian: apt-get install python3-venv)"; exit 0; }
  complete=yes
  for peer in $peers; do
    echo "loligo-bench: installing $peer" >&2
    "$out/python/bin/python" -m pip install -q --disable-pip-version-check --only-binary numpy,neuron,arbor -c "$versions" numpy setuptools "$peer" >"$out/pip-$peer.log" 2>&1 ||
      { complete=; without "$peer is left out: pip does not install it; the reason is in $out/pip-$peer.log"; }
  done
  [ -z "$complete" ] || cp "$versions" "$out/python/versions.txt" # else it is tried again the next time
fi
for peer in $peers; do
  if [ $peer = brian2 ] && ! command -v g++ >/dev/null; then without "brian2 is left out: its standalone needs g++"; continue; fi
  if "$out/python/bin/python" -c "import $peer" >"$out/import-$peer.log" 2>&1; then
    touch "$out/with-$peer"
  else
    without "$peer is left out: it is not there or does not start; the reason is in $out/import-$peer.log"
  fi
done
