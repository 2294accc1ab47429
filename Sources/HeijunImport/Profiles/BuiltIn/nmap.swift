// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let nmap = #"""
        {
          "id": "nmap",
          "version": 1,
          "title": {"ja": "nmap -oX のネットワーク調査", "en": "Network scan of nmap -oX"},
          "detect": {"root": "nmaprun"},
          "maps": {
            "type": {
              "router": "network", "switch": "network", "firewall": "network", "WAP": "network", "load balancer": "network", "bridge": "network",
              "broadband router": "network", "printer": "printer", "print server": "printer", "storage-misc": "storage",
              "power-device": "power", "general purpose": "server", "*": "other"
            }
          },
          "records": [
            {
              "path": "/nmaprun/host[status/@state='up']",
              "kind": "equipment",
              "key": ["address[@addrtype='mac']/@addr", "address[@addrtype='ipv4']/@addr", "address/@addr"],
              "match": ["mac", "host", "address"],
              "repeats": "first",
              "fields": {
                "name": "hostnames/hostname/@name | address[@addrtype='ipv4']/@addr | address/@addr",
                "equipment_kind": {"from": "os/osmatch/osclass/@type | os/osclass/@type", "map": "type"},
                "vendor": {"from": "address[@addrtype='mac']/@vendor", "map": "vendors"},
                "host": "hostnames/hostname/@name",
                "address": "address[@addrtype='ipv4']/@addr | address[@addrtype='ipv6']/@addr",
                "mac": "address[@addrtype='mac']/@addr",
                "platform": "os/osmatch/@name",
                "found_by": {"value": "nmap"}
              },
              "children": [
                {
                  "path": "ports/port[state/@state='open']",
                  "kind": "software",
                  "parent": "equipment",
                  "key": [["^", "@protocol", "@portid"]],
                  "repeats": "first",
                  "fields": {
                    "name": "service/@product | service/@name | @portid",
                    "version": "service/@version",
                    "software_kind": {"value": "service"},
                    "identifier": "service/cpe",
                    "found_by": {"value": "nmap"},
                    "note": {"from": ["@protocol", "@portid"], "many": "join", "separator": "/"}
                  }
                }
              ]
            }
          ]
        }
        """#
}
