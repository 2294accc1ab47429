// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let spreadsheetml = #"""
        {
          "id": "spreadsheetml",
          "version": 2,
          "title": {"ja": "Excel 2003 XML スプレッドシート（SpreadsheetML）", "en": "Excel 2003 XML spreadsheet (SpreadsheetML)"},
          "detect": {"root": "Workbook", "namespace": "urn:schemas-microsoft-com:office:spreadsheet"},
          "spreadsheet": true
        }
        """#
}
