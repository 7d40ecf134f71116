// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "massgen",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    targets: [
        .target(name: "ProviderIDL", swiftSettings: settings),
        .target(name: "ProviderGen", dependencies: ["ProviderIDL"], swiftSettings: settings),
        .executableTarget(name: "provider-idl", dependencies: ["ProviderIDL", "ProviderGen"], swiftSettings: settings),
        .target(name: "CLibcurl"),
        .target(name: "MassGenCore", dependencies: ["CLibcurl"], swiftSettings: settings),
    ]
)
