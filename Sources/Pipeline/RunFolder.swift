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
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      if FileManager.default.fileExists(atPath: staging) {
        try FileManager.default.removeItem(atPath: staging)
      }
      try makeFolder("")
    } catch {
      throw RunFailure.unwritable(path: output, reason: reason(of: error))
    }
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

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: staging + "/" + name, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
  }

  /// Writes one file of the run into the staging folder, readable by its owner only.
  func write(_ bytes: [UInt8], to name: String) throws(RunFailure) {
    let path = staging + "/" + name
    do {
      let folder = (name as NSString).deletingLastPathComponent
      if !folder.isEmpty { try makeFolder(folder) }
      try writeFile(bytes, to: path)
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw RunFailure.unwritable(path: output, reason: reason(of: error))
    }
  }

  private func writeFile(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw RunFailure.unwritable(path: output, reason: systemReason()) }
    defer { close(file) }
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes {
        Glibc.write(file, $0.baseAddress, $0.count)
      }
      guard written > 0 else {
        throw RunFailure.unwritable(path: output, reason: systemReason())
      }
      offset += written
    }
  }

  /// Makes the run visible in one step and points `latest` to it.
  func publish() throws(RunFailure) {
    sync()
    guard rename(staging, path) == 0 else {
      throw RunFailure.unwritable(path: output, reason: systemReason())
    }
    try pointLatest()
  }

  /// Leaves nothing behind where a run could not be finished.
  func discard() {
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
      throw RunFailure.unwritable(path: output, reason: systemReason())
    }
  }

  private func systemReason() -> String { String(cString: strerror(errno)) }
}
