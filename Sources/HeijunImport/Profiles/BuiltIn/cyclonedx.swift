// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let cyclonedx = #"""
        {
          "id": "cyclonedx",
          "version": 3,
          "title": {"ja": "CycloneDX ソフトウェア部品表 1.0〜1.7", "en": "CycloneDX bill of materials 1.0–1.7"},
          "detect": {"root": "bom", "namespace": "http://cyclonedx.org/schema/bom/1*"},
          "maps": {
            "type": {
              "application": "application", "framework": "library", "library": "library", "operating-system": "platform",
              "platform": "platform", "container": "middleware", "firmware": "firmware", "device-driver": "firmware", "*": "other"
            }
          },
          "records": [
            {
              "path": [
                "/bom/metadata/component[@type!='device']", "/bom/metadata/component//components/component[@type!='device']",
                "/bom/components/component[@type!='device']", "/bom/components//components/component[@type!='device']"
              ],
              "kind": "software",
              "key": ["@bom-ref", "purl", ["group", "name", "version"], ["name", "version"], "name"],
              "repeats": "first",
              "fields": {
                "name": "name",
                "version": "version",
                "software_kind": {"from": "@type", "map": "type"},
                "vendor": "supplier/name | manufacturer/name | publisher | authors/author/name | author | group",
                "identifier": "purl | cpe | swid/@tagId | @bom-ref",
                "license": "licenses/expression | licenses/license/id | licenses/license/name",
                "found_by": {"value": "cyclonedx"},
                "note": "description"
              }
            },
            {
              "path": [
                "/bom/metadata/component[@type='device']", "/bom/metadata/component//components/component[@type='device']",
                "/bom/components/component[@type='device']", "/bom/components//components/component[@type='device']"
              ],
              "kind": "equipment",
              "key": ["@bom-ref", "purl", ["group", "name", "version"], "name"],
              "repeats": "first",
              "fields": {
                "name": "name",
                "equipment_kind": {"value": "other"},
                "vendor": "manufacturer/name | supplier/name | publisher | author",
                "model": "version",
                "serial": "properties/property[@name='cdx:device:serialNumber']",
                "location": "properties/property[@name='cdx:device:location']",
                "found_by": {"value": "cyclonedx"},
                "note": "description"
              }
            },
            {
              "path": "/bom/services//service",
              "kind": "software",
              "key": ["@bom-ref", ["group", "name", "version"], ["group", "name"], "name"],
              "repeats": "first",
              "fields": {
                "name": "name",
                "version": "version",
                "software_kind": {"value": "service"},
                "vendor": "provider/name | group",
                "identifier": "@bom-ref",
                "license": "licenses/expression | licenses/license/id | licenses/license/name",
                "found_by": {"value": "cyclonedx"},
                "note": "description"
              }
            },
            {
              "path": "/bom/dependencies/dependency/dependency",
              "kind": "relation",
              "key": [["/bom/dependencies/dependency/@ref", "@ref"]],
              "repeats": "first",
              "fields": {
                "relation_kind": {"value": "dependsOn"},
                "source": {"from": "/bom/dependencies/dependency/@ref", "asKey": true},
                "target": {"from": "@ref", "asKey": true},
                "found_by": {"value": "cyclonedx"}
              }
            }
          ]
        }
        """#
}
