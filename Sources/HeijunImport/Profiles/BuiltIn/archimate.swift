// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let archimate = #"""
        {
          "id": "archimate",
          "version": 2,
          "title": {"ja": "ArchiMate モデル交換形式 2.1・3.x", "en": "ArchiMate Model Exchange 2.1 and 3.x"},
          "detect": {"root": "model", "namespace": "http://www.opengroup.org/xsd/archimate*"},
          "namespaces": {"xsi": "http://www.w3.org/2001/XMLSchema-instance", "xml": "http://www.w3.org/XML/1998/namespace"},
          "tables": {
            "properties": {
              "path": "/model/propertyDefinitions/propertyDefinition | /model/propertydefs/propertydef",
              "key": "@identifier",
              "value": "name | @name"
            }
          },
          "records": [
            {
              "path": "/model/elements/element[@xsi:type='ApplicationComponent']",
              "kind": "system",
              "key": "@identifier",
              "match": ["name"],
              "fields": {
                "name": "name[@xml:lang='ja'] | label[@xml:lang='ja'] | name | label | @identifier",
                "summary": "documentation[@xml:lang='ja'] | documentation"
              },
              "properties": {
                "path": "properties/property", "name": "@propertyDefinitionRef | @identifierref", "value": "value", "table": "properties",
                "fields": {"略称": "short_name", "Short name": "short_name"},
                "rest": "note"
              }
            },
            {
              "path": [
                "/model/elements/element[@xsi:type='Node']", "/model/elements/element[@xsi:type='Device']",
                "/model/elements/element[@xsi:type='Equipment']", "/model/elements/element[@xsi:type='CommunicationNetwork']",
                "/model/elements/element[@xsi:type='Network']"
              ],
              "kind": "equipment",
              "key": "@identifier",
              "match": ["name"],
              "fields": {
                "name": "name[@xml:lang='ja'] | label[@xml:lang='ja'] | name | label | @identifier",
                "equipment_kind": {"from": "@xsi:type", "map": {"CommunicationNetwork": "network", "Network": "network", "Node": "server", "Device": "server", "*": "other"}},
                "found_by": {"value": "archimate"}
              },
              "properties": {
                "path": "properties/property", "name": "@propertyDefinitionRef | @identifierref", "value": "value", "table": "properties",
                "fields": {
                  "製造者": "vendor", "ベンダー": "vendor", "Vendor": "vendor", "Manufacturer": "vendor",
                  "型番": "model", "Model": "model", "製造番号": "serial", "シリアル番号": "serial", "Serial": "serial", "Serial number": "serial",
                  "ホスト名": "host", "Host": "host", "Hostname": "host", "IPアドレス": "address", "IP address": "address",
                  "設置場所": "location", "Location": "location", "OS": "platform", "基本ソフト": "platform",
                  "サポート終了日": "support_ends", "Support ends": "support_ends", "End of support": "support_ends"
                },
                "rest": "note"
              }
            },
            {
              "path": "/model/elements/element[@xsi:type='SystemSoftware']",
              "kind": "software",
              "key": "@identifier",
              "match": ["name"],
              "fields": {
                "name": "name[@xml:lang='ja'] | label[@xml:lang='ja'] | name | label | @identifier",
                "software_kind": {"value": "middleware"},
                "found_by": {"value": "archimate"}
              },
              "properties": {
                "path": "properties/property", "name": "@propertyDefinitionRef | @identifierref", "value": "value", "table": "properties",
                "fields": {
                  "版": "version", "バージョン": "version", "Version": "version", "製造者": "vendor", "ベンダー": "vendor", "Vendor": "vendor",
                  "サポート終了日": "support_ends", "Support ends": "support_ends", "End of support": "support_ends"
                },
                "rest": "note"
              }
            },
            {
              "path": "/model/relationships/relationship",
              "kind": "relation",
              "key": ["@identifier", ["@source", "@xsi:type", "@target"]],
              "fields": {
                "relation_kind": {"from": "@xsi:type"},
                "source": {"from": "@source", "asKey": true},
                "target": {"from": "@target", "asKey": true},
                "name": "name[@xml:lang='ja'] | name | label",
                "found_by": {"value": "archimate"}
              }
            }
          ]
        }
        """#
}
