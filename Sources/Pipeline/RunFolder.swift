import Foundation

/// A run's place on disk: written to a staging folder beside it, then renamed, whole or not at all.
struct RunFolder {
  let runID: String
  let output: String
  private let staging: String

  /// The path of the published run.
  var path: String { output + "/" + runID }

  /// Prepares the place; nothing is visible until `publish`.
  ///
  /// - Throws: `RunFailure.unwritable` where the output folder cannot be written.
  init(_ identity: RunIdentity, in output: String) throws(RunFailure) {
    runID = identity.runID
    self.output = output
    staging = output + "/.staging-" + identity.runID
    if FileManager.default.fileExists(atPath: path + "/run.json") { return }
    try Pipeline.makeFolder(output)
    discard()
    try makeFolder("")
  }

  /// The summary of the same run, where it is published already.
  var publishedSummary: RunSummary? {
    get throws(RunFailure) {
      guard FileManager.default.fileExists(atPath: path + "/run.json") else { return nil }
      var summary = try RunSummary(manifest: path + "/run.json")
      summary.path = path
      summary.isUnchanged = true
      try pointLatest()
      return summary
    }
  }

  private func makeFolder(_ name: String) throws(RunFailure) {
    try naming { () throws(RunFailure) in try Pipeline.makeFolder(staging + "/" + name) }
  }

  /// Writes one file of the run into the staging folder, readable by its owner only.
  func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    try naming { () throws(RunFailure) in
      try Pipeline.makeFolder((staging + "/" + name as NSString).deletingLastPathComponent)
      try writeBytes(bytes, to: staging + "/" + name)
    }
  }

  /// Blames the output folder: the staging folder is nothing that people know or could change.
  private func naming(_ write: () throws(RunFailure) -> Void) throws(RunFailure) {
    do throws(RunFailure) {
      try write()
    } catch {
      guard case .unwritable(_, let reason) = error else { throw error }
      throw RunFailure.unwritable(path: output, reason: reason)
    }
  }

  /// Makes the run visible in one step and points `latest` to it.
  ///
  /// A run of the same identity that stands there already has the same bytes and stays.
  func publish() throws(RunFailure) {
    if FileManager.default.fileExists(atPath: path + "/run.json") {
      discard()
      return try pointLatest()
    }
    sync()
    guard rename(staging, path) == 0 else {
      throw RunFailure.unwritable(path: output, reason: .last)
    }
    try pointLatest()
  }

  /// Leaves nothing behind where a run could not be finished.
  func discard() {
    guard isFolder(staging) else { return }
    do {
      try FileManager.default.removeItem(atPath: staging)
    } catch {
      // The next run with this identity removes what is left; the failure itself is reported.
      return
    }
  }

  private func pointLatest() throws(RunFailure) {
    let link = output + "/.latest-" + runID
    unlink(link)
    guard symlink(runID, link) == 0, rename(link, output + "/latest") == 0 else {
      throw RunFailure.unwritable(path: output, reason: .last)
    }
  }
}
