// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

/// The texts of the profiles that come with Heijun.
enum BuiltInProfiles {
    static let files: [(id: String, json: String)] = [
        (
            "glpi-computer",
            #"""
            {
              "id": "glpi-computer",
              "version": 1,
              "title": {"ja": "GLPI / FusionInventory / OCS のコンピュータ目録", "en": "Computer inventory of GLPI, FusionInventory or OCS"},
              "detect": {"root": "REQUEST", "has": ["CONTENT/HARDWARE"]},
              "maps": {
                "chassis": {
                  "~vmware": "virtual", "~virtualbox": "virtual", "~kvm": "virtual", "~xen": "virtual", "~hyper-v": "virtual",
                  "~virtual machine": "virtual", "~qemu": "virtual",
                  "~server": "server", "~rack": "server", "~blade": "server", "~main system": "server",
                  "~laptop": "client", "~notebook": "client", "~portable": "client", "~desktop": "client", "~tower": "client",
                  "~mini": "client", "~all in one": "client", "~tablet": "client", "~convertible": "client",
                  "*": ""
                }
              },
              "records": [
                {
                  "path": "/REQUEST",
                  "kind": "equipment",
                  "key": ["DEVICEID", "CONTENT/HARDWARE/UUID", "CONTENT/BIOS/SSN"],
                  "match": ["uuid", "serial", "host"],
                  "fields": {
                    "name": "CONTENT/HARDWARE/NAME | DEVICEID",
                    "equipment_kind": {
                      "from": "CONTENT/HARDWARE/VMSYSTEM | CONTENT/BIOS/SMODEL | CONTENT/HARDWARE/CHASSIS_TYPE | CONTENT/BIOS/TYPE",
                      "map": "chassis"
                    },
                    "vendor": {"from": "CONTENT/BIOS/SMANUFACTURER | CONTENT/BIOS/MMANUFACTURER", "map": "vendors"},
                    "model": "CONTENT/BIOS/SMODEL | CONTENT/BIOS/MMODEL",
                    "serial": "CONTENT/BIOS/SSN",
                    "uuid": "CONTENT/HARDWARE/UUID",
                    "asset_tag": "CONTENT/BIOS/ASSETTAG | CONTENT/ACCOUNTINFO[KEYNAME='TAG']/KEYVALUE",
                    "host": "CONTENT/HARDWARE/NAME",
                    "address": "CONTENT/HARDWARE/IPADDR | CONTENT/NETWORKS[STATUS='Up']/IPADDRESS | CONTENT/NETWORKS/IPADDRESS",
                    "mac": "CONTENT/NETWORKS[STATUS='Up']/MACADDR | CONTENT/NETWORKS/MACADDR",
                    "platform": "CONTENT/OPERATINGSYSTEM/FULL_NAME | CONTENT/HARDWARE/OSNAME",
                    "memory": {"from": "CONTENT/HARDWARE/MEMORY", "unit": "MiB"},
                    "processors": "CONTENT/HARDWARE/PROCESSORN",
                    "location": "CONTENT/HARDWARE/LOCATION | CONTENT/ACCOUNTINFO[KEYNAME='LOCATION']/KEYVALUE",
                    "found_by": {"value": "glpi-computer"},
                    "note": "CONTENT/HARDWARE/DESCRIPTION"
                  },
                  "children": [
                    {
                      "path": "CONTENT/SOFTWARES",
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
                    }
                  ]
                }
              ]
            }
            """#
        ),
        (
            "glpi-network",
            #"""
            {
              "id": "glpi-network",
              "version": 1,
              "title": {"ja": "GLPI / FusionInventory のネットワーク機器調査", "en": "Network discovery and SNMP inventory of GLPI or FusionInventory"},
              "detect": {
                "root": ["REQUEST", "SNMPDISCOVERY", "SNMPQUERY"],
                "has": ["CONTENT/DEVICE", "DEVICE"]
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
                  "path": "/REQUEST/CONTENT/DEVICE | /SNMPDISCOVERY/DEVICE | /SNMPQUERY/CONTENT/DEVICE | /SNMPQUERY/DEVICE",
                  "kind": "equipment",
                  "key": ["INFO/SERIAL | SERIAL", "INFO/MAC | MAC", "INFO/IPS/IP | INFO/IP | IP", "INFO/NAME | SNMPHOSTNAME | DNSHOSTNAME"],
                  "match": ["serial", "mac", "address"],
                  "repeats": "first",
                  "fields": {
                    "name": "INFO/NAME | SNMPHOSTNAME | DNSHOSTNAME | NETBIOSNAME | INFO/MODEL | IP | INFO/IPS/IP | MAC | INFO/MAC | SERIAL | INFO/SERIAL",
                    "equipment_kind": {"from": "INFO/TYPE | TYPE", "map": "type"},
                    "vendor": {"from": "INFO/MANUFACTURER | MANUFACTURER", "map": "vendors"},
                    "model": "INFO/MODEL | MODEL | MODELSNMP",
                    "serial": "INFO/SERIAL | SERIAL",
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
        ),
        (
            "archimate",
            #"""
            {
              "id": "archimate",
              "version": 1,
              "title": {"ja": "ArchiMate モデル交換形式 2.1・3.x", "en": "ArchiMate Model Exchange 2.1 and 3.x"},
              "detect": {"root": "model", "namespace": "http://www.opengroup.org/xsd/archimate*"},
              "namespaces": {"xsi": "http://www.w3.org/2001/XMLSchema-instance"},
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
                    "name": "name | label | @identifier",
                    "summary": "documentation"
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
                    "name": "name | label | @identifier",
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
                    "name": "name | label | @identifier",
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
                    "name": "name | label",
                    "found_by": {"value": "archimate"}
                  }
                }
              ]
            }
            """#
        ),
        (
            "cyclonedx",
            #"""
            {
              "id": "cyclonedx",
              "version": 1,
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
                  "path": "/bom/metadata/component | /bom/components//component[@type!='device']",
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
                  "path": "/bom/components//component[@type='device']",
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
        ),
        (
            "spreadsheetml",
            #"""
            {
              "id": "spreadsheetml",
              "version": 1,
              "title": {"ja": "Excel 2003 XML スプレッドシート（SpreadsheetML）", "en": "Excel 2003 XML spreadsheet (SpreadsheetML)"},
              "detect": {"root": "Workbook", "namespace": "urn:schemas-microsoft-com:office:spreadsheet"},
              "spreadsheet": true
            }
            """#
        ),
        (
            "denshi-nohin",
            #"""
            {
              "id": "denshi-nohin",
              "version": 1,
              "title": {"ja": "電子納品の業務・工事管理ファイル（INDEX_D.XML、INDEX_C.XML）", "en": "Management files of electronic delivery (INDEX_D.XML, INDEX_C.XML)"},
              "detect": {"root": ["gyomudata", "constdata"]},
              "records": [
                {
                  "path": "/gyomudata",
                  "kind": "commission",
                  "key": [
                    "//TECRIS登録番号 | //テクリス登録番号 | //業務実績システム登録番号", "//業務番号", "//設計書コード",
                    ["//業務名称", "//履行期間-着手"], "//業務名称"
                  ],
                  "match": ["name"],
                  "fields": {
                    "name": "//業務名称",
                    "year": "//発注年度",
                    "orderer": "//発注者機関事務所名 | //発注者名 | //発注者-大分類",
                    "contractor": "//受注者名",
                    "contractor_code": "//受注者コード",
                    "starts": "//履行期間-着手 | //履行期間着手",
                    "ends": "//履行期間-完了 | //履行期間完了",
                    "place": "//業務箇所 | //住所",
                    "summary": "//業務概要 | //主な業務の内容",
                    "found_by": {"value": "denshi-nohin"}
                  }
                },
                {
                  "path": "/constdata",
                  "kind": "commission",
                  "key": [
                    "//CORINS登録番号 | //コリンズ登録番号 | //工事実績システム登録番号", "//工事番号", "//設計書コード",
                    ["//工事名称", "//工期開始日"], "//工事名称"
                  ],
                  "match": ["name"],
                  "fields": {
                    "name": "//工事名称",
                    "year": "//発注年度",
                    "orderer": "//発注者機関事務所名 | //発注者名 | //発注者-小分類 | //発注者-中分類 | //発注者-大分類",
                    "contractor": "//受注者名",
                    "contractor_code": "//受注者コード",
                    "starts": "//工期開始日 | //履行期間-着手",
                    "ends": "//工期終了日 | //履行期間-完了",
                    "place": "//住所",
                    "summary": "//工事内容",
                    "found_by": {"value": "denshi-nohin"}
                  }
                }
              ]
            }
            """#
        ),
        (
            "mspdi",
            #"""
            {
              "id": "mspdi",
              "version": 2,
              "title": {"ja": "Microsoft Project の XML（MSPDI）", "en": "Microsoft Project XML (MSPDI)"},
              "detect": {"root": "Project", "namespace": "http://schemas.microsoft.com/project*"},
              "records": [
                {
                  "path": "/Project/Tasks/Task[Name]",
                  "kind": "project_task",
                  "key": [["/Project/Name", "UID"], ["/Project/Title", "UID"], ["/Project/GUID", "UID"], "UID"],
                  "fields": {
                    "name": "Name",
                    "project": "/Project/Title | /Project/Name",
                    "outline": "OutlineNumber | WBS",
                    "starts": {"from": "Start", "format": "date"},
                    "ends": {"from": "Finish", "format": "date"},
                    "hours": {"from": "Duration", "format": "hours"},
                    "milestone": "Milestone",
                    "percent_done": "PercentComplete",
                    "cost": {"from": "Cost", "format": "hundredths"},
                    "predecessors": {"from": "PredecessorLink/PredecessorUID", "many": "join", "beside": true},
                    "found_by": {"value": "mspdi"},
                    "note": "Notes"
                  }
                }
              ]
            }
            """#
        ),
        (
            "lshw",
            #"""
            {
              "id": "lshw",
              "version": 1,
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
                    "model": "product",
                    "serial": "serial",
                    "uuid": "configuration/setting[@id='uuid']/@value",
                    "host": "@id",
                    "address": "//node[@class='network']/configuration/setting[@id='ip']/@value",
                    "mac": "//node[@class='network']/serial",
                    "memory": {"from": "//node[@id='memory']/size", "unit": "bytes", "unitFrom": "//node[@id='memory']/size/@units"},
                    "found_by": {"value": "lshw"},
                    "note": "description"
                  },
                  "children": [
                    {
                      "path": "node/node[@id='firmware']",
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
        ),
        (
            "nmap",
            #"""
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
        ),
        (
            "libvirt",
            #"""
            {
              "id": "libvirt",
              "version": 1,
              "title": {"ja": "libvirt の仮想サーバー定義", "en": "Virtual machines of libvirt"},
              "detect": {
                "root": ["domain", "domains", "domstatus", "domainsnapshot", "capabilities"],
                "has": ["name", "uuid", "devices", "domain/name", "domain/uuid", "host/uuid", "host/cpu"]
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
                    "serial": "sysinfo/system/entry[@name='serial']",
                    "asset_tag": "sysinfo/chassis/entry[@name='asset']",
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
        ),
        (
            "swid",
            #"""
            {
              "id": "swid",
              "version": 1,
              "title": {"ja": "SWID タグ（ISO/IEC 19770-2）", "en": "SWID tags (ISO/IEC 19770-2)"},
              "detect": {
                "namespace": ["http://standards.iso.org/iso/19770/-2/*"],
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
                    "vendor": "Entity[@role='softwareCreator']/@name | Entity[@role='softwareCreator tagCreator']/@name | Entity[@role='tagCreator softwareCreator']/@name | Entity[@role='softwareCreator tagCreator licensor']/@name | Entity/@name",
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
        ),
        (
            "plain-assets",
            #"""
            {
              "id": "plain-assets",
              "version": 1,
              "title": {"ja": "決まった形式のない機器一覧（資産・機器・サーバーの要素）", "en": "Lists of equipment without a schema (assets, devices, servers)"},
              "detect": {
                "root": ["inventory", "assets", "assetlist", "asset_list", "devices", "machines", "servers", "equipments", "資産台帳", "資産一覧", "機器台帳", "機器一覧", "サーバ一覧", "サーバー一覧"],
                "namespace": "",
                "without": ["@version", "organization", "section", "system", "vendor"]
              },
              "maps": {
                "kind": {
                  "~仮想": "virtual", "~virtual": "virtual", "~vm": "virtual", "~サーバ": "server", "~server": "server", "~ストレージ": "storage",
                  "~storage": "storage", "~nas": "storage", "~スイッチ": "network", "~ルータ": "network", "~ネットワーク": "network", "~switch": "network",
                  "~router": "network", "~network": "network", "~firewall": "network", "~ファイアウォール": "network", "~パソコン": "client",
                  "~pc": "client", "~端末": "client", "~client": "client", "~ノート": "client", "~プリンタ": "printer", "~printer": "printer",
                  "~複合機": "printer", "~ups": "power", "~電源": "power", "*": "other"
                }
              },
              "records": [
                {
                  "path": ["/*/asset", "/*/device", "/*/machine", "/*/server", "/*/equipment", "/*/資産", "/*/機器", "/*/サーバ", "/*/サーバー"],
                  "kind": "equipment",
                  "key": [
                    "@id | id | @管理番号 | 管理番号 | 資産番号 | @資産番号 | 機器番号 | @機器番号 | asset_tag | @asset_tag", "serial | @serial | 製造番号 | シリアル番号",
                    "uuid | @uuid", "hostname | host | ホスト名", "name | @name | 名称 | 機器名"
                  ],
                  "match": ["serial", "host"],
                  "fields": {
                    "name": "name | @name | 名称 | 機器名 | 機器名称 | hostname | ホスト名 | @id | id | 管理番号",
                    "equipment_kind": {"from": "@type | type | kind | category | 種別 | 機器種別 | 区分", "map": "kind"},
                    "vendor": {"from": "vendor | manufacturer | maker | メーカー | メーカ | 製造者 | 製造元", "map": "vendors"},
                    "model": "model | product | 型番 | 型式 | 機種 | 機種名",
                    "serial": "serial | serial_number | @serial | 製造番号 | シリアル番号",
                    "uuid": "uuid | @uuid",
                    "asset_tag": "asset_tag | 資産番号 | @資産番号 | 管理番号",
                    "host": "hostname | host | ホスト名",
                    "address": "ip | ip_address | ipaddress | address | IPアドレス",
                    "mac": "mac | mac_address | MACアドレス",
                    "platform": "os | operating_system | OS | 基本ソフト",
                    "location": "location | place | site | 設置場所 | 設置箇所 | 場所",
                    "acquired": "acquired | purchased | purchase_date | 取得日 | 購入日 | 導入日 | 取得年月日",
                    "support_ends": "support_end | support_ends | end_of_support | eol | サポート終了日 | サポート期限 | 保守期限",
                    "contract_ends": "contract_end | contract_ends | lease_end | 契約終了日 | リース満了日 | リース終了日",
                    "cost": "cost | price | 取得価格 | 取得価額 | 取得額 | 金額 | 価格",
                    "found_by": {"value": "plain-assets"},
                    "note": "note | memo | remarks | 備考"
                  }
                }
              ]
            }
            """#
        ),
    ]
}
