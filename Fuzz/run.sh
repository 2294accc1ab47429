#!/bin/sh
# Fuzzes the readers of problems, solutions and certificates: Fuzz/run.sh [SECONDS]
# Finds go to .build/fuzz; the seeds are Fuzz/seeds.
set -eu
cd "$(dirname "$0")/.."
out=.build/fuzz
mkdir -p "$out/corpus"
swiftc -O -swift-version 6 -parse-as-library -sanitize=fuzzer,address -module-name ReaderFuzz \
    -enable-upcoming-feature ExistentialAny -o "$out/reader" \
    Sources/HeijunLevelling/Problem/*.swift Sources/HeijunLevelling/Solution/*.swift \
    Sources/HeijunLevelling/Proof/*.swift Sources/HeijunLevelling/Exchange/*.swift \
    Sources/HeijunLevelling/Exchange/MPS/*.swift Fuzz/ReaderFuzz.swift
# Swift's own crash handler and the fuzzer's would wait for each other.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
exec "$out/reader" -dict=Fuzz/words.dict -max_total_time="${1:-60}" -max_len=4096 -rss_limit_mb=4096 \
    -artifact_prefix="$out/" "$out/corpus" Fuzz/seeds
