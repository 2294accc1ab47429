"""The plot of growth: seconds and memory against the number of activities, both axes in tenfold steps."""
import math

INK, MUTED, GRID, TIME, MEMORY = "#18212f", "#5d6b7e", "#d9dfe7", "#1f6f8b", "#d8973c"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 430, 70, 150, 84, 56
FONT = "'Noto Sans CJK JP','Noto Sans JP',sans-serif"


def text(x, y, words, size=12, anchor="start", fill=INK, weight=400):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{fill}" '
        f'font-weight="{weight}">{words}</text>')


def exponent(points):
    """The slope of the straight line through the points in tenfold steps: 1 is linear growth."""
    xs, ys = [math.log10(p[0]) for p in points], [math.log10(p[1]) for p in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)


def write(path, growth, gap):
    rows = sorted((int(size), row) for size, row in growth.items() if "error" not in row)
    seconds = [(size, max(row["seconds"], 0.01)) for size, row in rows]
    memory = [(size, row["memory"]) for size, row in rows]
    if len(rows) < 2:
        return
    low, high = 1000, 10 ** math.ceil(math.log10(rows[-1][0]))
    bottom, top = 0.1, 10 ** math.ceil(math.log10(max(p[1] for p in seconds + memory)))
    across = lambda n: LEFT + (WIDTH - LEFT - RIGHT) * math.log10(n / low) / math.log10(high / low)
    up = lambda v: HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * math.log10(max(v, bottom) / bottom) / math.log10(top / bottom)
    ratio = rows[-1][0] / rows[0][0]
    longer = seconds[-1][1] / seconds[0][1]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="{FONT}" '
        f'aria-label="Growth of time and memory with the number of activities">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        text(LEFT - 46, 28, f"{ratio:,.0f} times the activities take {longer:,.0f} times as long", 17, weight=600),
        text(
            LEFT - 46, 50,
            f"Time from file to a written solution with a proven gap of at most {gap} %, and peak memory; "
            f"growth is N to the power {exponent(seconds):.2f}", 12, fill=MUTED),
    ]
    step = bottom
    while step <= top * 1.001:
        label = f"{step:,.0f}" if step >= 1 else f"{step:g}"
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up(step):.1f}" y2="{up(step):.1f}" stroke="{GRID}"/>')
        parts.append(text(LEFT - 8, up(step) + 4, label, 11, "end", MUTED))
        step *= 10
    for size, _ in rows:
        parts.append(text(across(size), HEIGHT - BOTTOM + 20, f"{size:,}", 11, "middle", MUTED))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "activities", 12, "middle", MUTED))
    for points, colour, dash, unit in ((memory, MEMORY, "5 4", "MB"), (seconds, TIME, "", "s")):
        trail = " ".join(f"{across(n):.1f},{up(v):.1f}" for n, v in points)
        parts.append(f'<polyline points="{trail}" fill="none" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>')
        for n, v in points:
            parts.append(f'<circle cx="{across(n):.1f}" cy="{up(v):.1f}" r="3.5" fill="{colour}"/>')
        n, v = points[-1]
        name = "peak memory" if unit == "MB" else "time"
        parts.append(text(across(n) + 10, up(v) + 4, f"{name} {v:,.0f} {unit}", 12, fill=colour, weight=600))
    parts.append("</svg>\n")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(parts))
