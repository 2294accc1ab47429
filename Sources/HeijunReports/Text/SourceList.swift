/// Sources as one list: a document is named once, with all its lines after it, such as 「方針 L12–14、L31／要綱」.
///
/// A source that ends in a blank and `L` with digits names lines of the document before it.
func joinedSources(_ sources: [String]) -> String {
    var documents: [String] = []
    var places: [String: [String]] = [:]
    for source in sources {
        let (document, place) = split(source)
        if places[document] == nil { documents.append(document) }
        var known = places[document] ?? []
        if let place, !known.contains(place) { known.append(place) }
        places[document] = known
    }
    return documents.map { document in
        let list = (places[document] ?? []).joined(separator: "、")
        return list.isEmpty ? document : "\(document) \(list)"
    }.joined(separator: "／")
}

/// A source's document, and its lines where it names some.
private func split(_ source: String) -> (document: String, place: String?) {
    guard let blank = source.lastIndex(of: " ") else { return (source, nil) }
    let place = source[source.index(after: blank)...]
    guard place.first == "L", place.dropFirst().first?.isNumber == true else { return (source, nil) }
    return (String(source[..<blank]), String(place))
}
