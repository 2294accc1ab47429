#!/usr/bin/env python3
"""Measures the import of vendors' XML beside a C program and a Python script that do a part of the same, all in one
run on the same generated files, in turn; prints asked and measured.

imports.py [--quick] [--runs N] [--record] [--heijun PROGRAM]
  --quick    leave out the file of 1 GB
  --runs     rounds, of which the medians are printed (5)
  --record   write the figures into results.json

The C program parses with SAX2 and inserts by one prepared statement; the Python script uses lxml's iterparse and
executemany. Both fill one plain table, without journal and syncing. Heijun compares, writes history and provenance,
and syncs. Programs run at real-time priority where `chrt` may set it, so that other work disturbs them less.
"""
import argparse
import hashlib
import json
import os
import shlex
import sqlite3
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WORK = os.path.join(ROOT, ".build", "benchmark")
PEERS = os.path.join(HERE, "peers")
RESULTS = os.path.join(HERE, "results.json")
sys.path.insert(0, PEERS)

import assets  # noqa: E402

RECORDS, LARGE, REPEATED, COMPUTERS = 140_000, 1_420_000, 100_000, 4_000
# The fields that all three programs store.
COLUMNS = [
    "id", "name", "equipment_kind", "vendor", "model", "serial", "uuid", "asset_tag", "host", "address", "mac",
    "platform", "location", "acquired", "support_ends", "contract_ends", "cost", "note",
]


def priority():
    """The words that give a program real-time priority; none where that is not allowed."""
    words = ["chrt", "-f", "10"]
    try:
        return words if subprocess.run([*words, "true"], stderr=subprocess.DEVNULL).returncode == 0 else []
    except FileNotFoundError:
        return []


def python():
    """A Python that has lxml."""
    for candidate in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([candidate, "-c", "import lxml"], stderr=subprocess.DEVNULL).returncode == 0:
            return candidate
    sys.exit("the Python peer needs lxml: apt-get install python3-lxml")


def reference():
    """The C peer, compiled."""
    program = os.path.join(WORK, "reference")
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0", "sqlite3"], check=True, capture_output=True, text=True)
    source = os.path.join(PEERS, "reference.c")
    subprocess.run(["cc", "-O2", source, "-o", program, *shlex.split(flags.stdout)], check=True)
    return program


def measure(command):
    """Runs a command; its output, wall seconds and peak memory in megabytes."""
    start = time.monotonic()
    process = subprocess.Popen([*PRIORITY, *command], stdout=subprocess.PIPE, cwd=WORK)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with status {process.returncode}")
    return out, time.monotonic() - start, usage.ru_maxrss / 1024


def remove(*names):
    for name in names:
        for suffix in ("", "-wal", "-shm", "-journal"):
            if os.path.exists(os.path.join(WORK, name + suffix)):
                os.remove(os.path.join(WORK, name + suffix))


def vendor_file(records):
    """A vendor's list, made once."""
    path = os.path.join(WORK, f"assets-{records}.xml")
    if not os.path.exists(path):
        assets.write(path + ".part", records)
        os.rename(path + ".part", path)
    return path


class Heijun:
    """The product, with a portfolio of its own."""

    def __init__(self, program):
        self.program = program

    def empty(self):
        remove("heijun.sqlite")
        subprocess.run([self.program, "init"], cwd=WORK, check=True, stdout=subprocess.DEVNULL)

    def take(self, path, *options):
        """An import; its figures as the command prints them, seconds and megabytes."""
        out, seconds, memory = measure([self.program, "import", path, "--json", *options])
        return json.loads(out), seconds, memory


def fingerprint(database):
    """What the table of equipment holds, in the fields that all three know."""
    with sqlite3.connect(os.path.join(WORK, database)) as store:
        digest = hashlib.sha256()
        for row in store.execute(f"SELECT {', '.join(COLUMNS)} FROM equipment ORDER BY id"):
            digest.update(repr([None if value is None else str(value) for value in row]).encode())
    return digest.hexdigest()


def beside_peers(heijun, runs):
    """The medians of several rounds, each of every program in turn."""
    path = vendor_file(RECORDS)
    size = os.path.getsize(path) / 1e6
    compiled, script = reference(), os.path.join(PEERS, "plain.py")
    rounds = []
    for _ in range(runs):
        heijun.empty()
        row = {"staging": heijun.take(path, "--dry-run")[1]}
        _, row["whole"], row["memory"] = heijun.take(path)
        row["again"] = heijun.take(path)[1]
        remove("c.sqlite", "p.sqlite")
        row["c"] = measure([compiled, path, "c.sqlite"])[1]
        row["python"] = measure([python(), script, path, "p.sqlite"])[1]
        remove("p.sqlite")
        row["careful"] = measure([python(), script, path, "p.sqlite", "--careful"])[1]
        rounds.append(row)
    if len({fingerprint(name) for name in ("heijun.sqlite", "c.sqlite", "p.sqlite")}) != 1:
        sys.exit("the three programs did not store the same rows")
    median = {name: statistics.median(row[name] for row in rounds) for name in rounds[0]}
    return [
        figure("into staging, MB/s", size / median["staging"]),
        figure("into staging, records/s", RECORDS / median["staging"]),
        figure("C reference, MB/s", size / median["c"]),
        figure("C reference, records/s", RECORDS / median["c"]),
        figure("into staging / C reference", median["c"] / median["staging"], least=0.8),
        figure("whole import, s", median["whole"]),
        figure("whole import, MB", median["memory"]),
        figure("Python script, s", median["python"]),
        figure("Python script, careful, s", median["careful"]),
        figure("whole import, times faster than Python", median["python"] / median["whole"], least=3),
        figure("whole import, times faster than careful Python", median["careful"] / median["whole"]),
        figure(f"{RECORDS:,} records again without change, s", median["again"]),
    ]


