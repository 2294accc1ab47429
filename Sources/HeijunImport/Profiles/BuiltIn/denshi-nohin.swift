// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let denshiNohin = #"""
        {
          "id": "denshi-nohin",
          "version": 2,
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
                "contractor": "//受注者名 | //請負者名 | //請負業者名",
                "contractor_code": "//受注者コード | //請負者コード | //請負業者コード",
                "starts": "//履行期間-着手 | //履行期間着手",
                "ends": "//履行期間-完了 | //履行期間完了",
                "place": "//業務箇所 | //住所",
                "summary": "//業務概要 | //主な業務の内容",
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"}
              }
            },
            {
              "path": "/constdata",
              "kind": "commission",
              "key": [
                "//CORINS登録番号 | //コリンズ登録番号 | //工事実績システム登録番号", "//工事番号", "//設計書コード",
                ["//工事名称 | //工事件名", "//工期開始日"], "//工事名称 | //工事件名"
              ],
              "match": ["name"],
              "fields": {
                "name": "//工事名称 | //工事件名",
                "year": "//発注年度",
                "orderer": "//発注者機関事務所名 | //発注者名 | //発注者-小分類 | //発注者-中分類 | //発注者-大分類",
                "contractor": "//受注者名 | //請負者名 | //請負業者名",
                "contractor_code": "//受注者コード | //請負者コード | //請負業者コード",
                "starts": "//工期開始日 | //履行期間-着手",
                "ends": "//工期終了日 | //履行期間-完了",
                "place": "//住所",
                "summary": "//工事内容 | //工種-工法型式 | //工種-工法形式",
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"}
              }
            }
          ]
        }
        """#
}
