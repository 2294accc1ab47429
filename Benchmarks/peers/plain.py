#!/usr/bin/env python3
"""plain.py FILE.xml FILE.sqlite [--careful]: what a Python script does with a vendor's list, lxml's iterparse and
sqlite3's executemany: one plain table without journal and syncing, no comparison, no history, no provenance. Prints
the number of rows.

  --careful  walk each record's children once instead of asking for every field by its name: twice as fast, and seldom
             seen
"""
import sqlite3
import sys

from lxml import etree

FIELDS = [
    ("id", "@id"), ("name", "name"), ("equipment_kind", "@type"), ("vendor", "vendor"), ("model", "model"),
    ("serial", "@serial"), ("uuid", "@uuid"), ("asset_tag", "asset_tag"), ("host", "hostname"), ("address", "ip"),
    ("mac", "mac"), ("platform", "os"), ("location", "location"), ("acquired", "acquired"),
    ("support_ends", "support_end"), ("contract_ends", "contract_end"), ("cost", "cost"), ("note", "note"),
]
ATTRIBUTES = {name[1:]: place for place, (_, name) in enumerate(FIELDS) if name[0] == "@"}
ELEMENTS = {name: place for place, (_, name) in enumerate(FIELDS) if name[0] != "@"}


def plain(asset):
    return [asset.get(name[1:]) if name[0] == "@" else asset.findtext(name) for _, name in FIELDS]


def careful(asset):
    row = [None] * len(FIELDS)
    for name, value in asset.attrib.items():
        if name in ATTRIBUTES:
            row[ATTRIBUTES[name]] = value
    for child in asset:
        if child.tag in ELEMENTS:
            row[ELEMENTS[child.tag]] = child.text
    return row


def rows(path, read):
    for _, asset in etree.iterparse(path, tag="asset"):
        yield read(asset)
        asset.clear()
        while asset.getprevious() is not None:
            del asset.getparent()[0]


def main():
    read = careful if "--careful" in sys.argv else plain
    store = sqlite3.connect(sys.argv[2], isolation_level=None)
    store.execute("PRAGMA journal_mode = OFF")
    store.execute("PRAGMA synchronous = OFF")
    store.execute(f"CREATE TABLE equipment ({', '.join(name + ' TEXT' for name, _ in FIELDS)})")
    store.execute("BEGIN")
    marks = ", ".join("?" for _ in FIELDS)
    store.executemany(f"INSERT INTO equipment VALUES ({marks})", rows(sys.argv[1], read))
    store.execute("COMMIT")
    print(store.execute("SELECT count(*) FROM equipment").fetchone()[0])
    store.close()


if __name__ == "__main__":
    main()
