#!/bin/sh
# try.sh ARCHIVE: unpacks a package into an empty folder and works with it there: no environment, no search path, no
# library of the machine but the C library's and, where the machine lets us cut it, no network.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar -C "$folder" -xzf "$1"
home=$(echo "$folder"/heijun-*)

foreign=$(ldd "$home/bin/heijun" | awk '$3 ~ /^\// {print $3} /not found/ {print $1 " (not found)"}' |
    grep -vE "^$folder/|/(libc|libm|libdl|libpthread|librt|libresolv)\.so" || true)
[ -z "$foreign" ] || { echo "The package lacks: $foreign" >&2; exit 1; }

alone="env -i"
unshare -r -n true 2>/dev/null && alone="unshare -r -n env -i"
cd "$folder"
heijun() { $alone "$home/bin/heijun" "$@" >"$folder/said" || { cat "$folder/said" >&2; exit 1; }; }
heijun init --sample kawasaki-published
heijun kpi
heijun report --output "$folder/report"
[ -s "$folder/report/report.html" ] && [ -s "$home/share/man/man1/heijun.1" ]
echo "The package works by itself."
