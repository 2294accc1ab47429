import HeijunModel

extension Rule {
    /// Where systems stand: two sites, three tiers.
    static let placement: [Rule] = [
        Rule(
            "P01", .placement, .should, line: "1441",
            ja: "システムは新本庁舎とiDCの２拠点に集約する",
            en:
                "Concentrate all systems on two sites: new main hall machine room and iDC, as far as possible.",
            quote: "新本庁舎とiDC※の２拠点に可能な限りシステムを集約する",
            remedy: Words(
                ja: "移設先を新本庁舎かiDCにするか、クラウドへの移行を計画してください。",
                en: "Plan its move to the new hall, the iDC or the cloud."),
            check: .eachSystem { system, context in
                guard let site = context.ledger.finalSite(of: system), !system.isLeaving,
                    site.role == .other || (site.role == .third && !system.mayLeaveItsRoom)
                else { return nil }
                return Breach(
                    system, "room", (system.targetRoom ?? system.room)?.text,
                    ja: "設置先「\(site.name)」は２拠点（新本庁舎・iDC）の外です。",
                    en: "it is to stay in “\(site.name)”, outside the two sites.")
            }),
        Rule(
            "P02", .placement, .must, line: "1465",
            ja: "24時間365日稼動の市民向けシステムはiDCに置く",
            en: "Citizen-facing systems that must run 24h/365d are placed in the iDC.",
            quote: "iDCには24時間365日稼動が求められる市民サービス向けのシステムを設置する",
            remedy: Words(
                ja: "iDCかクラウドに移すか、提供時間の区分を見直してください。",
                en: "Move it to the iDC or the cloud, or correct its service hours."),
            check: .eachSystem { system, context in
                guard system.audience == .citizen, system.serviceHours == .always,
                    let site = context.ledger.finalSite(of: system), site.role != .idc
                else { return nil }
                return Breach(
                    system, "room", (system.targetRoom ?? system.room)?.text,
                    ja: "24時間365日の市民向けですが、設置先は「\(site.name)」です。",
                    en: "it serves citizens day and night, but its site is “\(site.name)”.")
            }),
        Rule(
            "P03", .placement, .must, line: "1465–1467",
            ja: "外部接続のためのDMZはiDCに構築する",
            en: "The DMZ for connections to external networks (internet etc.) is built in the iDC.",
            quote: "インターネット等の外部ネットワーク接続のためのDMZ※※を構築する",
            manual: .noField),
        Rule(
            "P04", .placement, .principle, line: "1467",
            ja: "内部利用のシステムは原則として新本庁舎に置く",
            en: "Internal-use systems go to the new main hall machine room in principle.",
            quote: "新本庁舎のマシン室には原則として内部利用のシステムを集約する",
            remedy: Words(
                ja: "新本庁舎への移設を計画するか、例外の理由を記入してください。",
                en: "Plan its move to the new hall, or enter the reason for the exception."),
            check: .eachSystem { system, context in
                let ledger = context.ledger
                guard system.audience == .internal_, system.exceptionReason == nil, !system.isLeaving,
                    let site = ledger.finalSite(of: system), site.role != .hall, !system.mayLeaveItsRoom,
                    ledger.site(of: system)?.role != .idc
                else { return nil }
                return Breach(
                    system, "target_room", system.targetRoom?.text,
                    ja: "内部利用ですが、設置先は「\(site.name)」で、例外の理由がありません。",
                    en: "staff use it, but its site is “\(site.name)” and no reason is given.")
            }),
        Rule(
            "P05", .placement, .must, line: "1468",
            ja: "第３庁舎のシステムは新本庁舎へ移設する",
            en: "Systems now in the 3rd hall move to the new main hall.",
            quote: "第３庁舎に設置されているシステムは、新本庁舎に移設し",
            remedy: Words(
                ja: "移設先に新本庁舎のマシン室を、次期機器更新か再構築の年度を記入してください。",
                en: "Enter a room of the new hall as its target, and the year of its renewal or rebuild."),
            check: .eachSystem { system, context in
                guard context.ledger.site(of: system)?.role == .third, !system.isLeaving else { return nil }
                let target = context.ledger.facility(ofRoom: system.targetRoom)
                if target?.role != .hall && !system.mayLeaveItsRoom {
                    return Breach(
                        system, "target_room", system.targetRoom?.text,
                        ja: "第３庁舎にあり、新本庁舎への移設先が決まっていません。",
                        en: "it stands in the third building without a target in the new hall.")
                }
                guard system.renewalYear == nil && system.rebuildYear == nil else { return nil }
                return Breach(
                    system, "renewal_year", nil,
                    ja: "第３庁舎にあり、移設の機会となる更新・再構築の年度がありません。",
                    en: "it stands in the third building and has no renewal or rebuild year to move in.")
            }),
        Rule(
            "P06", .placement, .must, line: "1468",
            ja: "iDCのシステムは現行を維持する",
            en: "Systems now in the iDC stay there.",
            quote: "iDCに設置されているシステムは現行を維持する",
            remedy: Words(
                ja: "移設先を消すか、例外の理由を記入してください（庁舎に余裕ができた場合の移設は L1470）。",
                en: "Clear the target, or enter the reason (L1470 allows it where the hall has space)."),
            check: .eachSystem { system, context in
                let ledger = context.ledger
                guard ledger.site(of: system)?.role == .idc, system.exceptionReason == nil,
                    let target = ledger.facility(ofRoom: system.targetRoom), target.role != .idc
                else { return nil }
                return Breach(
                    system, "target_room", system.targetRoom?.text, severity: .warning,
                    ja: "iDCにありますが、移設先が「\(target.name)」です。",
                    en: "it stands in the iDC, but its target is “\(target.name)”.")
            }),
        Rule(
            "P07", .placement, .must, line: "1469",
            ja: "新設するシステムは役割分担により設置先を選ぶ",
            en: "A new system chooses its site by the role split hall/iDC.",
            quote: "今後新たに設置するシステムは、庁舎とiDCの役割分担を踏まえて設置先を選択する",
            remedy: Words(
                ja: "役割分担に従って設置先か稼働形態を決めてください。",
                en: "Decide its room or hosting by the roles of the two sites."),
            check: .eachSystem { system, context in
                guard system.stage == .planned || system.stage == .procuring,
                    system.hosting == nil || (context.ledger.needsRoom(system) && !system.hasRoom)
                else { return nil }
                let isForIDC = system.audience == .citizen && system.serviceHours == .always
                return Breach(
                    system, "room", nil, severity: .info,
                    ja: "設置先が未定です。利用者と提供時間からは\(isForIDC ? "iDC" : "新本庁舎")が該当します。",
                    en: "its site is open; by audience and hours the \(isForIDC ? "iDC" : "new hall") fits.")
            }),
        Rule(
            "P08", .placement, .consider, line: "1470",
            ja: "庁舎マシン室に余裕ができればiDCからの移設を検討する",
            en:
                "When the hall machine room has spare space after slimming, consider moving systems from iDC to the hall.",
            quote: "システムのスリム化により庁舎マシン室のスペースに余裕ができた場合は、iDCから庁舎への移設を検討する",
            remedy: Words(
                ja: "次の機器更新の際に、庁舎への移設を比較してください。",
                en: "Compare a move to the hall at the next renewal."),
            check: .whole { context in
                let candidates = context.portfolio.systems.filter {
                    $0.isLive && $0.audience == .internal_ && context.ledger.site(of: $0)?.role == .idc
                }
                guard !candidates.isEmpty else { return [] }
                return RoomLoad.all(in: context).filter { $0.isInHall && $0.freeUnits > 0 }.map { load in
                    Breach(
                        kind: "room_capacity", key: load.capacity.recordKey, field: "rack_units",
                        value: load.freeUnitsText,
                        ja: "「\(load.room.name)」に\(load.freeUnitsText)Uの余裕があり、"
                            + "iDCの内部利用\(candidates.count)システムが移設の候補です。",
                        en: "“\(load.room.name)” has \(load.freeUnitsText)U to spare; "
                            + "\(candidates.count) internal systems in the iDC are candidates.")
                }
            }),
        Rule(
            "P09", .placement, .must, line: "303",
            ja: "システムはネットワーク３層のいずれかに置く",
            en: "Networks are in 3 separated layers; each system sits in one by its nature.",
            quote: "システムの特性に従ってネットワークを３層に分離",
            remedy: Words(
                ja: "ネットワーク層を記入してください。", en: "Enter its network tier."),
            check: .eachSystem { system, _ in
                guard system.tier == nil else { return nil }
                return Breach(system, "tier", nil, ja: "ネットワーク層が未記入です。", en: "it has no network tier.")
            }),
        Rule(
            "P10", .placement, .must, line: "348–350",
            ja: "住民の個人情報を扱うシステムはマイナンバー利用事務系に置く",
            en:
                "Systems handling mainly citizens' personal data are in the My Number zone, separate from the internet.",
            quote: "市民の個人情報を中心に取り扱うシステムを配置。インターネットからは分離",
            remedy: Words(
                ja: "マイナンバー利用事務系へ移すか、住民情報の取扱いの有無を確かめてください。",
                en: "Move it to the My-Number tier, or check whether it handles residents' data."),
            check: .eachSystem { system, _ in
                guard system.handlesResidentData, let tier = system.tier, tier == .internet || tier == .lgwan
                else { return nil }
                return Breach(
                    system, "tier", tier.rawValue, severity: tier == .internet ? .error : .warning,
                    ja: "住民情報を扱いますが、\(tier.title.ja)にあります。",
                    en: "it handles residents' data, but stands in the \(tier.title.en).")
            }),
        Rule(
            "P11", .placement, .must, line: "353–356",
            ja: "LGWANサービスを使うシステムはLGWAN接続系に置く",
            en: "LGWAN services, LGWAN mail and virtual terminals are in the LGWAN zone.",
            quote: "LGWAN上のサービス利用や、LGWANとのメール通信を行うためのシステムや仮想端末を配置",
            manual: .noField),
        Rule(
            "P12", .placement, .must, line: "359–361",
            ja: "市民向けシステムはインターネット接続系に置く",
            en: "Citizen-facing systems, external mail and web browsing are in the internet zone.",
            quote: "市民向けシステムや、外部とのメール通信、インターネット閲覧等に利用",
            remedy: Words(
                ja: "インターネット接続系に置くか、利用者の区分を確かめてください。",
                en: "Put it into the Internet tier, or check its audience."),
            check: .eachSystem { system, _ in
                guard system.audience == .citizen, let tier = system.tier, tier == .mynumber || tier == .lgwan
                else { return nil }
                return Breach(
                    system, "tier", tier.rawValue, severity: .warning,
                    ja: "市民向けですが、\(tier.title.ja)にあります。",
                    en: "it serves citizens, but stands in the \(tier.title.en).")
            }),
    ]
}
