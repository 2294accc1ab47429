// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let denshiNohinFiles = #"""
        {
          "id": "denshi-nohin-files",
          "version": 1,
          "title": {"ja": "電子納品の成果品管理ファイル（MEET、PLAN、PHOTO、REPORT、DRAWING など）", "en": "Lists of documents of electronic delivery (MEET, PLAN, PHOTO, REPORT, DRAWING …)"},
          "detect": {
            "root": "*",
            "has": [
              "打合せ簿情報", "施工計画書情報", "写真情報", "報告書ファイル情報", "図面情報", "台帳情報",
              "サブフォルダ情報/台帳情報", "サブフォルダ情報/その他資料情報", "その他資料情報", "測量情報", "測量成果情報"
            ]
          },
          "folders": [
            "BORING", "DRAWING", "DRAWINGF", "DRAWINGS", "MEET", "OTHRS", "PHOTO", "PLAN", "REGISTER", "REPORT", "SPEC",
            "SURVEY", "CHIKEI", "KASEN", "KITEN", "OTHERSOYO", "ROSEN", "SUIJUN", "YOUCHI"
          ],
          "records": [
            {
              "path": "//打合せ簿情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=MEET", "シリアル番号 | //打合せ簿オリジナルファイル名"],
                ["=MEET", "打合せ簿名称", "発行日付 | 作成年月日", "シリアル番号 | //打合せ簿オリジナルファイル名"],
                ["%folder", "=MEET", "打合せ簿名称", "発行日付 | 作成年月日"], ["=MEET", "打合せ簿名称", "発行日付 | 作成年月日"],
                ["=MEET", "打合せ簿名称"]
              ],
              "fields": {
                "name": "打合せ簿名称 | 打合せ簿副題 | //打合せ簿オリジナルファイル日本語名 | //打合せ簿オリジナルファイル名",
                "deliverable_kind": {"value": "meeting"},
                "number": "シリアル番号",
                "category": "打合せ簿種類 | 管理区分",
                "made": "発行日付 | 発行年月日 | 作成年月日",
                "author": "作成者 | 発行者 | 提出者",
                "originals": {"from": "//打合せ簿オリジナルファイル名", "many": "join", "separator": "、"},
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": "受注者説明文 | 請負者説明文 | 発注者説明文"
              }
            },
            {
              "path": "//施工計画書情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=PLAN", "シリアル番号 | //施工計画書オリジナルファイル名"],
                ["=PLAN", "施工計画書名称", "作成年月日", "シリアル番号 | //施工計画書オリジナルファイル名"],
                ["%folder", "=PLAN", "施工計画書名称"], ["=PLAN", "施工計画書名称"]
              ],
              "fields": {
                "name": "施工計画書名称 | 施工計画書副題 | //施工計画書オリジナルファイル日本語名 | //施工計画書オリジナルファイル名",
                "deliverable_kind": {"value": "plan"},
                "number": "シリアル番号",
                "category": "施工計画書種類 | 種別",
                "made": "作成年月日 | 発行日付",
                "author": "作成者",
                "originals": {"from": "//施工計画書オリジナルファイル名", "many": "join", "separator": "、"},
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": "受注者説明文 | 請負者説明文"
              }
            },
            {
              "path": "//写真情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=PHOTO", "//写真ファイル名 | //シリアル番号"],
                ["=PHOTO", "//写真タイトル", "//撮影年月日", "//写真ファイル名 | //シリアル番号"],
                ["=PHOTO", "//写真ファイル名 | //シリアル番号"]
              ],
              "fields": {
                "name": "//写真タイトル | //写真ファイル日本語名 | //写真ファイル名",
                "deliverable_kind": {"value": "photo"},
                "number": "//シリアル番号",
                "category": "//写真区分 | //写真-大分類",
                "made": "//撮影年月日",
                "place": "//撮影箇所",
                "file": "//写真ファイル名",
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": "受注者説明文 | 請負者説明文"
              }
            },
            {
              "path": "//報告書ファイル情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=REPORT", "報告書ファイル名"], ["=REPORT", "報告書名", "報告書副題", "報告書ファイル名"],
                ["=REPORT", "報告書名", "報告書ファイル名"], ["=REPORT", "報告書ファイル名"]
              ],
              "fields": {
                "name": "報告書名 | 報告書ファイル日本語名 | 報告書ファイル名",
                "deliverable_kind": {"value": "report"},
                "category": "設計項目 | 成果品項目",
                "file": "報告書ファイル名",
                "originals": {"from": "//報告書オリジナルファイル名", "many": "join", "separator": "、"},
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": "報告書副題"
              }
            },
            {
              "path": "//図面情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=DRAWING", "図面ファイル名"], ["=DRAWING", "図面名", "図面番号", "図面ファイル名"],
                ["=DRAWING", "図面ファイル名"], ["=DRAWING", "図面名", "図面番号"]
              ],
              "fields": {
                "name": "図面名 | 図面ファイル名",
                "deliverable_kind": {"value": "drawing"},
                "number": "図面番号",
                "category": "図面種類 | 対象工種",
                "made": "作成年月日",
                "author": "作成者名",
                "file": "図面ファイル名",
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": {"from": "縮尺", "prefix": "縮尺 "}
              }
            },
            {
              "path": "//台帳情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=REGISTER", "//台帳オリジナルファイル名 | //オリジナルファイル名"],
                ["%folder", "=REGISTER", "シリアル番号"],
                ["=REGISTER", "台帳名 | 資料名", "//台帳オリジナルファイル名 | //オリジナルファイル名 | シリアル番号"],
                ["=REGISTER", "台帳名 | 資料名"]
              ],
              "fields": {
                "name": "台帳名 | 台帳名称 | 資料名 | //台帳オリジナルファイル日本語名",
                "deliverable_kind": {"value": "register"},
                "number": "シリアル番号",
                "made": "作成年月日",
                "originals": {"from": "//台帳オリジナルファイル名 | //オリジナルファイル名", "many": "join", "separator": "、"},
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": "副題 | 受注者説明文"
              }
            },
            {
              "path": "//その他資料情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=OTHRS", "/*/サブフォルダ情報/その他サブフォルダ名", "//オリジナルファイル名"],
                ["%folder", "=OTHRS", "//オリジナルファイル名"], ["=OTHRS", "資料名 | その他資料名", "//オリジナルファイル名"],
                ["=OTHRS", "資料名 | その他資料名"]
              ],
              "fields": {
                "name": "資料名 | その他資料名 | //オリジナルファイル日本語名 | //オリジナルファイル名",
                "deliverable_kind": {"value": "other"},
                "number": "シリアル番号",
                "category": "/*/サブフォルダ情報/その他サブフォルダ日本語名",
                "made": "作成年月日",
                "originals": {"from": "//オリジナルファイル名", "many": "join", "separator": "、"},
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"},
                "note": "副題 | 受注者説明文"
              }
            },
            {
              "path": "//測量情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=SURVEY", "測量記録フォルダパス名 | 測量成果フォルダパス名"],
                ["=SURVEY", "測量区分", "測量細区分"], ["=SURVEY", "測量区分"]
              ],
              "fields": {
                "name": "測量細区分 | 測量区分",
                "deliverable_kind": {"value": "survey"},
                "category": "測量区分",
                "file": "測量成果フォルダパス名 | 測量記録フォルダパス名",
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"}
              }
            },
            {
              "path": "//測量成果情報",
              "kind": "deliverable",
              "key": [
                ["%folder", "=SURVEY", "測量成果区分フォルダ名", "測量細区分フォルダ名", "測量成果名称"],
                ["%folder", "=SURVEY", "測量成果区分フォルダ名", "測量成果名称"],
                ["=SURVEY", "測量成果区分フォルダ名", "測量成果名称"], ["=SURVEY", "測量成果名称"]
              ],
              "fields": {
                "name": "測量成果名称",
                "deliverable_kind": {"value": "survey"},
                "category": "測量成果区分フォルダ名",
                "file": {"from": "//測量成果ファイル名", "many": "join", "separator": "、"},
                "delivery": {"value": "%folder"},
                "found_by": {"value": "denshi-nohin"}
              }
            }
          ]
        }
        """#
}
