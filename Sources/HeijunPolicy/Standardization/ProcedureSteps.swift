import HeijunModel

extension ProcedureStep {
    /// The 40 steps, in the ministry's order.
    ///
    /// Names word for word, blanks included, from the sheet 「業務別ステップ別進捗一覧」 in 総務省「標準化・共通化に係る
    /// 手順書の各ステップの進捗状況」(2026年1月). Phases and the names of the 18 work items were inferred from the names.
    public static let all: [ProcedureStep] = [
        .init(
            1, item: 1, "推進体制の立上げ", .planning,
            "①-1 推進体制案の作成"),
        .init(
            2, item: 1, "推進体制の立上げ", .planning,
            "①-2 関連部局との調整・担当者名簿の作成"),
        .init(
            3, item: 1, "推進体制の立上げ", .planning,
            "①-3 首長等への報告"),
        .init(
            4, item: 2, "現行システムの概要調査", .planning,
            "②-1 現行システム環境の基礎調査（基礎情報・契約範囲等に係る調査）"),
        .init(
            5, item: 2, "現行システムの概要調査", .planning,
            "②-2 連携一覧の調査・作成"),
        .init(
            6, item: 2, "現行システムの概要調査", .planning,
            "②-3 移行に係る現行システムベンダとの打合せ・役割の 認識合わせ"),
        .init(
            7, item: 2, "現行システムの概要調査", .planning,
            "②-4 概要調査結果の取りまとめ"),
        .init(
            8, item: 3, "標準仕様との比較分析", .planning,
            "③-1 標準化対象範囲の確認（標準仕様書と現行システムとを比較し調達範囲・単位の差異を洗い出し）"),
        .init(
            9, item: 3, "標準仕様との比較分析", .planning,
            "③-2 Fit&Gap分析による課題（運用見直しが必要な業務等） の洗い出し"),
        .init(
            10, item: 4, "移行計画作成", .planning,
            "④-1 移行方針や調達範囲・単位の検討 （周辺機器・外部委託含む）"),
        .init(
            11, item: 4, "移行計画作成", .planning,
            "④-2 調達方式（指名型/公募型プロポーザル方式 or 総合評価 落札方式 or 最低価格落札方式等）の検討"),
        .init(
            12, item: 4, "移行計画作成", .planning,
            "④-3 調達スケジュールの検討 （RFI、RFP、予算計上、移行時期等）"),
        .init(
            13, item: 4, "移行計画作成", .planning,
            "④-4 移行にあたっての課題と対策の整理"),
        .init(
            14, item: 5, "RFI資料の作成", .selection,
            "⑤-1 RFI資料の作成"),
        .init(
            15, item: 5, "RFI資料の作成", .selection,
            "⑤-2 標準仕様書のうち「実装してもしなくても良い機能」 に関する方針（求める機能の整理、優先順位付け）の決定"),
        .init(
            16, item: 5, "RFI資料の作成", .selection,
            "⑤-3 標準準拠システム以外の情報システムに関するRFI資料の作成"),
        .init(
            17, item: 6, "RFIの実施", .selection,
            "⑥-1 RFI資料に関するベンダからの質問への回答"),
        .init(
            18, item: 6, "RFIの実施", .selection,
            "⑥-2 ベンダからのRFI回答受領"),
        .init(
            19, item: 7, "RFI結果分析・移行計画の詳細化", .selection,
            "⑦-1 RFI結果の分析"),
        .init(
            20, item: 7, "RFI結果分析・移行計画の詳細化", .selection,
            "⑦-2 移行計画の詳細化・変更"),
        .init(
            21, item: 8, "予算要求", .selection,
            "⑧-1 予算根拠資料の作成"),
        .init(
            22, item: 8, "予算要求", .selection,
            "⑧-2 予算要求・財政部局等との調整"),
        .init(
            23, item: 9, "RFP", .selection,
            "⑨-1 RFP資料の作成"),
        .init(
            24, item: 9, "RFP", .selection,
            "⑨-2 RFP資料に関するベンダからの質問への回答"),
        .init(
            25, item: 9, "RFP", .selection,
            "⑨-3 ベンダからのRFP回答受領"),
        .init(
            26, item: 10, "ベンダ選定・決定", .selection,
            "⑩-1 ベンダ評価の実施"),
        .init(
            27, item: 10, "ベンダ選定・決定", .selection,
            "⑩-2 ベンダの選定・決定"),
        .init(
            28, item: 11, "契約・詳細スケジュール確定", .migration,
            "⑪-1 ベンダとの契約協議の実施"),
        .init(
            29, item: 11, "契約・詳細スケジュール確定", .migration,
            "⑪-2 システム移行に係る詳細スケジュールの確定"),
        .init(
            30, item: 12, "特定個人情報保護評価(PIA)", .migration,
            "⑫-1 特定個人情報保護評価（PIA）の実施"),
        .init(
            31, item: 13, "システム移行時の設定", .migration,
            "⑬-1 システム移行時の設定（標準準拠システムの運用方法の検討・確定、システムの機能確認等）"),
        .init(
            32, item: 14, "データ移行", .migration,
            "⑭-1 データクレンジングや文字の同定基準に関するベンダとの調整"),
        .init(
            33, item: 14, "データ移行", .migration,
            "⑭-2 データクレンジングの実施"),
        .init(
            34, item: 14, "データ移行", .migration,
            "⑭-3 最終データ移行の実施・結果確認"),
        .init(
            35, item: 15, "テスト・研修", .migration,
            "⑮-1 テストの実施"),
        .init(
            36, item: 15, "テスト・研修", .migration,
            "⑮-2 研修の実施"),
        .init(
            37, item: 16, "次期システムに合わせた環境構築", .migration,
            "⑯-1 既存環境の設定変更に向けた調整（必要機器の調達等）"),
        .init(
            38, item: 16, "次期システムに合わせた環境構築", .migration,
            "⑯-2 既存環境の設定変更（標準準拠システムと庁内ネットワーク接続の設計、構築等）"),
        .init(
            39, item: 17, "条例・規則等改正", .migration,
            "⑰-1 条例・規則の改正"),
        .init(
            40, item: 18, "運用開始", .migration,
            "⑱-1 運用開始ステータス"),
    ]
}
