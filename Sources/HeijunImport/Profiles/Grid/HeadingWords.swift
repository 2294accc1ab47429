/// Other words for the fields of a kind, in common use in the lists that offices and vendors keep; without blanks,
/// hyphens, dots and underlines.
enum HeadingWords {
    /// Words by kind and field.
    static let all: [String: [String: [String]]] = [
        "equipment": equipment, "system": system, "software": software, "vendor": vendor,
        "commission": commission, "project_task": task,
    ]

    /// Headings of columns that only count the rows: what stands there names no record for long.
    static let counters = ["no", "№", "項番", "項", "連番", "番号", "通番", "通し番号", "行番号", "#", "順", "seq", "rowno"]

    private static let equipment: [String: [String]] = [
        "id": [
            "管理番号", "管理no", "管理コード", "資産管理番号", "機器番号", "機器コード", "機器no", "備品番号", "整理番号", "物品番号",
            "機器管理番号", "サーバid", "assetno", "assetnumber", "assetid", "deviceid", "machineid",
            "equipmentid",
            "equipmentno", "itemno", "itemid", "managementno", "managementnumber", "manageno", "controlno",
            "kikino", "kikiid", "sisanno", "shisanno", "kanrino",
        ],
        "name": [
            "機器名称", "名称", "品名", "品名規格", "装置名", "装置名称", "設備名", "設備名称", "サーバ名", "サーバー名", "サーバ名称",
            "サーバー名称", "資産名", "資産名称", "物品名", "備品名", "件名", "devicename", "machinename", "assetname",
            "equipmentname", "servername", "displayname", "itemname", "kikiname", "kikimei", "label", "title",
        ],
        "vendor": [
            "メーカー", "メーカ", "メーカー名", "メーカ名", "製造元", "製造会社", "製造メーカー", "製造メーカ", "製造業者",
            "manufacturer",
            "makername", "vendor", "vendorname", "mfr", "brand", "makermei",
        ],
        "model": [
            "型式", "型名", "機種", "機種名", "機種型番", "機種型式", "製品名", "製品型番", "品番", "モデル", "モデル名", "規格", "modelname",
            "modelno", "modelnumber", "product", "productname", "partnumber",
        ],
        "serial": [
            "シリアル番号", "シリアルno", "シリアル", "シリアルナンバー", "製造no", "製番", "機番", "設備製造番号", "s/n", "sn", "serial",
            "serialno", "serialnum", "serialnumber",
        ],
        "asset_tag": ["資産コード", "資産", "固定資産番号", "備品シール番号", "assettag", "tag", "barcode"],
        "host": [
            "hostname", "ホスト", "コンピュータ名", "コンピューター名", "端末名", "ノード名", "computername", "nodename", "fqdn",
            "dnsname",
        ],
        "address": ["ip", "ipaddr", "ipv4", "ipv4address", "ipv4アドレス"],
        "mac": ["macaddr", "物理アドレス"],
        "platform": ["os", "os名", "os種別", "搭載os", "オペレーティングシステム", "osname", "operatingsystem"],
        "memory": ["メモリ", "メモリー", "メモリ容量", "メモリ量", "主記憶", "主記憶容量", "ram", "memorysize"],
        "processors": ["cpu数", "プロセッサ数", "cpu個数"],
        "location": [
            "設置場所", "設置箇所", "設置先", "設置庁舎", "設置室", "設置階", "設置拠点", "場所", "保管場所", "使用場所", "配置場所",
            "location", "place", "installplace", "installlocation", "settibasyo", "setchibasho", "room",
            "site",
        ],
        "acquired": [
            "導入日", "導入年月日", "購入日", "購入年月日", "取得年月日", "設置日", "設置年月日", "納入日", "納入年月日", "納品日", "調達日",
            "使用開始日", "賃貸借開始日", "リース開始日", "installdate", "installed", "purchasedate", "purchased",
            "acquisitiondate", "deliverydate",
        ],
        "support_ends": [
            "保守期限", "保守終了日", "保守満了日", "保守期間", "保守期間終了", "保守契約終了日", "サポート期限", "サポート終了",
            "サポート期間", "保証期限", "保証終了日", "保証期間", "endofsupport", "eos", "eosl", "eol", "supportend",
            "supportenddate", "warrantyend", "warrantyenddate",
        ],
        "contract_ends": [
            "リース満了日", "リース終了日", "リース期限", "リース期間", "リース期間終了", "リース期間満了日", "リース満了", "賃貸借満了日",
            "賃貸借終了日", "賃貸借期間", "賃貸借期間終了", "賃貸借期間満了日", "賃貸借期間満了", "借入期間", "借入満了日", "契約満了日", "契約期間",
            "契約期間終了", "契約期間満了日", "契約終期", "再リース期限", "contractend", "contractenddate", "leaseend",
            "leaseenddate",
        ],
        "cost": [
            "取得価格", "取得価額", "取得金額", "購入金額", "購入価格", "購入価額", "導入費用", "導入価格", "金額", "価格", "price",
            "purchaseprice", "amount",
        ],
        "equipment_kind": [
            "種別", "種類", "区分", "機器区分", "機器分類", "分類", "type", "kind", "category", "devicetype", "class",
        ],
        "note": [
            "摘要", "特記事項", "その他", "コメント", "notes", "remarks", "remark", "comment", "comments", "memo",
            "description",
        ],
        "system": [
            "システムid", "システム名", "システム名称", "利用システム", "使用システム", "対象システム", "業務システム", "業務システム名", "関連システム",
        ],
    ]

