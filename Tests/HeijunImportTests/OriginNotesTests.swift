import Testing

@testable import HeijunImport

/// Where the fields of a record stand, packed.
struct OriginNotesTests {
    private struct Note {
        let field: Int, line: Int32
        var raw: String?
    }

    @Test func notesArePacked() {
        let table: [(from: Int, notes: [Note], packed: String)] = [
            (5, [], "[5]"),
            (
                120, [Note(field: 0, line: 121), Note(field: 2, line: 123, raw: "ＮＥＣ")],
                "[120,1,[1],[3,\"ＮＥＣ\"]]"
            ),
            // A later note of a field counts, in whatever order they come.
            (
                7,
                [
                    Note(field: 1, line: 9, raw: "a"), Note(field: 0, line: 7),
                    Note(field: 1, line: 8, raw: "b"),
                ],
                "[7,0,[1,\"b\"]]"
            ),
            // Around the record, and far down.
            (
                1_000_000, [Note(field: 0, line: 999_990), Note(field: 1, line: 1_000_100)],
                "[1000000,-10,100]"
            ),
            (1, [Note(field: 0, line: 1, raw: "\"\\\n\u{1f}")], "[1,[0,\"\\\"\\\\\\u000a\\u001f\"]]"),
        ]
        for row in table {
            let notes = OriginNotes()
            for note in row.notes {
                if let raw = note.raw {
                    notes.note(note.field, line: note.line, raw: raw.utf8)
                } else {
                    notes.note(note.field, line: note.line)
                }
            }
            #expect(notes.packed(from: row.from) == row.packed)
            #expect(notes.copy().packed(from: row.from) == row.packed)
            notes.clear()
            #expect(notes.packed(from: 3) == "[3]")
        }
    }
}
