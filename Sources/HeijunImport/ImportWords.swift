import HeijunModel

/// The sentences of the import: what is wrong and what to do.
extension ImportError.Reason {
    var words: Words {
        switch self {
        case .emptyFile:
            Words(
                ja: "ファイルが空です。出力し直したファイルを指定してください。",
                en: "The file is empty. Export it again and name the new file.")
        case .notXML(let format): notXMLWords(format)
        case .unknownEncoding(let name):
            Words(
                ja: "文字コード「\(name)」は扱えません。UTF-8 で保存し直してください（UTF-16、Shift_JIS、EUC-JP も読めます）。",
                en:
                    "The encoding “\(name)” is not taken. Save the file as UTF-8 (UTF-16, Shift_JIS and EUC-JP are "
                    + "read too).")
        case .wrongEncoding(let declared, let actual):
            Words(
                ja: "文字コードは \(declared) と宣言されていますが、内容は \(actual) です。先頭行の encoding を \(actual) に直してください。",
                en: "The file says it is in \(declared), but its bytes are \(actual). "
                    + "Write encoding=\"\(actual)\" in the first line.")
        case .badBytes(let encoding, let bytes):
            Words(
                ja: "\(encoding) の文字ではないバイト列（\(bytes)）があります。"
                    + "実際の文字コードを先頭行の encoding に書くか、UTF-8 で保存し直してください。",
                en:
                    "The bytes \(bytes) are not \(encoding). Write the true encoding in the first line, such as "
                    + "encoding=\"Shift_JIS\", or save the file as UTF-8.")
        case .doctype(let name):
            Words(
                ja: "DOCTYPE 宣言「\(name)」は受け付けません。<!DOCTYPE …> を削除してください。",
                en: "The document type “\(name)” is not taken. Remove <!DOCTYPE …>.")
        case .entity(let name):
            Words(
                ja: "実体参照「&\(name);」は展開しません。文字そのものを書いてください。",
                en: "The entity “&\(name);” is not expanded. Write the text itself.")
        case .malformed(let code, let detail): malformedWords(code, detail)
        case .mismatchedTag(let open, let line, let found):
            Words(
                ja: "\(line) 行目の <\(open)> を閉じる前に </\(found)> があります。</\(open)> を補ってください。",
                en: "</\(found)> comes before the <\(open)> of line \(line) is closed. Add </\(open)>.")
        case .truncated(let open):
            Words(
                ja: "ファイルが途中で終わっています\(open.isEmpty ? "" : "（<\(open)> が閉じていません）")。"
                    + "出力し直すか、転送をやり直してください。",
                en: "The file ends in the middle\(open.isEmpty ? "" : ", inside <\(open)>"). "
                    + "Export it or copy it again.")
        case .wrongRoot(let name):
            Words(
                ja: "最上位の要素が <\(name)> です。台帳の XML は <inventory> で始まります。",
                en: "The outermost element is <\(name)>. An inventory begins with <inventory>.")
        case .wrongNamespace(let name):
            Words(
                ja: (name.isEmpty ? "<inventory> に名前空間がありません。" : "<inventory> の名前空間が「\(name)」です。")
                    + "xmlns=\"\(InventoryFormat.namespace)\" と書いてください。",
                en: (name.isEmpty
                    ? "<inventory> has no namespace. " : "The namespace of <inventory> is “\(name)”. ")
                    + "Write xmlns=\"\(InventoryFormat.namespace)\".")
        case .wrongVersion(let text):
            Words(
                ja: (text.isEmpty ? "<inventory> に version がありません。" : "台帳形式の版「\(text)」は読めません。")
                    + "この Heijun は version=\"1\" を読みます。",
                en: (text.isEmpty
                    ? "<inventory> has no version. " : "Version “\(text)” of the inventory cannot be read. ")
                    + "This Heijun reads version=\"1\".")
        case .tooLarge(let measure, let limit): tooLargeWords(measure, limit)
        case .unknownElement(let name, let closest):
            unknown(Words(ja: "要素 <\(name)>", en: "The element <\(name)>"), closest.map { "<\($0)>" })
        case .unknownAttribute(let name, let closest):
            unknown(Words(ja: "属性 \(name)", en: "The attribute \(name)"), closest)
        case .unknownColumn(let name, let closest):
            unknown(Words(ja: "列「\(name)」", en: "The column “\(name)”"), closest)
        case .misplaced(let name, let inside):
            Words(
                ja: "<\(name)> の場所が違います。<\(inside)> の直下に書いてください。",
                en: "<\(name)> stands in the wrong place. It belongs directly inside <\(inside)>.")
        case .mustBeAttribute(let name):
            Words(
                ja: "\(name) は識別子です。要素ではなく属性として書いてください。",
                en: "\(name) names the record. Write it as an attribute, not as an element.")
        case .strayText(let text):
            Words(
                ja: "要素の外に文字「\(text)」があります。項目の要素の中に書くか、削除してください。",
                en: "The text “\(text)” stands outside a field. Put it into a field's element or remove it.")
        case .givenTwice(let name):
            Words(
                ja: "\(name) が2回書かれています。どちらか一方にしてください。",
                en: "\(name) is given twice. Keep one of them.")
        case .missingField(let field):
            Words(
                ja: "必須の項目 \(field.key)（\(field.title.ja)）がありません。追加してください。",
                en: "The required field \(field.key) (\(field.title.en)) is missing. Add it.")
        case .missingColumn(let field):
            Words(
                ja: "必須の列 \(field.key)（\(field.title.ja)）がありません。見出し行に追加してください。",
                en:
                    "The required column \(field.key) (\(field.title.en)) is missing. Add it to the heading row."
            )
        case .value(let problem, let field):
            Words(ja: "\(field.title.ja): \(problem.words.ja)", en: "\(field.title.en): \(problem.words.en)")
        case .controlCharacter(let code):
            Words(
                ja: "使えない制御文字 \(code) があります。削除してください。",
                en: "The control character \(code) is not taken. Remove it.")
        case .duplicateKey(let key, let first):
            Words(
                ja: "「\(key)」は \(first.line) 行目に既にあります。識別子を変えるか、どちらかを削除してください。",
                en: "“\(key)” stands in line \(first.line) already. Change the key or remove one of them.")
        case .dangling(let key, let kind, let title, let closest):
            Words(
                ja: "\(title.ja)「\(key)」がありません。"
                    + (closest.map { "「\($0)」ではありませんか。" } ?? "<\(kind)> を追加するか、値を直してください。"),
                en: "There is no \(title.en.lowercased()) “\(key)”. "
                    + (closest.map { "Did you mean “\($0)”?" } ?? "Add its <\(kind)> or correct the value."))
        case .unknownFormat(let root, let namespace):
            Words(
                ja: "<\(root)>\(namespace.isEmpty ? "" : "（名前空間 \(namespace)）") で始まる形式は知りません。"
                    + "heijun profile list で読める形式を確かめるか、heijun profile new ファイル で取込プロファイルを作ってください。",
                en:
                    "No format that begins with <\(root)>\(namespace.isEmpty ? "" : " (\(namespace))") is known. "
                    + "See heijun profile list, or make a profile with heijun profile new FILE.")
        case .notOfProfile(let profile, let root):
            Words(
                ja: "<\(root)> で始まるファイルは、プロファイル「\(profile)」の形式ではありません。--profile を確かめてください。",
                en: "A file that begins with <\(root)> is not of the profile “\(profile)”. Check --profile.")
        case .noKey(let seen, let paths):
            Words(
                ja: seen.isEmpty
                    ? "記録を識別する値がありません（\(few(paths, "、", "など"))）。値を補ってください。"
                    : "「\(seen)」は識別に使えない値です。\(few(paths, "、", "など")) に固有の値を書いてください。",
                en: seen.isEmpty
                    ? "Nothing names this record (\(few(paths, ", ", " …"))). Add a value."
                    : "“\(seen)” cannot name a record. Give \(few(paths, ", ", " …")) a value of its own."
            )
        case .unmapped(let text, let field):
            Words(
                ja: "\(field.title.ja): 「\(text)」がプロファイルの対応表にありません。対応表に加えてください。",
                en: "\(field.title.en): “\(text)” is not in the profile's map. Add it there.")
        case .notASize(let text):
            Words(
                ja: "「\(text)」は容量として読めません。16 GB や 16384 MiB のように書いてください。",
                en: "“\(text)” is not a size. Write 16 GB or 16384 MiB.")
        case .unreadColumn(let name, let kind, let closest):
            Words(
                ja: "列「\(name)」は\(kind.ja)の項目ではないため、取り込みません。"
                    + (closest.map { "「\($0)」のことなら、見出しを直してください。" } ?? ""),
                en: "The column “\(name)” is no field of \(kind.en.lowercased()) and is not taken in."
                    + (closest.map { " If it is “\($0)”, correct the heading." } ?? ""))
        case .unreadSheet(let name):
            Words(
                ja: "シート「\(name)」には台帳の項目名の見出し行がないため、取り込みません。",
                en:
                    "The sheet “\(name)” has no row of headings that are fields of the ledger and is not taken in."
            )
        case .passedOver(let text):
            Words(
                ja: "「\(text)」の行は合計や注記とみて、取り込みません。",
                en: "The row “\(text)” is taken for a sum or a remark and is not taken in.")
        case .noRecords(let profile):
            Words(
                ja: "プロファイル \(profile) の記録が1件もありません。対象が空でないかを確かめ、形が違うときは "
                    + "heijun profile new ファイル で取込プロファイルを作ってください。",
                en:
                    "Not one record of the profile \(profile) was found. See whether the file is meant to be empty; "
                    + "if its form differs, draft a profile with heijun profile new FILE.")
        case .looseReference(let key, let kind):
            Words(
                ja: "\(kind.ja)「\(key)」はこのファイルにも台帳にもないため、参照を空にして取り込みます。",
                en: "The \(kind.en.lowercased()) “\(key)” is neither in the file nor in the ledger; "
                    + "the reference is left out.")
        case .invalid(let detail):
            Words(
                ja: "スキーマに合いません: \(detail)。ファイルを直すか、--schema を外してください。",
                en: "Against the schema: \(detail). Correct the file, or leave out --schema.")
        case .privateUse(let first, let count):
            Words(
                ja: "外字（\(first) など \(count) 文字）があります。値はそのまま取り込みましたが、ほかの端末では別の字や空白に見えます。正しい字に直してください。",
                en:
                    "\(count) characters of private use (外字, first \(first)) are kept as given, but other machines "
                    + "show another character or none. Put the right ones in their place.")
        case .laterXML(let version):
            Words(
                ja: "XML \(version) と宣言されていますが、1.0 として読みました。文字化けがないか確かめてください。",
                en: "The file says it is XML \(version); it was read as 1.0. Check that its texts are right.")
        case .noPlace(let text):
            Words(
                ja: "訂正値のある行に、行と桁の番号がありません（「\(text)」）。不採用の一覧の番号を消さずに訂正値だけを書いてください。",
                en: "A row with a correction has no line and column (“\(text)”). "
                    + "Keep the numbers of the list of rejects and fill in the correction only.")
        case .noHeadings:
            Words(
                ja: "どのシートにも台帳の項目名（システム名、機器名など）の見出し行がありません。見出しを台帳の項目名にするか、--kind で種別を指定してください。",
                en: "No sheet has a row of headings that are fields of the ledger, such as Name. "
                    + "Name the columns after the fields, or give the kind with --kind.")
        case .wrongCellCount(let count, let expected):
            Words(
                ja: "この行の列数は \(count) で、見出しの \(expected) と違います。区切りのコンマと引用符を確かめてください。",
                en:
                    "This row has \(count) cells and the heading has \(expected). Check its commas and quotes."
            )
        case .unclosedQuote:
            Words(
                ja: "引用符 \" が閉じていません。閉じる \" を補ってください。",
                en: "The quote \" is never closed. Add the closing \".")
        case .strayQuote:
            Words(
                ja: "引用符 \" の使い方が正しくありません。値全体を \" で囲み、値の中の \" は \"\" と書いてください。",
                en:
                    "A quote \" stands inside a value. Put the whole value in quotes and write \"\" for each quote in it."
            )
        }
    }

