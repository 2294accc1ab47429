// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let plainAssets = #"""
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
}
