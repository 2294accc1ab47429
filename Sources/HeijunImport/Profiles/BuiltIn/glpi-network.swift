// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let glpiNetwork = #"""
        {
          "id": "glpi-network",
          "version": 3,
          "title": {"ja": "GLPI / FusionInventory のネットワーク機器調査", "en": "Network discovery and SNMP inventory of GLPI or FusionInventory"},
          "detect": {
            "root": ["REQUEST", "SNMPDISCOVERY", "SNMPQUERY"],
            "has": ["CONTENT/DEVICE", "DEVICE", "CONTENT/AGENT"]
          },
          "maps": {
            "type": {
              "NETWORKING": "network", "SWITCH": "network", "ROUTER": "network", "2": "network", "FIREWALL": "network", "WIFI": "network",
              "PRINTER": "printer", "3": "printer", "COMPUTER": "server", "1": "server", "SERVER": "server",
              "STORAGE": "storage", "KVM": "other", "POWER": "power", "UPS": "power", "*": "other"
            }
          },
          "records": [
            {
              "path": "/REQUEST/CONTENT/DEVICE[not(ERROR)] | /SNMPDISCOVERY/DEVICE[not(ERROR)] | /SNMPQUERY/CONTENT/DEVICE[not(ERROR)] | /SNMPQUERY/DEVICE[not(ERROR)]",
              "kind": "equipment",
              "key": ["INFO/SERIAL | SERIAL", "INFO/MAC | MAC", "INFO/IPS/IP | INFO/IP | IP", "INFO/NAME | SNMPHOSTNAME | DNSHOSTNAME"],
              "match": ["serial", "mac", "address"],
              "repeats": "first",
              "fields": {
                "name": "INFO/NAME | SNMPHOSTNAME | DNSHOSTNAME | NETBIOSNAME | INFO/MODEL | IP | INFO/IPS/IP | MAC | INFO/MAC | SERIAL | INFO/SERIAL",
                "equipment_kind": {"from": "INFO/TYPE | TYPE", "map": "type"},
                "vendor": {"from": "INFO/MANUFACTURER | MANUFACTURER", "map": "vendors"},
                "model": "INFO/MODEL | MODEL | MODELSNMP",
                "serial": {"from": "INFO/SERIAL | SERIAL", "map": "no-placeholders"},
                "asset_tag": {"from": "INFO/ASSETTAG | ASSETTAG", "map": "no-placeholders"},
                "host": "INFO/NAME | SNMPHOSTNAME | DNSHOSTNAME | NETBIOSNAME",
                "address": "INFO/IPS/IP | INFO/IP | IP",
                "mac": "INFO/MAC | MAC",
                "platform": "INFO/FIRMWARE | FIRMWARES/VERSION | FIRMWARE",
                "location": "INFO/LOCATION | LOCATION",
                "found_by": {"value": "glpi-network"},
                "note": "INFO/COMMENTS | DESCRIPTION"
              }
            }
          ]
        }
        """#
}
