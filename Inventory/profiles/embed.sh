#!/bin/sh
# Writes the profiles of this folder into the source text that embeds them: sh Inventory/profiles/embed.sh
# A test compares the two. The order is that in which files are tried; plain-assets, which takes the most, is last.
set -eu
cd "$(dirname "$0")/../.."
out=Sources/HeijunImport/Profiles/BuiltIn/BuiltInProfiles.swift
{
    echo '// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.'
    echo
    echo '/// The texts of the profiles that come with Heijun.'
    echo 'enum BuiltInProfiles {'
    echo '    static let files: [(id: String, json: String)] = ['
    for id in glpi-computer glpi-network archimate cyclonedx spreadsheetml denshi-nohin mspdi lshw nmap libvirt swid plain-assets; do
        echo '        ('
        echo "            \"$id\","
        echo '            #"""'
        sed 's/^/            /' "Inventory/profiles/$id.json"
        echo '            """#'
        echo '        ),'
    done
    echo '    ]'
    echo '}'
} > "$out"
