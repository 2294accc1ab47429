// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let lshw = #"""
        {
          "id": "lshw",
          "version": 3,
          "title": {"ja": "lshw -xml のハードウェア一覧", "en": "Hardware list of lshw -xml"},
          "detect": {"root": ["list", "node"], "has": ["node/@class", "@class", "node/vendor", "vendor"]},
          "maps": {
            "form": {
              "~virtual": "virtual", "~vmware": "virtual", "~kvm": "virtual", "~qemu": "virtual", "~standard pc": "virtual",
              "~notebook": "client", "~laptop": "client", "~portable": "client", "~desktop": "client", "~tower": "client", "~mini": "client",
              "~rack": "server", "~server": "server", "~blade": "server", "*": ""
            }
          },
          "records": [
            {
              "path": "/list/node[@class='system'] | /node[@class='system']",
              "kind": "equipment",
              "key": ["configuration/setting[@id='uuid']/@value", "serial", "@id"],
              "match": ["uuid", "serial", "host"],
              "fields": {
                "name": "@id",
                "equipment_kind": {"from": "product | description", "map": "form", "otherwise": ""},
                "vendor": {"from": "vendor", "map": "vendors"},
                "model": {"from": "product", "format": "beforeParenthesis", "map": "no-placeholders"},
                "serial": {"from": "serial", "map": "no-placeholders"},
                "uuid": {"from": "configuration/setting[@id='uuid']/@value", "map": "no-placeholders"},
                "host": "@id",
                "address": "//node[@class='network']/configuration/setting[@id='ip']/@value",
                "mac": "//node[@class='network'][@disabled!='true']/serial | //node[@class='network']/serial",
                "memory": {
                  "from": "//node[@id='memory']/size | //node[@class='memory'][description='System Memory']/size | //node[@class='memory'][description='System memory']/size",
                  "unit": "bytes",
                  "unitFrom": "//node[@id='memory']/size/@units | //node[@class='memory']/size/@units"
                },
                "found_by": {"value": "lshw"},
                "note": "description"
              },
              "children": [
                {
                  "path": "//node[@id='firmware']",
                  "kind": "software",
                  "parent": "equipment",
                  "key": [["^", "@id"]],
                  "fields": {
                    "name": "description | product | @id",
                    "version": "version",
                    "software_kind": {"value": "firmware"},
                    "vendor": {"from": "vendor", "map": "vendors"},
                    "found_by": {"value": "lshw"}
                  }
                }
              ]
            }
          ]
        }
        """#
}
