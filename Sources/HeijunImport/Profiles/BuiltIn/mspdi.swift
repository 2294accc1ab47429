// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

extension BuiltInProfiles {
    static let mspdi = #"""
        {
          "id": "mspdi",
          "version": 2,
          "title": {"ja": "Microsoft Project の XML（MSPDI）", "en": "Microsoft Project XML (MSPDI)"},
          "detect": {"root": "Project", "namespace": "http://schemas.microsoft.com/project*"},
          "records": [
            {
              "path": "/Project/Tasks/Task[Name]",
              "kind": "project_task",
              "key": [["/Project/Name", "UID"], ["/Project/Title", "UID"], ["/Project/GUID", "UID"], "UID"],
              "fields": {
                "name": "Name",
                "project": "/Project/Title | /Project/Name",
                "outline": "OutlineNumber | WBS",
                "starts": {"from": "Start", "format": "date"},
                "ends": {"from": "Finish", "format": "date"},
                "hours": {"from": "Duration", "format": "hours"},
                "milestone": "Milestone",
                "percent_done": "PercentComplete",
                "cost": {"from": "Cost", "format": "hundredths"},
                "predecessors": {"from": "PredecessorLink/PredecessorUID", "many": "join", "beside": true},
                "found_by": {"value": "mspdi"},
                "note": "Notes"
              }
            }
          ]
        }
        """#
}
