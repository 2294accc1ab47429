import HeijunModel

/// Which steps must be settled before another can be done.
///
/// The ministry's procedure gives an order but does not enforce it; these are the dependencies without which a
/// migration does not work, and the forecast reckons with them. A step that is settled already waits for nothing.
enum ProcedureNetwork {
    /// The steps that each step waits for; step `n` at `n − 1`.
    static let needs: [[Int]] = [
        [], [1], [2],  // ① organization
        [2], [4], [4], [5, 6],  // ② survey of the present system, link list
        [7], [8],  // ③ fit and gap
        [9], [10], [10], [11, 12],  // ④ migration plan
        [13], [9], [13],  // ⑤ request for information
        [14, 15, 16], [17], [18], [19],  // ⑥ ⑦
        [19], [21],  // ⑧ budget
        [20, 22], [23], [24], [25], [26],  // ⑨ ⑩ request for proposals, choice
        [27], [28],  // ⑪ contract, schedule
        [29], [29],  // ⑫ PIA, ⑬ settings
        [29], [32], [33, 35],  // ⑭ cleansing, rehearsals; the last migration follows the test
        [31, 33, 38], [31],  // ⑮ test on the changed network, training
        [29], [37],  // ⑯ network change
        [9, 31],  // ⑰ by-laws, once the way of working is fixed
        [30, 34, 35, 36, 38, 39],  // ⑱ operation
    ]

    /// The step that waits for the body's common functions (連携基盤): the test.
    static let waitsForCommonFunctions = ProcedureStep.test

    /// The key of the common functions among the businesses.
    static let commonFunctions: Key = "commonFunctions"

    /// The steps, every one after those that it waits for.
    static let order: [Int] = {
        var order: [Int] = []
        var isPlaced = [Bool](repeating: false, count: needs.count + 1)
        while order.count < needs.count {
            let ready = (1...needs.count).filter { step in
                !isPlaced[step] && needs[step - 1].allSatisfy { isPlaced[$0] }
            }
            guard !ready.isEmpty else { return order }
            for step in ready { isPlaced[step] = true }
            order += ready
        }
        return order
    }()
}
