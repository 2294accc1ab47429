// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let swid = #"""
        {
          "id": "swid",
          "version": 3,
          "title": {"ja": "SWID タグ（ISO/IEC 19770-2）", "en": "SWID tags (ISO/IEC 19770-2)"},
          "detect": {
            "namespace": ["http://standards.iso.org/iso/19770/-2/*", ""],
            "root": ["SoftwareIdentity", "software_identification_tag"]
          },
          "records": [
            {
              "path": "//SoftwareIdentity",
              "kind": "software",
              "key": ["@tagId", ["@name", "@version"]],
              "match": ["identifier"],
              "fields": {
                "name": "@name",
                "version": "@version",
                "vendor": "Entity[@role~='softwareCreator']/@name | Entity/@name",
                "identifier": "@tagId",
                "license": "Link[@rel='license']/@href",
                "found_by": {"value": "swid"},
                "note": "Meta/@product | Meta/@summary | Meta/@description"
              }
            },
            {
              "path": "//software_identification_tag",
              "kind": "software",
              "key": ["software_id/unique_id", ["product_title", "product_version/name"]],
              "match": ["identifier"],
              "fields": {
                "name": "product_title",
                "version": "product_version/name",
                "vendor": "software_creator/name",
                "identifier": "software_id/unique_id",
                "found_by": {"value": "swid"}
              }
            }
          ]
        }
        """#
}
