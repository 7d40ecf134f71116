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
    products: [
        .library(name: "MassGenBackends", targets: ["MassGenBackends"]),
        .library(name: "MassGenCore", targets: ["MassGenCore"]),
        .library(name: "MassGenMCP", targets: ["MassGenMCP"]),
        .library(name: "MassGenSimulator", targets: ["MassGenSimulator"]),
        .executable(name: "massgen", targets: ["massgen"]),
        .executable(name: "provider-idl", targets: ["provider-idl"]),
        .plugin(name: "GenerateBackends", targets: ["GenerateBackends"]),
    ],
    targets: [
        // From IDL to Swift.
        .target(name: "ProviderIDL", swiftSettings: settings),
        .target(name: "ProviderGen", dependencies: ["ProviderIDL"], swiftSettings: settings),
        .executableTarget(name: "provider-idl", dependencies: ["ProviderIDL", "ProviderGen"], swiftSettings: settings),
        .plugin(name: "GenerateBackends", capability: .buildTool(), dependencies: ["provider-idl"]),
        .plugin(
            name: "UpdateGenerated",
            capability: .command(
                intent: .custom(verb: "update-generated", description: "Bring Generated/ in step with IDL/"),
                permissions: [.writeToPackageDirectory(reason: "Generated/ is brought in step with IDL/")]),
            dependencies: ["provider-idl"]),
        .plugin(
            name: "VerifyGenerated",
            capability: .command(
                intent: .custom(verb: "verify-generated", description: "Fail if Generated/ is not in step with IDL/")),
            dependencies: ["provider-idl"]),

        // The runtime and the backends.
        .target(name: "CLibcurl"),
        .target(name: "CProcess"),
        .target(name: "MassGenCore", dependencies: ["CLibcurl", "CProcess"], swiftSettings: settings),
        .target(
            name: "MassGenBackends", dependencies: ["MassGenCore"],
            // The link lets a build notice files that are added to or removed from the folder IDL.
            exclude: ["IDL"],
            swiftSettings: settings, plugins: ["GenerateBackends"]),
        .target(name: "MassGenMCP", dependencies: ["MassGenCore"], swiftSettings: settings),
        .target(name: "MassGenSimulator", dependencies: ["MassGenCore"], swiftSettings: settings),
        .executableTarget(
            name: "massgen", dependencies: ["MassGenBackends", "MassGenMCP", "MassGenSimulator"],
            swiftSettings: settings),

        // Tests and measurements.
        .target(name: "CAllocationCounter"),
        .executableTarget(
            name: "massgen-bench",
            dependencies: ["MassGenBackends", "MassGenMCP", "MassGenSimulator", "CAllocationCounter"],
            swiftSettings: settings),
        .testTarget(
            name: "ProviderIDLTests", dependencies: ["ProviderIDL", "ProviderGen"], exclude: ["Cases"],
            swiftSettings: settings),
        .testTarget(name: "MassGenCoreTests", dependencies: ["MassGenCore"], swiftSettings: settings),
        .testTarget(
            name: "MassGenMCPTests", dependencies: ["MassGenMCP", "MassGenBackends", "MassGenSimulator"],
            exclude: ["Servers"], swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests", dependencies: ["massgen", "provider-idl", "MassGenBackends", "MassGenSimulator"],
            swiftSettings: settings),
        .testTarget(
            name: "MassGenBackendsTests",
            dependencies: ["MassGenBackends", "MassGenSimulator", "ProviderIDL", "ProviderGen"],
            exclude: ["Cost/catalogue.json"], swiftSettings: settings),
    ]
)
