// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let glpiComputer = #"""
        {
          "id": "glpi-computer",
          "version": 3,
          "title": {"ja": "GLPI / FusionInventory / OCS のコンピュータ目録", "en": "Computer inventory of GLPI, FusionInventory or OCS"},
          "detect": {"root": "REQUEST", "has": ["CONTENT/HARDWARE"]},
          "maps": {
            "address": {"127.0.0.1": "", "::1": "", "0.0.0.0": "", "^169.254.": ""},
            "mac": {"00:00:00:00:00:00": ""},
            "description": {"^x86_64/": "", "^amd64/": "", "^i386/": "", "^i686/": "", "^aarch64/": "", "^arm64/": "", "^n/a": ""},
            "chassis": {
              "~vmware": "virtual", "~virtualbox": "virtual", "~kvm": "virtual", "~xen": "virtual", "~hyper-v": "virtual",
              "~virtual machine": "virtual", "~qemu": "virtual",
              "~server": "server", "~rack": "server", "~blade": "server", "~main system": "server",
              "~laptop": "client", "~notebook": "client", "~portable": "client", "~desktop": "client", "~tower": "client",
              "~imac": "client", "~macbook": "client", "~mini": "client", "~all in one": "client", "~tablet": "client", "~convertible": "client",
              "*": ""
            }
          },
          "records": [
            {
              "path": "/REQUEST",
              "kind": "equipment",
              "key": ["DEVICEID", "CONTENT/HARDWARE/UUID", "CONTENT/BIOS/SSN", "CONTENT/HARDWARE/NAME"],
              "match": ["uuid", "serial", "host"],
              "fields": {
                "name": "CONTENT/HARDWARE/NAME | DEVICEID",
                "equipment_kind": {
                  "from": "CONTENT/HARDWARE/VMSYSTEM | CONTENT/BIOS/SMODEL | CONTENT/HARDWARE/CHASSIS_TYPE | CONTENT/BIOS/TYPE",
                  "map": "chassis"
                },
                "vendor": {"from": "CONTENT/BIOS/SMANUFACTURER | CONTENT/BIOS/MMANUFACTURER", "map": "vendors"},
                "model": {"from": "CONTENT/BIOS/SMODEL | CONTENT/BIOS/MMODEL", "map": "no-placeholders"},
                "serial": {"from": "CONTENT/BIOS/SSN", "map": "no-placeholders"},
                "uuid": {"from": "CONTENT/HARDWARE/UUID", "map": "no-placeholders"},
                "asset_tag": {"from": "CONTENT/BIOS/ASSETTAG", "map": "no-placeholders"},
                "host": "CONTENT/HARDWARE/NAME",
                "address": {
                  "from": [
                    "CONTENT/NETWORKS[STATUS='Up'][VIRTUALDEV='0']/IPADDRESS",
                    "CONTENT/NETWORKS[STATUS='Up'][TYPE='ethernet'][not(VIRTUALDEV='1')]/IPADDRESS",
                    "CONTENT/NETWORKS[STATUS='Up'][TYPE='Ethernet'][not(VIRTUALDEV='1')]/IPADDRESS", "CONTENT/HARDWARE/IPADDR",
                    "CONTENT/NETWORKS[STATUS='Up']/IPADDRESS", "CONTENT/NETWORKS/IPADDRESS"
                  ],
                  "format": "firstPart",
                  "map": "address"
                },
                "mac": {
                  "from": [
                    "CONTENT/NETWORKS[STATUS='Up'][VIRTUALDEV='0'][IPADDRESS]/MACADDR",
                    "CONTENT/NETWORKS[STATUS='Up'][VIRTUALDEV='0']/MACADDR",
                    "CONTENT/NETWORKS[STATUS='Up'][TYPE='ethernet'][not(VIRTUALDEV='1')]/MACADDR",
                    "CONTENT/NETWORKS[STATUS='Up'][TYPE='Ethernet'][not(VIRTUALDEV='1')]/MACADDR",
                    "CONTENT/NETWORKS[STATUS='Up']/MACADDR", "CONTENT/NETWORKS[VIRTUALDEV='0']/MACADDR", "CONTENT/NETWORKS/MACADDR"
                  ],
                  "map": "mac"
                },
                "platform": "CONTENT/OPERATINGSYSTEM/FULL_NAME | CONTENT/HARDWARE/OSNAME",
                "memory": {"from": "CONTENT/HARDWARE/MEMORY", "unit": "MiB"},
                "processors": "CONTENT/HARDWARE/PROCESSORN",
                "location": "CONTENT/HARDWARE/LOCATION | CONTENT/ACCOUNTINFO[KEYNAME='LOCATION']/KEYVALUE",
                "found_by": {"value": "glpi-computer"},
                "note": {"from": "CONTENT/HARDWARE/DESCRIPTION | CONTENT/ACCOUNTINFO[KEYNAME='TAG']/KEYVALUE", "map": "description"}
              },
              "children": [
                {
                  "path": "CONTENT/SOFTWARES[not(NAME='N/A')]",
                  "kind": "software",
                  "parent": "equipment",
                  "key": [["^", "GUID"], ["^", "NAME", "VERSION"], ["^", "NAME"]],
                  "repeats": "first",
                  "fields": {
                    "name": "NAME | FILENAME | GUID",
                    "version": "VERSION",
                    "vendor": {"from": "PUBLISHER", "map": "vendors"},
                    "identifier": "GUID",
                    "found_by": {"value": "glpi-computer"}
                  }
                },
                {
                  "path": "CONTENT/VIRTUALMACHINES",
                  "kind": "equipment",
                  "key": ["UUID", ["^", "NAME"]],
                  "match": ["uuid", "serial", "host"],
                  "repeats": "first",
                  "fields": {
                    "name": "NAME | UUID",
                    "equipment_kind": {"value": "virtual"},
                    "uuid": "UUID",
                    "serial": "SERIAL",
                    "address": "IP",
                    "mac": "MAC",
                    "platform": "OPERATINGSYSTEM",
                    "memory": {"from": "MEMORY", "unit": "MiB"},
                    "processors": "VCPU",
                    "found_by": {"value": "glpi-computer"},
                    "note": "COMMENT"
                  }
                }
              ]
            }
          ]
        }
        """#
}
