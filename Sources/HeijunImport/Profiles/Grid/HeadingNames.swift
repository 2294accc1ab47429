import HeijunModel

/// What headings of tables, and elements of unknown files, call the ledger's fields.
enum HeadingNames {
    /// Other words for the fields of a kind, in common use; without blanks, hyphens and underlines.
    private static let others: [String: [String: [String]]] = [
        "equipment": [
            "id": [
                "管理番号", "管理no", "管理コード", "資産管理番号", "機器番号", "機器コード", "備品番号", "整理番号", "no", "assetno",
                "assetnumber", "assetid", "deviceid", "machineid", "equipmentid", "equipmentno", "itemno",
                "itemid",
                "managementno", "managementnumber", "controlno",
            ],
            "name": [
                "機器名称", "名称", "品名", "装置名", "設備名", "サーバ名", "サーバー名", "devicename", "machinename",
                "assetname", "equipmentname", "servername", "displayname", "itemname", "label", "title",
            ],
            "vendor": [
                "メーカー", "メーカ", "メーカー名", "メーカ名", "製造元", "製造メーカー", "製造会社", "manufacturer", "makername",
                "vendor", "vendorname", "mfr", "brand",
            ],
            "model": [
                "型式", "型名", "機種", "機種名", "製品名", "製品型番", "modelname", "modelno", "modelnumber", "product",
                "productname", "partnumber",
            ],
            "serial": [
                "シリアル番号", "シリアルno", "シリアル", "製造no", "製番", "s/n", "sn", "serial", "serialno", "serialnum",
            ],
            "asset_tag": ["assettag", "tag", "barcode"],
            "host": [
                "hostname", "ホスト", "コンピュータ名", "コンピューター名", "computername", "nodename", "fqdn", "dnsname",
            ],
            "address": ["ip", "ipaddr", "ipv4", "ipv4address"],
            "mac": ["macaddr"],
            "platform": ["os", "os名", "搭載os", "osname", "operatingsystem"],
            "location": [
                "設置場所", "設置箇所", "設置先", "設置庁舎", "設置室", "場所", "location", "place", "installplace",
                "installlocation", "room", "site",
            ],
            "acquired": [
                "導入日", "導入年月日", "購入日", "購入年月日", "取得年月日", "設置日", "納入日", "installdate", "installed",
                "purchasedate", "purchased", "acquisitiondate", "deliverydate",
            ],
            "support_ends": [
                "保守期限", "保守終了日", "保守満了日", "サポート期限", "サポート終了", "保証期限", "endofsupport", "eos", "eosl",
                "eol", "supportend", "supportenddate", "warrantyend", "warrantyenddate",
            ],
            "contract_ends": [
                "リース満了日", "リース終了日", "リース期限", "契約満了日", "contractend", "contractenddate", "leaseend",
                "leaseenddate",
            ],
            "cost": [
                "取得価格", "取得価額", "取得金額", "購入金額", "購入価格", "金額", "価格", "price", "purchaseprice", "amount",
            ],
            "equipment_kind": ["種別", "区分", "機器区分", "分類", "type", "kind", "category", "devicetype", "class"],
            "note": ["摘要", "notes", "remarks", "remark", "comment", "comments", "memo", "description"],
            "system": ["システムid"],
        ],
        "system": [
            "id": ["no", "管理番号", "システム番号", "システムコード", "systemid", "systemcode", "systemno"],
            "name": ["システム名称", "名称", "業務システム名", "systemname", "applicationname"],
            "business_section": ["所管課", "担当課"],
            "annual_run_cost": ["運用経費", "年間経費"],
            "renewal_year": ["更新年度"], "rebuild_year": ["再構築年度"], "note": ["摘要", "remarks", "memo"],
        ],
        "software": [
            "name": ["ソフト名", "製品名", "softwarename", "productname"], "version": ["バージョン", "ver"],
            "vendor": ["メーカー", "publisher", "manufacturer"], "license": ["ライセンス", "licence"],
            "support_ends": ["サポート期限", "endofsupport", "eol"],
        ],
    ]

    /// A heading as it is compared: without its unit in brackets, the mark of a required field, breaks, blanks, hyphens
    /// and underlines; width and case do not matter.
    static func form(_ heading: String) -> String {
        matchForm(plain(heading)).filter { !" -_".contains($0) }
    }

    /// A heading without its unit in brackets, the mark of a required field and line breaks.
    private static func plain(_ heading: String) -> String {
        let text = heading.filter { !$0.isNewline && $0 != "※" && $0 != "*" }
        guard let bracket = text.firstIndex(where: { "（([".contains($0) }), bracket != text.startIndex else {
            return text
        }
        return String(text[..<bracket])
    }

    /// Fields by every name that a heading may have, in the form of `form(_:)`.
    static func fields(of kind: RecordKind) -> [String: Int] {
        var fields: [String: Int] = [:]
        for (key, names) in others[kind.name] ?? [:] {
            for name in names { fields[form(name)] = kind.position[key] }
        }
        for (position, info) in kind.fields.enumerated() {
            for name in [info.title.en, info.title.ja, info.key] { fields[form(name)] = position }
        }
        return fields
    }

    /// The kinds that a sheet may hold: the one that it is named after, else those that vendors hand over.
    static func kinds(ofSheet name: String) -> [RecordKind] {
        let form = matchForm(name)
        let named = RecordKind.all.filter {
            [$0.name, $0.title.ja, $0.title.en].map(matchForm).contains(form)
        }
        return named.isEmpty
            ? [Equipment.kind, ITSystem.kind, Software.kind, Vendor.kind, Commission.kind, ProjectTask.kind]
            : named
    }
}
