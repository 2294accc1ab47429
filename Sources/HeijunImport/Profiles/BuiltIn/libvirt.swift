// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let libvirt = #"""
        {
          "id": "libvirt",
          "version": 3,
          "title": {"ja": "libvirt の仮想サーバー・仮想ネットワーク定義", "en": "Virtual machines and networks of libvirt"},
          "detect": {
            "root": ["domain", "domains", "domstatus", "domainsnapshot", "capabilities", "network", "networks", "sysinfo"],
            "has": ["name", "uuid", "devices", "domain/name", "domain/uuid", "host/uuid", "host/cpu", "network/name", "system/entry"]
          },
          "records": [
            {
              "path": "/domain | /domains/domain | /domstatus/domain | /domainsnapshot/domain",
              "kind": "equipment",
              "key": ["uuid", "name"],
              "match": ["uuid", "host"],
              "fields": {
                "name": "name | uuid",
                "equipment_kind": {"value": "virtual"},
                "model": "os/type/@machine",
                "uuid": "uuid",
                "serial": {"from": "sysinfo/system/entry[@name='serial']", "map": "no-placeholders"},
                "asset_tag": {"from": "sysinfo/chassis/entry[@name='asset']", "map": "no-placeholders"},
                "host": "name",
                "mac": "devices/interface/mac/@address",
                "platform": "metadata//os/@id",
                "memory": {"from": "memory", "unit": "KiB", "unitFrom": "memory/@unit"},
                "processors": "vcpu",
                "found_by": {"value": "libvirt"},
                "note": "title | description"
              }
            },
            {
              "path": "/network | /networks/network",
              "kind": "equipment",
              "key": ["uuid", "name"],
              "match": ["uuid"],
              "fields": {
                "name": "name | uuid",
                "equipment_kind": {"value": "network"},
                "uuid": "uuid",
                "host": "domain/@name",
                "address": "ip/@address",
                "mac": "mac/@address",
                "platform": {"from": "forward/@mode", "prefix": "libvirt "},
                "found_by": {"value": "libvirt"},
                "note": "title | description"
              }
            },
            {
              "path": "/sysinfo",
              "kind": "equipment",
              "key": ["system/entry[@name='uuid']", "system/entry[@name='serial']"],
              "match": ["uuid", "serial"],
              "fields": {
                "name": "system/entry[@name='product'] | system/entry[@name='uuid']",
                "equipment_kind": {"value": "server"},
                "vendor": {"from": "system/entry[@name='manufacturer']", "map": "vendors"},
                "model": {"from": "system/entry[@name='product']", "map": "no-placeholders"},
                "serial": {"from": "system/entry[@name='serial']", "map": "no-placeholders"},
                "uuid": {"from": "system/entry[@name='uuid']", "map": "no-placeholders"},
                "asset_tag": {"from": "chassis/entry[@name='asset']", "map": "no-placeholders"},
                "found_by": {"value": "libvirt"}
              }
            },
            {
              "path": "/capabilities/host",
              "kind": "equipment",
              "key": "uuid",
              "match": ["uuid"],
              "fields": {
                "name": "uuid",
                "equipment_kind": {"value": "server"},
                "uuid": "uuid",
                "vendor": {"from": "cpu/vendor", "map": "vendors"},
                "model": "cpu/model",
                "found_by": {"value": "libvirt"}
              }
            }
          ]
        }
        """#
}
