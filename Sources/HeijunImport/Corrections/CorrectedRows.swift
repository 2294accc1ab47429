import HeijunModel

extension RowMaker {
    /// Takes the corrected text of a field, in the ledger's own terms: no map and no unit of the profile touches it.
    ///
    /// - Returns: What is still wrong; nil where the correction was taken.
    func corrected(
        _ error: ImportError, _ field: FieldPlan, _ plan: RowPlan, _ row: Int, raw: String
    ) -> ImportError? {
        guard let text = corrections?.text(at: error.place, element: error.element) else { return error }
        do throws(ImportError.Reason) {
            guard let kept = try field.reader.text(of: text) else { return nil }
            set(kept, field.rule.field, row)
            note(field.rule.field, Int32(clamping: error.line), raw: raw)
            return nil
        } catch let other {
            return ImportError(other, at: error.place, element: error.element)
        }
    }

    /// Takes the corrected text of a field that the record lacks.
    func corrected(missing error: ImportError, _ field: Int, _ plan: RowPlan, _ row: Int) -> ImportError? {
        guard let text = corrections?.text(at: error.place, element: error.element) else { return error }
        let reader = FieldReader(plan.rule.kind.fields[field], isIdentity: false, target: nil)
        do throws(ImportError.Reason) {
            guard let kept = try reader.text(of: text) else { return error }
            set(kept, field, row)
            return nil
        } catch let other {
            return ImportError(other, at: error.place, element: error.element)
        }
    }

    /// The key that somebody has given a record without one.
    func correctedKey(_ error: ImportError) -> String? {
        let key = corrections?.text(at: error.place, element: error.element).map(keyForm) ?? ""
        return key.isEmpty ? nil : key
    }
}
