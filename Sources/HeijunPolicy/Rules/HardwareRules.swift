import HeijunModel

extension Rule {
    /// Consolidating servers and leaving the mainframe.
    static let hardware: [Rule] = [
        Rule(
            "H01", .hardware, .must, line: "1164–1165",
            ja: "大規模システムは仮想化でサーバを統合する",
            en: "Large systems: consolidate the servers inside the system by virtualization.",
            quote: "大規模システムでは、仮想化技術を活用してシステム内のサーバを統合する",
            manual: .noField),
        Rule(
            "H02", .hardware, .must, line: "1190–1192",
            ja: "小規模システムは更新時に共通システム基盤へ統合する",
            en:
                "Small systems managed by each section: on equipment renewal, integrate into the common platform (virtual servers).",
            quote: "部門ごとに管理している小規模システムは、機器更新等の際に、庁内共通システム基盤(情報管理部内の仮想サーバ)に統合し",
            remedy: Words(
                ja: "選択可能な稼働形態に共通基盤を加えるか、使えない理由を記入してください。",
                en: "Allow the common platform as its hosting, or enter why it cannot be used."),
            check: .eachSystem { system, context in
                guard system.isSmallOnOwnServers, !system.isLeaving, system.exceptionReason == nil,
                    system.nextChange(from: context.year) != nil, !system.mayLeaveItsRoom
                else { return nil }
                return Breach(
                    system, "allowed_hostings", system.allowedHostings.map(\.rawValue).joined(separator: " "),
                    severity: .warning,
                    ja: "更新を控えた小規模システムですが、共通基盤への統合が選択肢にありません。",
                    en: "it is small and due for renewal, but the common platform is no choice for it.")
            }),
        Rule(
            "H03", .hardware, .must, line: "1176–1177",
            ja: "共通基盤を使えないものは更新時に共有ラックへ集約する",
            en:
                "Those that cannot use the common platform: on renewal, consolidate in the shared racks of the information department.",
            quote: "庁内共通システム基盤が活用できないものは、機器更新等の際に情報管理部内の共有サーバラックに集約する",
            remedy: Words(
                ja: "選択可能な稼働形態に共有ラックを加えてください。",
                en: "Allow the shared racks as its hosting."),
            check: .eachSystem { system, context in
                guard system.isSmallOnOwnServers, !system.isLeaving, system.exceptionReason != nil,
                    system.nextChange(from: context.year) != nil, !system.mayLeaveItsRoom,
                    !system.allowedHostings.contains(.sharedRack)
                else { return nil }
                return Breach(
                    system, "allowed_hostings", system.allowedHostings.map(\.rawValue).joined(separator: " "),
                    severity: .warning,
                    ja: "共通基盤を使わない小規模システムですが、共有ラックが選択肢にありません。",
                    en: "it is small and off the common platform, but the shared racks are no choice for it.")
            }),
        Rule(
            "H04", .hardware, .must, line: "1196–1197",
            ja: "過大な機器を縮減する",
            en: "Size configuration to needs; cut excessive equipment.",
            quote: "過大な機器を縮減する",
            manual: .checklist),
        Rule(
            "H05", .hardware, .must, line: "1198",
            ja: "統計に基づく予測値で規模を定める",
            en: "Use prediction values based on statistics when sizing.",
            quote: "各種統計データ等に基づく適切な予測値を使用する",
            manual: .checklist),
        Rule(
            "H06", .hardware, .must, line: "1199–1200",
            ja: "ホストコンピュータのシステムはオープンシステムへ移行する",
            en: "Systems on the host computer move to open systems.",
            quote: "現在ホストコンピュータで稼動しているシステムは、オープンシステム※※へ移行し",
            remedy: Words(
                ja: "オープンシステムへの移行年度を決めてください。",
                en: "Decide the year of its move to an open system."),
            check: .eachSystem { system, _ in
                guard system.form == .host else { return nil }
                return Breach(
                    system, "form", system.form?.rawValue,
                    ja: "ホストコンピュータで稼動しています。", en: "it runs on the mainframe.")
            }),
        Rule(
            "H07", .hardware, .must, line: "1203–1205",
            ja: "操作端末を共用等で削減する",
            en:
                "Reduce terminals by sharing existing ones or virtual desktops, considering security and operations.",
            quote: "操作端末も既設のものとの共用や仮想デスクトップ技術※の活用等により台数を削減する",
            manual: .checklist),
        Rule(
            "H08", .hardware, .must, line: "1161",
            ja: "ハードウェアを集約して効率的に稼動させる",
            en: "Hardware is consolidated and run efficiently.",
            quote: "ハードウェアは集約して効率的に稼動させる",
            manual: .indicator),
    ]
}
