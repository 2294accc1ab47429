#!/usr/bin/env python3
"""Measures the levelling engine: objective, bound, gap, seconds from file to written solution, peak memory.

run.py [--only TEXT] [--quick] [--others] [--growth] [--record] [--heijun PROGRAM]
  --quick    leave out problems beyond 20,000 activities
  --others   measure CBC and GLPK anew (60 s each); otherwise their recorded figures stand beside
  --growth   measure the sizes of the plot too
  --record   write results.json, and docs/levelling-growth.svg where growth was measured
"""
import argparse
import json
import os
import subprocess
import sys
import time

import cases
import others
import plot

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WORK = os.path.join(ROOT, ".build", "benchmark")
RESULTS = os.path.join(HERE, "results.json")
OTHERS_LIMIT = 60


def measure(command):
    """Runs a command; its standard output, status, wall seconds and peak memory in megabytes."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, err = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return out, err, process.returncode, time.monotonic() - start, usage.ru_maxrss / 1024


def problem_file(name, activities, source, seed, heijun):
    """The problem's file, made once."""
    if source == "file":
        return os.path.join(HERE, "problems", name + ".txt.gz")
    os.makedirs(WORK, exist_ok=True)
    path = os.path.join(WORK, name.replace("/", "-") + ".txt")
    if os.path.exists(path):
        return path
    if source == "mmkp":
        cases.write_mmkp(path, activities, seed)
        return path
    with open(path + ".part", "wb") as out:
        subprocess.run(
            [heijun, "sample", "--problem", str(activities), "--seed", str(seed)], stdout=out, check=True)
    os.rename(path + ".part", path)
    return path


def solve(heijun, path, gap):
    """One run of the engine and the verification of what it wrote."""
    solution = os.path.join(WORK, "solution")
    os.makedirs(WORK, exist_ok=True)
    command = [heijun, "level", path, "--solution", solution, "--json"] + (["--gap", gap] if gap else [])
    out, err, status, seconds, memory = measure(command)
    if status != 0:
        return {"error": (err.strip().splitlines() or [f"status {status}"])[-1], "seconds": round(seconds, 2)}
    figures = json.loads(out)
    verified = measure([heijun, "level", "--verify", path, solution])[2] == 0
    return {
        "objective": figures["objective"], "bound": figures["bound"], "gap": figures["gapPercent"],
        "relaxation": figures["relaxation"],
        "seconds": round(seconds, 2), "memory": round(memory), "verified": verified,
    }


def measure_others(heijun, path, activities):
    if activities > others.MAY_TAKE or not others.available():
        return {}
    mps = os.path.join(WORK, "problem.mps")
    subprocess.run([heijun, "level", path, "--mps", mps], check=True)
    return {name: solver(mps, OTHERS_LIMIT) for name, solver in others.SOLVERS.items()}


def show(value, form="{:,}"):
    return "–" if value is None else form.format(value)


def line(case, row, before):
    name, _, _, _, asked_gap, asked_seconds, asked_memory, gap = case
    if "error" in row:
        return f"{name:16} {row['error']}"
    reached = []
    for asked, value in ((asked_gap, row["gap"]), (asked_seconds, row["seconds"]), (asked_memory, row["memory"])):
        reached.append(asked is None or value is not None and value <= asked)
    ok = ("reached" if all(reached) else "MISSED") if asked_gap is not None else ""
    asked = f"{show(asked_gap)} % in {show(asked_seconds)} s" if asked_gap is not None else ""
    was = f"{show(before.get('gap'), '{:.4f}')} % {show(before.get('seconds'))} s" if before else ""
    other = "  ".join(
        f"{solver} {show(a['objective'], '{:,.0f}')} {show(a['gap'], '{:.2f}')} %"
        for solver, a in row.get("others", {}).items())
    return (
        f"{name:16} {show(row['objective']):>15} {show(row['bound']):>15} {show(row['gap'], '{:.4f}'):>8} "
        f"{row['seconds']:>8} {row['memory']:>6}  {'yes' if row['verified'] else 'NO':3}  {asked:18} {ok:8} {was:22} "
        f"{show(row.get('relaxation')):>16}  {other}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--only", default="")
    for flag in ("quick", "others", "growth", "record"):
        options.add_argument("--" + flag, action="store_true")
    options.add_argument("--heijun", default=os.path.join(ROOT, ".build", "release", "heijun"))
    asked = options.parse_args()
    recorded = json.load(open(RESULTS)) if os.path.exists(RESULTS) else {"rows": {}, "growth": {}}
    rows = dict(recorded["rows"])
    print(
        f"{'problem':16} {'objective':>15} {'bound':>15} {'gap %':>8} {'seconds':>8} {'MB':>6}  ok?  "
        f"{'asked':18} {'':8} {'last recorded':22} {'LP value':>16}  others, {OTHERS_LIMIT} s each")
    for case in cases.CASES:
        name, activities, source, seed, *_, gap = case
        if asked.only not in name or asked.quick and activities > 20_000:
            continue
        path = problem_file(name, activities, source, seed, asked.heijun)
        key = name + (f" --gap {gap}" if gap else "")
        before = recorded["rows"].get(key, {})
        row = solve(asked.heijun, path, gap)
        same = next((r["others"] for k, r in rows.items() if k.split()[0] == name and r.get("others")), {})
        row["others"] = measure_others(asked.heijun, path, activities) if asked.others else same
        rows[key] = row
        print(line(case, row, before), flush=True)
    growth = recorded.get("growth", {})
    if asked.growth:
        growth = measure_growth(asked)
    if asked.record:
        with open(RESULTS, "w", encoding="utf-8") as out:
            json.dump(
                recorded | {"rows": rows, "growth": growth}, out, indent=1, sort_keys=True, ensure_ascii=False)
            out.write("\n")
        if growth:
            plot.write(os.path.join(ROOT, "docs", "levelling-growth.svg"), growth, cases.GROWTH_GAP)


def measure_growth(asked):
    growth = {}
    for size in cases.GROWTH:
        if asked.quick and size > 20_000:
            continue
        path = problem_file(f"sample-{size}/1", size, "sample", 1, asked.heijun)
        growth[str(size)] = solve(asked.heijun, path, cases.GROWTH_GAP)
        print(f"growth {size:>9,} {growth[str(size)]}", flush=True)
    return growth


if __name__ == "__main__":
    sys.exit(main())
