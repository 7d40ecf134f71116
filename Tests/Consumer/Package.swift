// swift-tools-version: 6.2

import PackageDescription

// A package that brings its own provider: Sources/App/Acme.idl becomes `Acme`, on a wire of the package it depends on.
let package = Package(
    name: "consumer",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "massgen", path: "../..")],
    targets: [
        .executableTarget(
            name: "App",
            dependencies: [
                .product(name: "MassGenBackends", package: "massgen"),
                .product(name: "MassGenSimulator", package: "massgen"),
            ],
            plugins: [.plugin(name: "GenerateBackends", package: "massgen")])
    ]
)
