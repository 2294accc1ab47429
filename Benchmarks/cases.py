"""The instances of the benchmark, and what is asked of each."""
import random

# name, activities, source, seed, asked gap in percent (None: only measured), asked seconds, asked megabytes, --gap
CASES = [
    ("city-20", 20, "file", 0, 0.0, 2, None, None),
    ("city-200", 200, "file", 0, 0.55, 1, 50, "0.55"),
    ("city-200", 200, "file", 0, 0.35, 60, 50, "0.35"),
    ("city-2000", 2000, "file", 0, 0.06, 3, 100, "0.06"),
    ("city-2000", 2000, "file", 0, 0.015, 15, 100, "0.015"),
    ("sample-30/1", 30, "sample", 1, None, None, None, None),
    ("sample-200/2", 200, "sample", 2, None, 60, 50, "0.35"),
    ("sample-2000/2", 2000, "sample", 2, None, 15, 100, "0.015"),
    ("mmkp-100", 100, "mmkp", 1, None, None, None, "0.05"),
    ("mmkp-400", 400, "mmkp", 2, None, None, None, "0.02"),
    ("sample-20000/1", 20_000, "sample", 1, 0.004, 12, 300, "0.004"),
    ("sample-100000/1", 100_000, "sample", 1, 0.002, 60, 700, "0.002"),
    ("sample-350000/1", 350_000, "sample", 1, 0.002, 240, 2000, "0.002"),
]

# Sizes of the plot of growth, all to the same gap.
GROWTH = [2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 350_000]
GROWTH_GAP = "0.05"


def write_mmkp(path, groups, seed):
    """A multiple-choice multi-dimensional knapsack in the manner of Khan, Li, Manning and Akbar (2002):
    ten items a group, ten resources, weights 0…9, values correlated with weights, half of what could be used."""
    draw = random.Random(seed)
    items, resources = 10, 10
    prices = [draw.randint(1, 10) for _ in range(resources)]
    with open(path, "w", encoding="utf-8") as out:
        out.write("levelling 1\nperiods 1\n")
        for r in range(resources):
            out.write(f"resource r{r}\n")
        for r in range(resources):
            out.write(f"limit {r} {groups * 9 // 2}\n")
        for g in range(groups):
            out.write(f"activity g{g}\n")
            for _ in range(items):
                weights = [draw.randint(0, 9) for _ in range(resources)]
                value = sum(w * p for w, p in zip(weights, prices)) // 10 + draw.randint(1, 20)
                loads = " ".join(f"{r}:0:{w}" for r, w in enumerate(weights) if w)
                out.write(f"alternative {-value} 0 -1 {loads}\n")
