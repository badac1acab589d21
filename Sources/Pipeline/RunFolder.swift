import Foundation
import Registry

/// A run's place on disk: written to a staging folder beside it, then renamed, whole or not at all.
///
/// The order is: write, ``seal()``, record in the registry, ``publish()``. A run that was stopped
/// before it was recorded leaves nothing; one that was stopped after it is published by the next run
/// that comes to the output folder.
struct RunFolder: Sendable {
  let runID: String
  let output: String
  /// Whether this very run had been recorded and was published only now.
  private(set) var isFinishedLate = false
  private let staging: String
  /// Held while this run writes; a staging folder nobody holds was left behind.
  private var hold: FolderLock?

  /// The path of the published run.
  var path: String { output + "/" + runID }

  /// What a simulation calls its manifest; it is no run.
  static let simulationManifest = "simulation.json"

  /// Whether the run is published.
  var isPublished: Bool {
    ["run.json", Self.simulationManifest].contains {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }
  }

  /// Prepares the place; nothing is visible until `publish`.
  ///
  /// - Parameters:
  ///   - identity: The run.
  ///   - output: The folder runs are published in.
  ///   - registry: Where runs that were stopped may have been recorded; nil: this one is recorded
  ///     nowhere, and what others left behind is none of its business.
  /// - Throws: `RunFailure.unwritable` where the output folder cannot be written.
  init(
    _ identity: RunIdentity, in output: String, of registry: RegistryFile?
  ) throws(RunFailure) {
    runID = identity.runID
    self.output = output
    staging = output + "/" + Self.stagingMark + identity.runID
    try Pipeline.makeFolder(output)
    if let registry {
      isFinishedLate = try Self.blaming(output) { () throws(RunFailure) in
        try Self.clearUp(output, registry)
      }.contains(runID)
    }
    if isPublished { return }
    try makeFolder("")
    hold = FolderLock(staging)
  }

  /// Writes one file of the run into the staging folder, readable by its owner only.
  func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    try naming { () throws(RunFailure) in
      try Pipeline.makeFolder(folder(of: staging + "/" + name))
      try writeBytes(bytes, to: staging + "/" + name)
    }
  }

  private func makeFolder(_ name: String) throws(RunFailure) {
    try naming { () throws(RunFailure) in try Pipeline.makeFolder(staging + "/" + name) }
  }

  private func naming(_ write: () throws(RunFailure) -> Void) throws(RunFailure) {
    try Self.blaming(output, write)
  }

  /// Blames the output folder: the staging folder is nothing that people know or could change.
  private static func blaming<Value>(
    _ output: String, _ write: () throws(RunFailure) -> Value
  ) throws(RunFailure) -> Value {
    do throws(RunFailure) {
      return try write()
    } catch {
      switch error {
      case .unwritable(_, let reason), .unreadable(_, let reason):
        throw RunFailure.unwritable(path: output, reason: reason)
      default: throw error
      }
    }
  }

  /// Waits until everything that was written is on the disk; comes before the run is recorded, since
  /// a recorded run is published whatever happens.
  func seal() throws(RunFailure) {
    guard isFolder(staging) else { return }
    // One call for all: a round has thousands of small files, and waiting for each takes minutes.
    sync()
    try naming { () throws(RunFailure) in
      for name in ["run.json", Self.simulationManifest]
      where FileManager.default.fileExists(atPath: staging + "/" + name) {
        try synchronize(staging + "/" + name)
      }
      try synchronize(staging)
    }
  }

  /// Makes the run visible in one step and points `latest` to it.
  ///
  /// A run of the same identity that stands there already has the same bytes and stays.
  func publish() throws(RunFailure) {
    try publishAside()
    try pointLatest()
  }

  /// Makes the run visible in one step and leaves `latest` as it is.
  func publishAside() throws(RunFailure) {
    if isPublished {
      discard()
    } else {
      try Self.move(staging, to: path, in: output)
    }
  }

  /// Leaves nothing behind where a run could not be finished.
  func discard() {
    do {
      try Self.remove(staging)
    } catch {
      // The next run in this output folder removes what is left; the failure itself is reported.
      return
    }
  }

  /// Points `latest` to the published run, where it does not yet.
  func pointLatest() throws(RunFailure) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(output + "/latest", &target, target.count)
    if length == runID.utf8.count, target.prefix(length).elementsEqual(runID.utf8.map(CChar.init)) {
      return
    }
    let hold = FolderLock(output, waits: true)
    defer { hold?.release() }
    let link = output + "/" + Self.linkMark + runID
    unlink(link)
    guard symlink(runID, link) == 0, rename(link, output + "/latest") == 0 else {
      throw RunFailure.unwritable(path: output, reason: .last)
    }
    try synchronize(output)
  }
}

// MARK: What stopped runs left behind

extension RunFolder {
  private static let stagingMark = ".staging-"
  private static let linkMark = ".latest-"

  /// Publishes what stopped runs had recorded and removes what they had not.
  ///
  /// - Returns: The runs that were published.
  private static func clearUp(
    _ output: String, _ registry: RegistryFile
  ) throws(RunFailure) -> [String] {
    let hold = FolderLock(output, waits: true)
    defer { hold?.release() }
    var finished: [String] = []
    for name in try fileNames(in: output) {
      if name.hasPrefix(linkMark) { unlink(output + "/" + name) }
      // A run with another registry may be writing here.
      guard name.hasPrefix(stagingMark), let left = FolderLock(output + "/" + name) else {
        continue
      }
      defer { left.release() }
      let runID = String(name.dropFirst(stagingMark.count))
      if try isRecorded(runID, at: output, in: registry) {
        try move(output + "/" + name, to: output + "/" + runID, in: output)
        finished.append(runID)
      } else {
        try remove(output + "/" + name)
      }
    }
    return finished
  }

  /// Whether a staged run is whole and recorded, and only its last step is missing.
  private static func isRecorded(
    _ runID: String, at output: String, in registry: RegistryFile
  ) throws(RunFailure) -> Bool {
    guard FileManager.default.fileExists(atPath: output + "/" + stagingMark + runID + "/run.json"),
      !FileManager.default.fileExists(atPath: output + "/" + runID)
    else { return false }
    return try registered { () throws(RegistryError) in try registry.hasRun(runID) }
  }

  private static func move(
    _ staging: String, to path: String, in output: String
  ) throws(RunFailure) {
    guard rename(staging, path) == 0 else {
      throw RunFailure.unwritable(path: output, reason: .last)
    }
    try synchronize(output)
  }

  private static func remove(_ folder: String) throws(RunFailure) {
    guard isFolder(folder) else { return }
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      throw RunFailure.unwritable(path: folder, reason: SystemReason(text: "\(error)"))
    }
  }
}

extension RunFolder {
  /// The summary of the same run, where it is published already.
  var publishedSummary: RunSummary? {
    get throws(RunFailure) {
      guard isPublished else { return nil }
      var summary = try RunSummary(manifest: path + "/run.json")
      summary.path = path
      summary.isUnchanged = true
      try pointLatest()
      return summary
    }
  }
}

/// An exclusive lock on a folder, which ends with the process however that ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; nil where another process has it, or the folder cannot be opened.
  init?(_ path: String, waits: Bool = false) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return nil }
    guard flock(folder, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
      close(folder)
      return nil
    }
    descriptor = folder
  }

  /// Lets others have the folder before this value goes.
  func release() { flock(descriptor, LOCK_UN) }

  deinit { close(descriptor) }
}
