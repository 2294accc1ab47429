#!/usr/bin/env python3
"""nation.py FILE [BODIES]: a fictional nation-wide step sheet in the ministry's layout, as a workbook.

Bodies x 20 businesses x 40 steps (1,788 bodies unless given: 1.43 million states), their names invented, their
states from a fixed rule, so that the same file comes out every time. Measured with:

    heijun init && heijun standardization import nation.xlsx --day 2026-01-31
    heijun standardization compare --scope nation
"""
import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources/HeijunPolicy/Standardization"
STEPS = re.findall(r'"([①-⑱]-\d [^"]*)"', (SOURCES / "ProcedureSteps.swift").read_text())
BUSINESSES = re.findall(r'ja: "([^"]+)"', (SOURCES / "BusinessCatalogue.swift").read_text())[:20]
STATES = ["完了済み", "対象外", "作業中", "未"]


def column(number):
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def state(body, business, step):
    """Most are done up to a point that differs by body and business; a few steps do not apply."""
    reach = 15 + (body * 7 + business * 11) % 31
    if (body + step * 3) % 29 == 0:
        return 1
    return 0 if step < reach else 2 if step == reach else 3


def rows(bodies):
    heads = ["都道府県名", "市区町村名", "業務名"] + STEPS
    texts = {}

    def cell(row, number, text):
        index = texts.setdefault(text, len(texts))
        return f'<c r="{column(number)}{row}" t="s"><v>{index}</v></c>'

    out = ["<row r=\"1\">" + "".join(cell(1, i + 1, t) for i, t in enumerate(heads)) + "</row>"]
    number = 1
    for body in range(bodies):
        for business, name in enumerate(BUSINESSES):
            number += 1
            cells = [cell(number, 1, f"架空{body % 47 + 1:02}県"), cell(number, 2, f"見本{body:04}市"),
                     cell(number, 3, name)]
            cells += [cell(number, 4 + step, STATES[state(body, business, step)]) for step in range(40)]
            out.append(f'<row r="{number}">{"".join(cells)}</row>')
    return out, texts


def main():
    path, bodies = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1788
    lines, texts = rows(bodies)
    main_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel_ns = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pack_ns = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        def put(name, content):
            book.writestr(zipfile.ZipInfo(name, (2026, 1, 31, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        put("_rels/.rels", f'<Relationships xmlns="{pack_ns}"><Relationship Id="r" Type="{rel_ns}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>')
        put("xl/workbook.xml", f'<workbook xmlns="{main_ns}" xmlns:r="{rel_ns}"><sheets>'
            '<sheet name="業務別ステップ別進捗一覧" sheetId="1" r:id="s"/></sheets></workbook>')
        put("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{pack_ns}">'
            f'<Relationship Id="s" Type="{rel_ns}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="t" Type="{rel_ns}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        escaped = (t.replace("&", "&amp;").replace("<", "&lt;") for t in texts)
        put("xl/sharedStrings.xml", f'<sst xmlns="{main_ns}">' + "".join(f"<si><t>{t}</t></si>" for t in escaped) + "</sst>")
        put("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main_ns}"><sheetData>{"".join(lines)}</sheetData></worksheet>')


if __name__ == "__main__":
    main()
