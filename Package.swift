// swift-tools-version: 6.2
import PackageDescription

/// Checks that every target of ours is built with.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// The engine is optimized in debug builds too: the tests solve real problems with it.
let optimized = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

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
                "HeijunModel", "HeijunLevelling",
                "CZlib", "CCrypto",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // roots
        .target(name: "HeijunModel", swiftSettings: strict),
        .target(name: "HeijunLevelling", dependencies: ["CClp"], swiftSettings: optimized),
        // C
        .systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // tests
        .testTarget(name: "HeijunLevellingTests", dependencies: ["HeijunLevelling"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
