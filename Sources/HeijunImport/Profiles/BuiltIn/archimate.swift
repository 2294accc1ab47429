// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let archimate = #"""
        {
          "id": "archimate",
          "version": 3,
          "title": {"ja": "ArchiMate モデル交換形式 2.1・3.x、Archi のモデルファイル", "en": "ArchiMate Model Exchange 2.1 and 3.x, and models of Archi"},
          "detect": {"root": "model", "namespace": ["http://www.opengroup.org/xsd/archimate*", "http://www.archimatetool.com/archimate*"]},
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
              "path": [
                "/model/elements/element[@xsi:type='ApplicationComponent']",
                "/model//element[@xsi:type='archimate:ApplicationComponent']"
              ],
              "kind": "system",
              "key": "@identifier | @id",
              "match": ["name"],
              "fields": {
                "name": "name[@xml:lang='ja'] | label[@xml:lang='ja'] | name | label | @name | @identifier | @id",
                "summary": "documentation[@xml:lang='ja'] | documentation"
              },
              "properties": {
                "path": ["properties/property", "property"], "name": "@propertyDefinitionRef | @identifierref | @key", "value": "value | @value", "table": "properties",
                "fields": {"略称": "short_name", "Short name": "short_name"},
                "rest": "note"
              }
            },
            {
              "path": [
                "/model/elements/element[@xsi:type='Node']", "/model/elements/element[@xsi:type='Device']",
                "/model/elements/element[@xsi:type='Equipment']",
                "/model/elements/element[@xsi:type='CommunicationNetwork']",
                "/model/elements/element[@xsi:type='Network']", "/model//element[@xsi:type='archimate:Node']",
                "/model//element[@xsi:type='archimate:Device']", "/model//element[@xsi:type='archimate:Equipment']",
                "/model//element[@xsi:type='archimate:CommunicationNetwork']",
                "/model//element[@xsi:type='archimate:Network']"
              ],
              "kind": "equipment",
              "key": "@identifier | @id",
              "match": ["name"],
              "fields": {
                "name": "name[@xml:lang='ja'] | label[@xml:lang='ja'] | name | label | @name | @identifier | @id",
                "equipment_kind": {"from": "@xsi:type", "map": {"~network": "network", "~node": "server", "~device": "server", "*": "other"}},
                "found_by": {"value": "archimate"}
              },
              "properties": {
                "path": ["properties/property", "property"], "name": "@propertyDefinitionRef | @identifierref | @key", "value": "value | @value", "table": "properties",
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
              "path": [
                "/model/elements/element[@xsi:type='SystemSoftware']",
                "/model//element[@xsi:type='archimate:SystemSoftware']"
              ],
              "kind": "software",
              "key": "@identifier | @id",
              "match": ["name"],
              "fields": {
                "name": "name[@xml:lang='ja'] | label[@xml:lang='ja'] | name | label | @name | @identifier | @id",
                "software_kind": {"value": "middleware"},
                "found_by": {"value": "archimate"}
              },
              "properties": {
                "path": ["properties/property", "property"], "name": "@propertyDefinitionRef | @identifierref | @key", "value": "value | @value", "table": "properties",
                "fields": {
                  "版": "version", "バージョン": "version", "Version": "version", "製造者": "vendor", "ベンダー": "vendor", "Vendor": "vendor",
                  "サポート終了日": "support_ends", "Support ends": "support_ends", "End of support": "support_ends"
                },
                "rest": "note"
              }
            },
            {
              "path": ["/model/relationships/relationship", "/model//element[@source][@target]"],
              "kind": "relation",
              "key": ["@identifier | @id", ["@source", "@xsi:type", "@target"]],
              "fields": {
                "relation_kind": {"from": "@xsi:type", "format": "lastPart"},
                "source": {"from": "@source", "asKey": true},
                "target": {"from": "@target", "asKey": true},
                "name": "name[@xml:lang='ja'] | name | label | @name",
                "found_by": {"value": "archimate"}
              }
            }
          ]
        }
        """#
}
