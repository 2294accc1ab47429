#!/bin/sh
# Fuzzes the import: Fuzz/import.sh import|profile [SECONDS]
# The reader of progress sheets, which needs the policy, is left out. Finds go to .build/fuzz; the seeds are the examples and the profiles of Inventory/profiles.
set -eu
cd "$(dirname "$0")/.."
case "${1:-}" in
    import) target=ImportFuzz seeds="Inventory/profiles/examples Inventory/broken" ;;
    profile) target=ProfileFuzz seeds=Inventory/profiles ;;
    *) echo "usage: Fuzz/import.sh import|profile [SECONDS]" >&2; exit 64 ;;
esac
out=.build/fuzz
mkdir -p "$out/$1-corpus"
flags="-O -wmo -swift-version 6 -parse-as-library -sanitize=fuzzer,address -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature InternalImportsByDefault"
if [ ! -e "$out/HeijunModel.o" ] || [ -n "$(find Sources/HeijunModel -newer "$out/HeijunModel.o" -name '*.swift')" ]; then
    swiftc $flags -module-name HeijunModel -emit-module -emit-module-path "$out/HeijunModel.swiftmodule" \
        -c $(find Sources/HeijunModel -name '*.swift') -o "$out/HeijunModel.o"
fi
swiftc $flags -module-name "$target" -I "$out" -I Sources/CLibXML2 -I Sources/CLibZip -Xcc -I/usr/include/libxml2 \
    $(find Sources/HeijunImport -name '*.swift' -not -path '*/Progress/*') "Fuzz/$target.swift" "$out/HeijunModel.o" -lxml2 -lzip -o "$out/$1"
# Swift's own crash handler and the fuzzer's would wait for each other.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
exec "$out/$1" -max_total_time="${2:-60}" -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$out/$1-" "$out/$1-corpus" $seeds