    private func notXMLWords(_ format: ImportError.FileFormat) -> Words {
        switch format {
        case .zip:
            Words(
                ja: "XML ではなく、ZIP か Excel（.xlsx）のファイルです。XML として出力したファイルを指定してください。",
                en: "This is a ZIP or Excel (.xlsx) file, not XML. Name a file that was exported as XML.")
        case .gzip:
            Words(
                ja: "XML ではなく、gzip で圧縮されたファイルです。展開してから指定してください。",
                en: "This is a gzip file, not XML. Unpack it first.")
        case .json:
            Words(
                ja: "XML ではなく、JSON のファイルです。XML として出力したファイルを指定してください。",
                en: "This is a JSON file, not XML. Name a file that was exported as XML.")
        case .database:
            Words(
                ja: "XML ではなく、データベースのファイルです。--portfolio で指定するファイルではありませんか。",
                en: "This is a database file, not XML. Was it meant for --portfolio?")
        case .unknown:
            Words(
                ja: "XML のファイルではありません。< で始まるファイルを指定してください。",
                en: "This is not an XML file: it does not begin with <.")
        }
    }

    /// The first six of a long list.
    private func few(_ paths: [String], _ comma: String, _ more: String) -> String {
        paths.prefix(6).joined(separator: comma) + (paths.count > 6 ? more : "")
    }