    private static let system: [String: [String]] = [
        "id": ["管理番号", "システム番号", "システムコード", "システムno", "systemid", "systemcode", "systemno"],
        "name": [
            "システム名称", "名称", "業務システム名", "業務システム名称", "情報システム名", "情報システム名称", "systemname", "applicationname",
        ],
        "short_name": ["通称", "略名"],
        "summary": ["システム概要", "業務概要", "内容", "機能概要"],
        "business_section": [
            "所管課", "担当課", "主管課", "主管部署", "所管部署", "所管所属", "担当部署", "所属", "原課", "業務主管課", "利用課", "主管課名", "所管課名",
        ],
        "system_section": ["システム主管課", "システム担当課", "運用課", "運用担当課", "管理課"],
        "class": ["システム分類", "システム区分", "業務区分"],
        "tier": ["ネットワーク", "接続系", "ネットワーク区分", "接続系統", "利用系統", "ネットワーク系統"],
        "handles_my_number": [
            "個人番号利用事務", "マイナンバー利用", "マイナンバー", "特定個人情報", "個人番号", "個人番号の利用", "マイナンバー利用有無",
            "マイナンバー利用事務", "特定個人情報の有無",
        ],
        "handles_resident_data": ["住民情報", "個人情報", "個人情報の有無", "個人情報の取扱い", "個人情報有無"],
        "in_service": [
            "導入年度", "稼働開始年度", "運用開始年度", "稼動年度", "稼働開始", "運用開始", "現行稼働年度", "構築年度", "稼働開始年月", "稼働時期",
            "導入時期",
        ],
        "life_years": ["再構築周期", "更改周期", "更新周期"],
        "cycle_years": ["機器更新周期", "機器更改周期"],
        "renewal_year": [
            "更新年度", "次回更新年度", "次期更新年度", "機器更新年度", "機器更改年度", "次回機器更新年度", "更新予定年度", "更新時期", "更新予定",
        ],
        "rebuild_year": [
            "再構築年度", "更改年度", "次回更改年度", "次期更改年度", "更改予定年度", "更改時期", "更改予定", "次期構築年度", "再構築予定年度",
            "リプレース年度", "リプレイス年度", "リプレース予定年度", "次期システム稼働年度",
        ],
        "retires_after": ["廃止予定年度", "廃止年度", "利用終了年度"],
        "hosting": ["稼働環境", "設置形態", "運用形態", "提供形態", "導入形態", "利用形態", "ホスティング", "稼働基盤", "システム形態"],
        "form": ["開発区分", "構築形態", "パッケージ区分"],
        "room": ["設置室", "設置庁舎"],
        "vendor": [
            "ベンダー", "ベンダ", "ベンダー名", "ベンダ名", "委託先", "委託業者", "委託事業者", "構築業者", "構築事業者", "運用保守業者", "保守業者",
            "保守事業者", "開発業者", "開発事業者", "受託者", "受託事業者", "業者名", "契約業者", "契約相手方", "事業者名",
        ],
        "annual_run_cost": [
            "運用経費", "年間経費", "年間運用費", "運用保守費", "運用保守経費", "年間運用保守費", "保守費", "年間保守費", "ランニングコスト", "年間ランニングコスト",
            "経常経費", "年額", "運用費", "年間費用", "維持管理費",
        ],
        "build_cost": ["構築費", "構築費用", "開発費", "導入経費", "導入費", "導入費用", "イニシャルコスト", "初期費用", "初期経費"],
        "equipment_cost": ["機器費用", "機器購入費", "ハードウェア費", "機器導入費"],
        "migration_cost": ["移行費", "移行費用", "データ移行費用"],
        "effort": ["工数"],
        "specification": ["標準仕様書", "標準仕様書バージョン"],
        "account": ["会計区分", "会計名"],
        "note": ["摘要", "特記事項", "コメント", "remarks", "memo"],
    ]

