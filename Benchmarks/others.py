"""GLPK and CBC on the same problems, as separate programs with a limit of time."""
import re
import shutil
import subprocess
import time

MAY_TAKE = 2000  # activities; beyond that neither finds a solution in a minute


def run(command, limit):
    start = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit * 2 + 30)
        log = done.stdout
    except subprocess.TimeoutExpired as stopped:
        log = (stopped.stdout or b"").decode() if isinstance(stopped.stdout, bytes) else stopped.stdout or ""
    return log, time.monotonic() - start


def number(pattern, log):
    found = re.findall(pattern, log)
    return float(found[-1]) if found else None


def answer(objective, bound, seconds):
    gap = 100 * (objective - bound) / abs(bound) if objective is not None and bound else None
    return {"objective": objective, "bound": bound, "gap": gap, "seconds": round(seconds, 1)}


def cbc(mps, limit):
    log, seconds = run(["cbc", mps, "threads", "2", "timeMode", "elapsed", "seconds", str(limit), "solve"], limit)
    objective = number(r"Objective value: +(\S+)", log)
    if "No feasible solution" in log:
        objective = None
    if "Result - Optimal" in log:
        return answer(objective, objective, seconds)
    return answer(objective, number(r"(?:Lower bound:|best possible) +(-?[0-9.e+]+)", log), seconds)


def glpk(mps, limit):
    log, seconds = run(["glpsol", "--freemps", mps, "--tmlim", str(limit)], limit)
    if "INTEGER OPTIMAL SOLUTION FOUND" in log:
        objective = number(r"mip = +(\S+)", log)
        return answer(objective, objective, seconds)
    return answer(number(r"mip = +(-?[0-9][0-9.e+]*)", log), number(r">= +(-?[0-9][0-9.e+]*)", log), seconds)


SOLVERS = {"CBC": cbc, "GLPK": glpk}


def available():
    return shutil.which("cbc") and shutil.which("glpsol")
