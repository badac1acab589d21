// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the main package's build does not know it.
let package = Package(
  name: "bangfu-benchmarks",
  dependencies: [.package(name: "bangfu", path: "..")],
  targets: [
    .executableTarget(
      name: "ScreeningBenchmark",
      dependencies: [.product(name: "BangfuScreening", package: "bangfu")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
