#!/bin/sh
# Fuzzes the import: Fuzz/import.sh import|profile|schema [SECONDS]
# The reader of progress sheets, which needs the policy, is left out. Finds go to .build/fuzz; the seeds are the
# examples and the profiles of Inventory/profiles, and the schema.
set -eu
cd "$(dirname "$0")/.."
case "${1:-}" in
    import) target=ImportFuzz seeds="Inventory/profiles/examples Inventory/broken" ;;
    profile) target=ProfileFuzz seeds=Inventory/profiles ;;
    schema) target=SchemaFuzz seeds=Inventory/schema ;;
    *) echo "usage: Fuzz/import.sh import|profile|schema [SECONDS]" >&2; exit 64 ;;
esac
out=.build/fuzz
mkdir -p "$out/$1-corpus"
flags="-O -wmo -swift-version 6 -parse-as-library -sanitize=fuzzer,address -enable-testing
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -I $out -I Sources/CLibXML2 -I Sources/CLibZip -Xcc -I/usr/include/libxml2"

# Compiles module $1 from the files after it, where one of them is newer than what stands.
compile() {
    module=$1
    shift
    if [ -e "$out/$module.o" ] && [ -z "$(find "$@" -newer "$out/$module.o")" ]; then return; fi
    swiftc $flags -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
        -c "$@" -o "$out/$module.o"
}

compile HeijunModel $(find Sources/HeijunModel -name '*.swift')
compile HeijunImport $(find Sources/HeijunImport -name '*.swift' -not -path '*/Progress/*')
swiftc $flags -module-name "$target" "Fuzz/$target.swift" "$out/HeijunModel.o" "$out/HeijunImport.o" \
    -lxml2 -lzip -o "$out/$1"
# Swift's own crash handler and the fuzzer's would wait for each other.
export SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=suppressions=Fuzz/leaks.txt:print_suppressions=0
exec "$out/$1" -max_total_time="${2:-60}" -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$out/$1-" "$out/$1-corpus" $seeds
