import CLibZip
import Glibc

/// The ZIP archive of a workbook; nothing of it is ever written to a disk.
///
/// What its directory says is checked before anything is inflated, and what inflating gives is
/// counted, for a directory may lie.
final class Archive {
  /// One entry as the archive's directory describes it.
  struct Member {
    let name: String
    let index: UInt64
    let size: Int
  }

  private static let directoryEnd: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let longDirectoryEnd: [UInt8] = [0x50, 0x4B, 0x06, 0x06]
  /// How far from the end of a file the end of its directory may begin.
  private static let directoryReach = 66_000

  let limits: TableLimits
  /// The most bytes that may be inflated or that cells may hold, for a file of this size.
  let allowance: Int
  fileprivate let handle: OpaquePointer
  fileprivate var inflated = 0
  private var members: [String: Member] = [:]

  init(_ source: ByteSource, limits: TableLimits) throws(TabularError) {
    self.limits = limits
    allowance = limits.expansion(ofArchiveOf: source.byteCount)
    try Self.checkEntryCount(source, limits)
    handle = try source.openArchive()
    try listMembers()
  }

  deinit {
    zip_discard(handle)
  }

  /// Whether an entry of this name is there; letters' case and the kind of slash do not matter.
  func contains(_ name: String) -> Bool { members[Self.key(name)] != nil }

  /// Whether an entry's name begins so.
  func containsPrefix(_ prefix: String) -> Bool {
    let key = Self.key(prefix)
    return members.keys.contains { $0.hasPrefix(key) }
  }

  /// The entry of this name, to be read.
  func entry(_ name: String) throws(TabularError) -> ArchiveEntry? {
    guard let member = members[Self.key(name)] else { return nil }
    guard member.size <= limits.maximumEntryBytes else {
      throw TabularError(.tooLarge, .entryTooLarge, limits.maximumEntryBytes)
    }
    guard member.size <= allowance else { throw expansionError }
    return ArchiveEntry(member, of: self)
  }

  var expansionError: TabularError {
    TabularError(.tooLarge, .expandsTooFar, limits.maximumExpansion)
  }

  /// Refuses an archive of very many entries before the library lists them.
  private static func checkEntryCount(
    _ source: ByteSource, _ limits: TableLimits
  ) throws(TabularError) {
    let tail = source.tail(directoryReach)
    var index = 0
    while let place = tail[index...].firstIndex(of: directoryEnd[0]) {
      index = place + 1
      if tail[place...].starts(with: directoryEnd), place + 12 <= tail.count {
        let count = Int(tail[place + 10]) | Int(tail[place + 11]) << 8
        // 65,535 says that the count stands in another record.
        if count < 0xFFFF { try check(count, limits) }
      } else if tail[place...].starts(with: longDirectoryEnd), place + 40 <= tail.count {
        let bytes = tail[place + 32..<place + 40]
        try check(bytes.reversed().reduce(0) { min($0, 1 << 40) << 8 | Int($1) }, limits)
      }
    }
  }

  private static func check(_ count: Int, _ limits: TableLimits) throws(TabularError) {
    guard count <= limits.maximumArchiveEntries else {
      throw TabularError(.tooLarge, .tooManyEntries, limits.maximumArchiveEntries)
    }
  }

  private func listMembers() throws(TabularError) {
    let count = max(0, Int(zip_get_num_entries(handle, 0)))
    try Self.check(count, limits)
    for index in 0..<UInt64(count) {
      guard let letters = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)) else {
        throw TabularError(.brokenArchive, .namelessEntry)
      }
      let name = String(cString: letters)
      if name.hasSuffix("/") { continue }
      var state = zip_stat_t()
      zip_stat_init(&state)
      guard zip_stat_index(handle, index, 0, &state) == 0 else {
        throw archiveError(of: handle)
      }
      if state.encryption_method != 0 {
        throw TabularError(.encrypted, .passwordNeeded)
      }
      let key = Self.key(name)
      guard Self.isSafe(key) else {
        throw TabularError(.unsafeArchive, .nameLeadsOutside)
      }
      let size = Int(clamping: state.size)
      let member = Member(name: name, index: index, size: size)
      guard members.updateValue(member, forKey: key) == nil else {
        throw TabularError(.unsafeArchive, .nameTwice)
      }
    }
  }

  private static func key(_ name: String) -> String {
    let lowered = String(decoding: name.utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
      .lowercased()
    return lowered.hasPrefix("./") ? String(lowered.dropFirst(2)) : lowered
  }

  /// No parent folders, no drives, no names from the root, no control characters.
  private static func isSafe(_ key: String) -> Bool {
    !key.hasPrefix("/") && !key.split(separator: "/").contains("..")
      && !key.dropFirst().hasPrefix(":") && !key.utf8.contains { $0 < 0x20 }
  }
}

/// One entry of an archive, inflated piece by piece under the archive's limits.
final class ArchiveEntry {
  private let archive: Archive
  private let member: Archive.Member
  private var file: OpaquePointer?
  private var position = 0

  fileprivate init(_ member: Archive.Member, of archive: Archive) {
    self.archive = archive
    self.member = member
  }

  deinit {
    if let file { zip_fclose(file) }
  }

  /// The inflated size that the archive's directory states.
  var size: Int { member.size }

  func rewind() {
    guard position > 0, let file else { return }
    zip_fclose(file)
    self.file = nil
    position = 0
  }

  /// Adds the next inflated bytes to `buffer`; nothing at the end.
  func read(into buffer: inout ByteBuffer, atMost count: Int) throws(TabularError) {
    let file = try opened()
    var taken = 0
    buffer.append(upTo: count) { target in
      taken = Int(zip_fread(file, target.baseAddress, UInt64(count)))
      return max(taken, 0)
    }
    guard taken >= 0 else {
      throw archiveError(zip_error_code_zip(zip_file_get_error(file)))
    }
    position += taken
    archive.inflated += taken
    // No need to inflate on where the directory lies.
    guard position <= size else { throw TabularError(.brokenArchive, .badDirectory) }
    guard archive.inflated <= archive.allowance else { throw archive.expansionError }
    guard archive.inflated <= archive.limits.maximumArchiveBytes else {
      throw TabularError(.tooLarge, .archiveTooLarge, archive.limits.maximumArchiveBytes)
    }
  }

  private func opened() throws(TabularError) -> OpaquePointer {
    if let file { return file }
    guard let file = zip_fopen_index(archive.handle, member.index, 0) else {
      throw archiveError(of: archive.handle)
    }
    self.file = file
    return file
  }
}

/// The error that one of the library's numbers stands for.
func archiveError(_ number: Int32) -> TabularError {
  let kind: TabularReason.Kind =
    switch number {
    case ZIP_ER_CRC: .badChecksum
    case ZIP_ER_NOZIP, ZIP_ER_INCONS: .badDirectory
    case ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_EOF: .cutShort
    case ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA: .badPackedBytes
    case ZIP_ER_COMPNOTSUPP, ZIP_ER_ENCRNOTSUPP: .unknownPacking
    default: .otherArchiveError
    }
  return TabularError(
    .brokenArchive, kind, kind == .otherArchiveError ? "\(number)" : "")
}

private func archiveError(of handle: OpaquePointer) -> TabularError {
  archiveError(zip_error_code_zip(zip_get_error(handle)))
}
