#!/bin/sh
# demo.sh BINARY: the main job on every inventory, as `make run` shows it. The portfolio files are made anew
# under .build/demo; the reports go to Reports/, where they are the golden files too.
set -eu
heijun=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=.build/demo
mkdir -p "$work" Reports

# Says a command, then runs it.
run() {
    printf '\n$ heijun'
    printf ' %s' "$@"
    printf '\n'
    "$heijun" "$@"
}

# Starts a city anew: an empty portfolio, then its inventory.
start() {
    export HEIJUN_PORTFOLIO="$work/$1.sqlite"
    rm -f "$HEIJUN_PORTFOLIO" "$HEIJUN_PORTFOLIO-wal" "$HEIJUN_PORTFOLIO-shm"
    run init
    run import "Inventory/$1/inventory.xml"
}

start sample-city
run check --summary
run plan
run kpi
run standardization
run report --output Reports/sample-city

start kawasaki-published
run kpi
run evaluate
run standardization
run report --output Reports/kawasaki-published

start yokohama-h30-r1
run evaluate
run report --output Reports/yokohama-h30-r1

start kamakura-r5
run evaluate sheets 共生-07
run report --output Reports/kamakura-r5

printf '\nOpen these in a browser:\n  Reports/sample-city/report.html\n  Reports/kawasaki-published/report.html\n  Reports/kawasaki-published/sheets.html\n  Reports/yokohama-h30-r1/evaluation.html\n'
