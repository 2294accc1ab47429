#!/bin/sh
# Writes the profiles of this folder into the source texts that embed them: sh Inventory/profiles/embed.sh
# A test compares the two. The order is that in which files are tried; plain-assets, which takes the most, is last.
set -eu
cd "$(dirname "$0")/../.."
out=Sources/HeijunImport/Profiles/BuiltIn
head='// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.'
ids="glpi-computer glpi-network archimate cyclonedx spreadsheetml denshi-nohin denshi-nohin-files mspdi lshw nmap
    libvirt swid plain-assets"

# glpi-computer → glpiComputer
swift_name() { echo "$1" | awk -F- '{ printf "%s", $1; for (i = 2; i <= NF; i++) printf "%s", toupper(substr($i, 1, 1)) substr($i, 2) }'; }

rm -f "$out"/*.swift
for id in $ids; do
    {
        echo "$head"
        echo
        echo 'extension BuiltInProfiles {'
        echo "    static let $(swift_name "$id") = #\"\"\""
        sed 's/^\(.\)/        \1/' "Inventory/profiles/$id.json"
        echo '        """#'
        echo '}'
    } > "$out/$id.swift"
done
{
    echo "$head"
    echo
    echo '/// The texts of the profiles that come with Heijun, in the order in which files are tried.'
    echo 'enum BuiltInProfiles {'
    echo '    static let files: [(id: String, json: String)] = ['
    for id in $ids; do echo "        (\"$id\", $(swift_name "$id")),"; done
    echo '    ]'
    echo '}'
} > "$out/BuiltInProfiles.swift"