    private func tooLargeWords(_ measure: ImportError.Measure, _ limit: Int) -> Words {
        let name =
            switch measure {
            case .file: Words(ja: "ファイル（バイト）", en: "bytes in the file")
            case .field: Words(ja: "1項目の長さ（バイト）", en: "bytes in one field")
            case .tag: Words(ja: "1つのタグや注釈の長さ（バイト）", en: "bytes in one tag or comment")
            case .depth: Words(ja: "要素の入れ子", en: "levels of elements")
            case .names: Words(ja: "要素名・属性名の種類", en: "different names")
            case .records: Words(ja: "レコード数", en: "records")
            case .errors: Words(ja: "誤りの数", en: "errors")
            case .attributes: Words(ja: "1要素の属性の数", en: "attributes of one element")
            case .namespaces: Words(ja: "1要素の名前空間宣言の数", en: "namespaces of one element")
            case .record: Words(ja: "1件の記録の大きさ（バイト）", en: "bytes in one record")
            case .held: Words(ja: "後の定義を待つ記録（バイト）", en: "bytes of records that wait for a definition")
            case .schema:
                Words(
                    ja: "スキーマとの照合で覚えておく量（バイト。スキーマの any・繰返し回数・key による）",
                    en: "bytes to remember for the schema, because of its wildcards, counts or keys")
            case .ambiguity: Words(ja: "プロファイルの状態数", en: "states of the profile; its paths are too ambiguous")
            }
        let hint = limitHint(measure, limit)
        return Words(
            ja: "\(name.ja)が上限 \(limit) を超えています。目録のファイルか確かめてください。\(hint.ja)",
            en: "More than \(limit) \(name.en). Is this an inventory file?\(hint.en)")
    }

