import ArgumentParser
import Pipeline

/// `bangfu registry status`: what the registry holds.
struct RegistryStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say what the registry holds.")

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let status = try options.reporting { () throws(RunFailure) in
      try registryStatus(options.request)
    }
    for line in status.lines(in: options.language.language) { print(line) }
  }
}

/// `bangfu registry verify`: file, histories, books and stored results.
struct RegistryVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the file, every history, the fund's equations and the stored results; exit 5 "
      + "when something is wrong.")

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let verification = try options.reporting { () throws(RunFailure) in
      try verifyRegistry(options.request)
    }
    for line in verification.lines(in: options.language.language) { print(line) }
    throw ExitCode(verification.exitCode)
  }
}

/// `bangfu registry backup`: the registry and its key, copied while nobody writes.
struct RegistryBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the registry and the case-id key into a folder.")

  @Option(help: "The folder of the copy.")
  var output: String

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let paths = try options.reporting { () throws(RunFailure) in
      try backUpRegistry(options.request, to: output)
    }
    for path in paths { print(path) }
  }
}

/// `bangfu registry restore`: a backup into the registry's place.
struct RegistryRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup into the registry's place; what stood there is kept beside it.")

  @Argument(help: "The backup's file.")
  var backup: String

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let kept = try options.reporting { () throws(RunFailure) in
      try restoreRegistry(options.request, from: backup)
    }
    if let kept { print(kept) }
  }
}

/// `bangfu registry export`: the registry's tables as CSV.
struct RegistryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the registry's tables as CSV, without names, numbers and free words.")

  @Option(help: "The folder to write to.")
  var output: String

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let paths = try options.reporting { () throws(RunFailure) in
      try exportRegistry(options.request, to: output)
    }
    for path in paths { print(path) }
  }
}

/// `bangfu registry prune`: personal data past its retention period goes.
struct RegistryPruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove personal data that is past the policy's retention periods, and say what.")

  @Flag(name: .customLong("dry-run"), help: "Say only what would go.")
  var dryRun = false

  @OptionGroup var options: RegistryOptions

  func run() throws {
    let summary = try options.reporting { () throws(RunFailure) in
      try pruneRegistry(options.request, isDryRun: dryRun)
    }
    for line in summary.lines(in: options.language.language) { print(line) }
  }
}
