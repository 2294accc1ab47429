import HeijunModel
import Testing

/// Settings are read as they are shown.
struct SettingTextTests {
    @Test(
        arguments: [
            ("11-30", 1130), ("1130", 1130), ("11/30", 1130), ("11月30日", 1130), ("１１月３０日", 1130),
            ("4-1", 401),
            ("101", 101), ("02-29", 229),
        ])
    func monthAndDay(text: String, value: Int) { #expect(Setting.requestCloses.value(of: text) == value) }

    @Test(
        arguments: [
            "11-31", "1131", "13-01", "0-10", "", "1,130", "11-30-1", "99999999999999999999",
            "1-9223372036854775807", "-1130",
        ])
    func noMonthAndDay(text: String) { #expect(Setting.requestCloses.value(of: text) == nil) }

    @Test(arguments: [("13", 13), ("1・3", 13), ("1,2,4", 124), ("４", 4)])
    func quarters(text: String, value: Int) { #expect(Setting.holidayQuarters.value(of: text) == value) }

    @Test(arguments: ["5", "0", "11", "", "1〜3"])
    func noQuarters(text: String) { #expect(Setting.holidayQuarters.value(of: text) == nil) }

    @Test func shown() {
        #expect(Setting.requestCloses.text(1130) == "11-30" && Setting.requestCloses.text(101) == "01-01")
        #expect(Setting.requestCloses.rangeText { "\($0)" } == "01-01–12-31")
        #expect(Setting.holidayQuarters.text(13) == "1・3")
        #expect(Setting.horizonYears.text(12) == "12" && Setting.horizonYears.rangeText { "\($0)" } == "5–20")
    }

    @Test func whatIsShownIsRead() {
        for setting in Setting.all {
            #expect(setting.value(of: setting.text(setting.standard)) == setting.standard, "\(setting.key)")
        }
    }
}
