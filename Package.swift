// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "massgen",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    targets: [
        .target(name: "ProviderIDL"),
        .target(name: "ProviderGen", dependencies: ["ProviderIDL"]),
        .executableTarget(name: "provider-idl", dependencies: ["ProviderIDL", "ProviderGen"]),
    ]
)