def repeated(heijun, runs):
    """An import of the same records once more."""
    path = vendor_file(REPEATED)
    heijun.empty()
    heijun.take(path)
    answers = [heijun.take(path) for _ in range(runs)]
    assert all(figures["unchanged"] == REPEATED and figures["batch"] is None for figures, _, _ in answers)
    seconds = statistics.median(seconds for _, seconds, _ in answers)
    return [figure("100,000 records again without change, s", seconds, most=5)]


def computers():
    """A folder of inventories of one fictional computer each, with 40 programs on it."""
    folder = os.path.join(WORK, f"computers-{COMPUTERS}")
    os.makedirs(folder, exist_ok=True)
    for number in range(COMPUTERS):
        programs = "".join(
            f"<SOFTWARES><NAME>架空ソフト{program}</NAME><VERSION>{program}.{number % 7}</VERSION></SOFTWARES>\n"
            for program in range(40)
        )
        with open(os.path.join(folder, f"pc{number:05}.ocs"), "w", encoding="utf-8") as out:
            out.write(
                f"""<?xml version="1.0" encoding="UTF-8"?>
<REQUEST><CONTENT>
<BIOS><SMANUFACTURER>架空電機</SMANUFACTURER><SMODEL>KD-{number % 9}</SMODEL><SSN>KMM{number:07}</SSN></BIOS>
<HARDWARE><NAME>pc{number:05}</NAME><OSNAME>架空OS</OSNAME><MEMORY>16384</MEMORY>
<UUID>6f1c2a34-0000-4000-8000-{number:012}</UUID></HARDWARE>
{programs}</CONTENT><DEVICEID>pc{number:05}-2026-04-01-09-00-00</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>
"""
            )
    return folder


def folder(heijun):
    """One run over a folder of many files, and over the same folder again, read anew."""
    path = computers()
    heijun.empty()
    figures, seconds, memory = heijun.take(path)
    again, again_seconds, again_memory = heijun.take(path, "--again")
    assert len(figures["files"]) == COMPUTERS and again["unchanged"] == figures["added"] and again["batch"] is None
    return [
        figure(f"{COMPUTERS:,} files of one computer each ({figures['added']:,} records), s", seconds),
        figure(f"{COMPUTERS:,} files of one computer each, MB of memory", memory),
        figure(f"{COMPUTERS:,} files again without change, s", again_seconds),
        figure(f"{COMPUTERS:,} files again without change, MB of memory", again_memory),
    ]


def large(heijun):
    """One run of a file of 1 GB into an empty portfolio, and of the same file again."""
    path = vendor_file(LARGE)
    heijun.empty()
    figures, seconds, memory = heijun.take(path)
    assert figures["added"] == LARGE
    again, again_seconds, again_memory = heijun.take(path)
    assert again["unchanged"] == LARGE
    remove("heijun.sqlite")
    return [
        figure("1 GB, MB of memory", memory, most=150),
        figure("1 GB, s", seconds),
        figure("1 GB again without change, MB of memory", again_memory, most=150),
        figure("1 GB again without change, s", again_seconds),
    ]


def figure(title, value, least=None, most=None):
    """A measured value beside the asked one."""
    return {"title": title, "measured": round(value, 3), "least": least, "most": most}


def line(row):
    asked = f"≥ {row['least']}" if row["least"] else f"< {row['most']}" if row["most"] else ""
    missed = row["least"] and row["measured"] < row["least"] or row["most"] and row["measured"] >= row["most"]
    verdict = "" if not asked else "MISSED" if missed else "reached"
    return f"| {row['title']} | {row['measured']:,.3f} | {asked} | {verdict} |"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--record", action="store_true")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--heijun", default=os.path.join(ROOT, ".build", "release", "heijun"))
    asked = options.parse_args()
    os.makedirs(WORK, exist_ok=True)
    heijun = Heijun(os.path.abspath(asked.heijun))
    print("| vendor XML | measured | asked | |\n|---|---|---|---|")
    rows = []
    parts = [lambda: beside_peers(heijun, asked.runs), lambda: repeated(heijun, asked.runs)]
    for part in parts if asked.quick else [*parts, lambda: folder(heijun), lambda: large(heijun)]:
        made = part()
        rows += made
        print("\n".join(line(row) for row in made), flush=True)
    if asked.record:
        with open(RESULTS, encoding="utf-8") as recorded:
            results = json.load(recorded)
        results["imports"] = rows
        with open(RESULTS, "w", encoding="utf-8") as out:
            json.dump(results, out, indent=1, sort_keys=True, ensure_ascii=False)
            out.write("\n")


PRIORITY = priority()

if __name__ == "__main__":
    main()