    private static let software: [String: [String]] = [
        "id": ["ライセンス番号", "管理番号", "ソフトウェア番号"],
        "name": ["software", "ソフト名", "ソフトウェア", "ソフトウェア名称", "製品名", "製品名称", "softwarename", "productname"],
        "version": ["バージョン", "ver", "版数"],
        "vendor": ["メーカー", "メーカ", "メーカー名", "開発元", "発行元", "提供元", "publisher", "manufacturer"],
        "license": ["ライセンス", "ライセンス種別", "ライセンス形態", "licence"],
        "support_ends": ["サポート期限", "サポート終了", "保守期限", "endofsupport", "eol"],
        "equipment": ["インストール先", "導入先", "導入機器"],
        "system": ["システムid", "システム名", "利用システム", "使用システム", "対象システム"],
    ]

    private static let vendor: [String: [String]] = [
        "id": ["業者コード", "事業者コード", "法人番号", "業者番号"],
        "name": ["業者名", "事業者名称", "会社名", "商号又は名称", "商号または名称", "商号", "ベンダー名", "名称"],
    ]

    private static let commission: [String: [String]] = [
        "id": ["契約番号", "業務番号", "委託番号"],
        "name": ["契約名", "契約名称", "契約件名", "業務名称", "委託業務名", "委託業務名称", "業務件名", "委託名"],
        "contractor": ["契約相手方", "受託者", "委託先", "契約業者", "契約業者名", "契約先", "相手方", "業者名"],
        "starts": ["契約開始日", "契約日", "履行開始日", "委託開始日", "着手年月日"],
        "ends": ["契約終了日", "履行期限", "契約満了日", "委託終了日", "履行期間", "契約期間", "委託期間", "完了年月日"],
        "place": ["履行場所", "業務場所"],
        "summary": ["業務概要", "業務内容", "契約内容"],
        "system": ["システムid", "システム名", "対象システム"],
    ]

    private static let task: [String: [String]] = [
        "name": ["タスク名", "作業名", "作業項目", "作業内容", "工程"],
        "starts": ["開始", "開始予定日", "着手日"], "ends": ["終了", "終了予定日", "完了日", "完了予定日"],
        "percent_done": ["進捗率", "達成率", "完了率"], "predecessors": ["先行タスク", "先行作業"],
    ]
}
