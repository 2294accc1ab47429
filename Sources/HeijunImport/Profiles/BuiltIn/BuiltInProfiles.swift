// Made by Inventory/profiles/embed.sh from the files of Inventory/profiles. Do not edit.

/// The texts of the profiles that come with Heijun, in the order in which files are tried.
enum BuiltInProfiles {
    static let files: [(id: String, json: String)] = [
        ("glpi-computer", glpiComputer),
        ("glpi-network", glpiNetwork),
        ("archimate", archimate),
        ("cyclonedx", cyclonedx),
        ("spreadsheetml", spreadsheetml),
        ("denshi-nohin", denshiNohin),
        ("denshi-nohin-files", denshiNohinFiles),
        ("mspdi", mspdi),
        ("lshw", lshw),
        ("nmap", nmap),
        ("libvirt", libvirt),
        ("swid", swid),
        ("plain-assets", plainAssets),
    ]
}
