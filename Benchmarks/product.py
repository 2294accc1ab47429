#!/usr/bin/env python3
"""product.py: what the product's own commands take, as whole processes: median seconds of five runs after a
warm-up, and peak memory. Prints a table; `make benchmark` runs it before the levelling engine's."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

HEIJUN = os.path.abspath(".build/release/heijun")


def once(arguments, folder, before=None):
    if before:
        before()
    start = time.monotonic()
    process = subprocess.Popen([HEIJUN, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"heijun {' '.join(arguments)} failed")
    return seconds, usage.ru_maxrss / 1024


def row(title, asked, arguments, folder, before=None, runs=5):
    times = [once(arguments, folder, before) for _ in range(runs + 1)][1:]
    seconds = statistics.median(t for t, _ in times)
    print(f"| {title} | {seconds:.3f} s | {max(m for _, m in times):.0f} MB | {asked} |")


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.abspath("Inventory"), os.path.join(folder, "Inventory"))
        large = os.path.join(folder, "large.xml")
        subprocess.run([HEIJUN, "sample", "--systems", "10000", "--output", large], check=True)

        def empty():
            for name in os.listdir(folder):
                if name.startswith("heijun.sqlite"):
                    os.remove(os.path.join(folder, name))
            subprocess.run([HEIJUN, "init"], cwd=folder, check=True, stdout=subprocess.DEVNULL)

        print("| command | median | memory | asked |\n|---|---|---|---|")
        row("--version", "0.015 s", ["--version"], folder)
        sample = "Inventory/sample-city/inventory.xml"
        row("import, sample city", "0.1 s, 100 MB", ["import", sample], folder, empty)
        row("plan, sample city", "3 s, 100 MB", ["plan"], folder)
        row("plan why, sample city", "0.2 s", ["plan", "why", "SYS-0002"], folder)
        row("plan after one pin, sample city", "1 s", ["plan", "pin", "SYS-0091", "R13", "--dry-run"], folder)
        row("plan stress, 1,000 runs", "2 s", ["plan", "stress"], folder)
        row("report, sample city", "1 s, 100 MB", ["report", "--output", "out"], folder)
        row("check, sample city", "", ["check", "--summary"], folder)
        for count, seconds in ((400, 6), (2000, 15)):
            city = os.path.join(folder, f"city{count}.xml")
            with open(city, "wb") as file:
                subprocess.run([HEIJUN, "sample", "--systems", str(count), "--seed", "5"], check=True, stdout=file)
            empty()
            subprocess.run([HEIJUN, "import", city], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            row(f"plan, {count:,} systems", f"{seconds} s", ["plan"], folder, runs=3)
        row("import, 10,000 systems", "2 s", ["import", large], folder, empty, runs=3)

        # 1,788 bodies x 20 businesses x 40 steps, beside the sample city's own.
        nation = os.path.join(folder, "nation.xlsx")
        subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "nation.py"), nation], check=True)

        def city():
            empty()
            subprocess.run([HEIJUN, "import", sample], cwd=folder, check=True, stdout=subprocess.DEVNULL)

        row("standardization import, the nation", "5 s, 300 MB",
            ["standardization", "import", nation, "--day", "2026-01-31"], folder, city, runs=3)
        row("standardization compare, the nation", "1 s, 300 MB",
            ["standardization", "compare", "--scope", "nation"], folder)
        row("standardization, with the nation recorded", "1 s, 300 MB", ["standardization"], folder)


main()
