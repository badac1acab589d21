// swift-tools-version: 6.2
import PackageDescription

let warningsAreErrors = Context.environment["BANGFU_WARNINGS_AS_ERRORS"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// One room of the house: a library target whose arrows are the listed imports only.
func room(_ name: String, imports: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: imports, resources: resources, swiftSettings: settings)
}

func tests(
  of name: String, imports: [Target.Dependency] = [], excluding: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + imports, exclude: excluding,
    resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "bangfu",
  products: [
    .executable(name: "bangfu", targets: ["bangfu"]),
    // For the benchmarks' package.
    .library(name: "BangfuScreening", targets: ["Casework", "Screening"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    room("Casework"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CXLSXOptions"),
    room("Tabular", imports: ["CLibXML2", "CLibXLSXWriter", "CXLSXOptions", "CLibZip"]),
    room("Intake", imports: ["Casework", "Tabular"]),
    room("Income", imports: ["Casework"]),
    room("Screening", imports: ["Casework"]),
    room("Linkage", imports: ["Casework"]),
    room(
      "Registry",
      imports: [
        "Casework", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    room("Statistics", imports: ["Casework"]),
    room(
      "Reporting",
      imports: [
        "Casework", "Tabular", .product(name: "Mustache", package: "swift-mustache"),
      ]),
    room(
      "Pipeline",
      imports: [
        "Casework", "Tabular", "Intake", "Income", "Screening", "Linkage", "Registry",
        "Statistics", "Reporting", "Yams", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    room("SampleData", imports: ["Casework"]),
    .executableTarget(
      name: "bangfu",
      dependencies: [
        "Casework", "Pipeline", "SampleData", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // Takes the place of the C library's allocator: docs/decisions/0086.
      linkerSettings: [.linkedLibrary("jemalloc")]),
    .executableTarget(
      name: "returns-benchmark", dependencies: ["Tabular"], path: "Benchmarks/ReturnSheets",
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["Casework", "Income", "Screening"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Casework"),
    tests(of: "Income", imports: ["Casework", "Intake", "Screening", "TestSupport"]),
    tests(of: "Screening", imports: ["Casework", "Income", "TestSupport"]),
    tests(of: "Linkage", imports: ["Casework", "TestSupport"]),
    tests(
      of: "Registry",
      imports: [
        "Casework", "Income", "Screening", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(of: "Tabular", imports: ["CLibZip"], excluding: ["Fixtures"]),
    tests(
      of: "Pipeline",
      imports: [
        "Casework", "Tabular", "Intake", "Income", "Screening", "Linkage", "Registry", "Reporting",
        "SampleData", "Statistics", "TestSupport", "bangfu",
      ], excluding: ["Golden", "Layouts", "LibreOffice"]),
    tests(of: "Intake", imports: ["Casework", "Tabular", "TestSupport", "Yams"]),
    tests(
      of: "Reporting", imports: ["Casework", "Statistics", "Tabular", "TestSupport"],
      resources: [.copy("Golden")]),
    tests(of: "Statistics", imports: ["Casework", "TestSupport"]),
    tests(
      of: "SampleData", imports: ["Casework"],
      excluding: ["read-back.py", "recompute-truth.py", "sample_sheets.py"]),
    .testTarget(
      name: "DocumentationTests", dependencies: ["Casework"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
