#!/usr/bin/env python3
"""assets.py FILE [RECORDS] [--changed N]: a fictional vendor's list of equipment as XML.

140,000 records are about 100 MB, 1,400,000 about 1 GB. The same numbers make the same file. With --changed every
N-th record has another note and place, as next month's delivery would.
"""
import argparse

KINDS = ["server", "storage", "network", "client"]
VENDORS = ["富士通", "日本電気", "日立製作所", "Dell", "Lenovo"]
PLACES = ["架空市役所 本庁舎 ３階サーバー室", "架空市役所 第３庁舎 １階電算室", "架空データセンター Ａ棟 ２階"]
WORK = ["住民記録", "税務", "国民健康保険", "介護保険", "財務会計", "文書管理", "庶務事務"]
SYSTEMS = ["Windows Server 2022 Standard", "Red Hat Enterprise Linux 9.4", "Ubuntu 24.04 LTS"]


def record(number, changed):
    kind = KINDS[number % 4]
    work = WORK[number % 7]
    place = PLACES[(number // 3 + changed) % 3] + f" ラック{number % 40 + 1:02}"
    note = f"更新時期を㈱架空情報サービスと髙橋主査で確認済み（第{number % 9 + 1 + changed}回調査）"
    a, b, c = number >> 16 & 255, number >> 8 & 255, number & 255
    return (
        f'  <asset id="A-{number:07}" type="{kind}" serial="SN{number * 7919 % 100000007:08}" '
        f'uuid="{number * 2654435761 % 4294967296:08x}-0000-4000-8000-{number:012x}">\n'
        f"    <name>{work}システム {kind}{number % 100:02}号機</name>\n"
        f"    <vendor>{VENDORS[number % 5]}</vendor>\n"
        f"    <model>架空型番 RX{number % 37 + 1000}</model>\n"
        f"    <asset_tag>資産{number:07}</asset_tag>\n"
        f"    <hostname>kakuu-{number:07}</hostname>\n"
        f"    <ip>10.{a}.{b}.{c}</ip>\n"
        f"    <mac>02:00:00:{a:02x}:{b:02x}:{c:02x}</mac>\n"
        f"    <os>{SYSTEMS[number % 3]}</os>\n"
        f"    <location>{place}</location>\n"
        f"    <acquired>20{number % 6 + 19}-{number % 12 + 1:02}-{number % 28 + 1:02}</acquired>\n"
        f"    <support_end>20{number % 6 + 26}-{number % 12 + 1:02}-{number % 28 + 1:02}</support_end>\n"
        f"    <contract_end>20{number % 6 + 25}-03-28</contract_end>\n"
        f"    <cost>{number % 900 * 1000 + 250000}</cost>\n"
        f"    <note>{note}</note>\n"
        f"  </asset>\n")


def write(path, records, every=0):
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<assets>\n')
        for number in range(1, records + 1):
            out.write(record(number, bool(every) and number % every == 0))
        out.write("</assets>\n")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("path")
    options.add_argument("records", type=int, nargs="?", default=140_000)
    options.add_argument("--changed", type=int, default=0)
    asked = options.parse_args()
    write(asked.path, asked.records, asked.changed)
