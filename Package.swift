// swift-tools-version: 6.2
import PackageDescription

/// Checks that every target of ours is built with.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// The engine and the planner are optimized in debug builds too: the tests solve real problems with them.
let optimized = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The import touches every byte of files of any size: what the debug builds and the tests check, the release does not
/// check again at each access.
let streaming = strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
    name: "heijun",
    products: [.executable(name: "heijun", targets: ["heijun"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // rim
        .executableTarget(
            name: "heijun",
            dependencies: [
                "HeijunImport", "HeijunStore", "HeijunReports", "HeijunPlanning", "HeijunPolicy",
                "HeijunModel",
                "HeijunLevelling", "CZlib", "CCrypto",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // doors
        .target(
            name: "HeijunImport", dependencies: ["HeijunModel", "HeijunPolicy", "CLibXML2", "CLibZip"],
            swiftSettings: streaming),
        .target(
            name: "HeijunStore",
            dependencies: [
                "HeijunModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "HeijunReports",
            dependencies: ["HeijunModel", "HeijunPolicy", "HeijunPlanning", "CXLSXWriter"],
            swiftSettings: strict),
        // joint
        .target(
            name: "HeijunPlanning", dependencies: ["HeijunModel", "HeijunPolicy", "HeijunLevelling"],
            swiftSettings: optimized),
        .target(name: "HeijunPolicy", dependencies: ["HeijunModel"], swiftSettings: strict),
        // roots
        .target(name: "HeijunModel", swiftSettings: strict),
        .target(name: "HeijunLevelling", dependencies: ["CClp"], swiftSettings: optimized),
        // C
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // tests
        .testTarget(name: "HeijunModelTests", dependencies: ["HeijunModel"], swiftSettings: strict),
        .testTarget(name: "HeijunLevellingTests", dependencies: ["HeijunLevelling"], swiftSettings: strict),
        .testTarget(
            name: "HeijunPolicyTests", dependencies: ["HeijunPolicy", "HeijunModel"], swiftSettings: strict),
        .testTarget(
            name: "HeijunPlanningTests", dependencies: ["HeijunPlanning", "HeijunModel", "HeijunLevelling"],
            swiftSettings: strict),
        .testTarget(
            name: "HeijunImportTests", dependencies: ["HeijunImport", "HeijunReports", "HeijunModel"],
            swiftSettings: strict),
        .testTarget(
            name: "HeijunStoreTests",
            dependencies: ["HeijunStore", "HeijunModel", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "HeijunReportsTests",
            dependencies: ["HeijunReports", "HeijunPlanning", "HeijunPolicy", "HeijunModel"],
            swiftSettings: strict),
        .testTarget(name: "HeijunTests", dependencies: ["heijun", "HeijunModel"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