    /// Which setting raises a limit, where one does.
    private func limitHint(_ measure: ImportError.Measure, _ limit: Int) -> Words {
        let setting: Setting? =
            switch measure {
            case .depth: limit == Limits.standard.depth ? nil : .importDepth
            case .names: .importNames
            case .attributes: .importAttributes
            case .namespaces: .importNamespaces
            case .field: .importField
            case .record: .importRecord
            case .tag: .importTag
            case .file, .records, .errors, .held, .ambiguity, .schema: nil
            }
        guard let setting else { return Words(ja: "", en: "") }
        let command = "heijun set setting:\(setting.key.text) value=…"
        return Words(
            ja: "信頼できるファイルなら \(command) で上限を上げられます（\(setting.unit.ja)）。",
            en: " For a file that you trust, raise it with \(command) (\(setting.unit.en)).")
    }

    private func unknown(_ name: Words, _ closest: String?) -> Words {
        Words(
            ja: "\(name.ja) は台帳にありません。"
                + (closest.map { "\($0) ではありませんか。" } ?? "名前を確かめるか、削除してください。"),
            en: "\(name.en) is not part of the ledger. "
                + (closest.map { "Did you mean \($0)?" } ?? "Check its name or remove it."))
    }

    /// The commonest faults of XML in our words; the rest in libxml2's.
    private func malformedWords(_ code: Int, _ detail: String) -> Words {
        switch code {
        case 5:
            Words(
                ja: "最上位の要素を閉じた後に内容があります。1つのファイルに1つの台帳だけを書いてください。",
                en: "Something follows the end of the outermost element. A file holds one inventory.")
        case 8, 9:
            Words(
                ja: "XML に書けない制御文字があります。削除してください。",
                en: "There is a control character, which XML cannot hold. Remove it.")
        case 23, 68:
            Words(
                ja: "文字としての & は &amp; と書いてください。",
                en: "Write an & that stands for itself as &amp;.")
        case 38:
            Words(
                ja: "属性値の中の < は &lt; と書いてください。閉じる引用符の書き忘れも確かめてください。",
                en: "Write < in an attribute as &lt;; or a closing quote is missing.")
        case 39, 41:
            Words(
                ja: "属性値が引用符で囲まれていません。名前=\"値\" と書いてください。",
                en: "An attribute's value is not in quotes. Write name=\"value\".")
        case 42:
            Words(
                ja: "同じ属性が1つのタグに2回書かれています。どちらか一方にしてください。",
                en: "One tag holds the same attribute twice. Keep one of them.")
        case 64:
            Words(
                ja: "<?xml …?> はファイルの先頭に書いてください。前の空白や空行を削除してください。",
                en: "<?xml …?> must be the very beginning of the file. Remove the blanks before it.")
        case 73:
            Words(
                ja: "ここのタグは > で終わっていません。文字としての < は &lt; と書いてください。",
                en: "This tag does not end in >. Write a < that stands for itself as &lt;.")
        case 201:
            Words(
                ja: "宣言のない名前空間の接頭辞があります。接頭辞を取ってください。",
                en: "A name has a prefix that is not declared. Remove the prefix.")
        default:
            Words(
                ja: "XML として正しくありません（\(detail)）。この場所の前後のタグ、引用符、& を確かめてください。",
                en: "This is not well-formed XML (\(detail)). Check the tags, quotes and & around this place."
            )
        }
    }
}
