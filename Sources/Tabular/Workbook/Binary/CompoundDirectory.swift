/// The directory of a compound file: a tree of storages, which are like folders, and streams.
struct CompoundDirectory {
  /// A stream or storage.
  struct Entry {
    /// The name in small letters, for programs differ in them.
    let name: String
    let isStream: Bool
    let firstSector: UInt32
    let size: Int
    fileprivate let links: [UInt32]
    fileprivate let child: UInt32
  }

  static let entrySize = 128

  private(set) var entries: [Entry] = []

  init() {}

  init(_ bytes: Bytes) {
    entries = (0..<bytes.all.count / Self.entrySize).map { Self.entry(bytes, at: $0) }
  }

  /// The first entry, whose stream holds the small sectors.
  var root: Entry { entries.first ?? Self.entry(Bytes([]), at: 0) }

  /// The stream of this name outside of all storages, for a workbook may hold whole documents in
  /// storages of its own; only where the tree is broken any stream of the name.
  func stream(named name: String) -> Entry? {
    let top = topLevel
    let wanted = name.lowercased()
    return (top.isEmpty ? entries : top).first { $0.isStream && $0.name == wanted }
  }

  /// What the root's tree of children holds.
  private var topLevel: [Entry] {
    var found: [Entry] = []
    var isSeen = [Bool](repeating: false, count: entries.count)
    var open = [root.child]
    while let number = open.popLast() {
      guard Int(number) < entries.count, !isSeen[Int(number)] else { continue }
      isSeen[Int(number)] = true
      let entry = entries[Int(number)]
      found.append(entry)
      open += entry.links
    }
    return found
  }

  private static func entry(_ bytes: Bytes, at number: Int) -> Entry {
    let place = number * entrySize
    let nameLength = max(0, min(bytes.short(at: place + 64), 64) / 2 - 1)
    let units = (0..<nameLength).map { UInt16(bytes.short(at: place + $0 * 2)) }
    let kind = place + 66 < bytes.all.count ? bytes.all[place + 66] : 0
    return Entry(
      name: String(decoding: units, as: UTF16.self).lowercased(), isStream: kind == 2,
      firstSector: bytes.long(at: place + 116), size: Int(bytes.long(at: place + 120)),
      links: [bytes.long(at: place + 68), bytes.long(at: place + 72)],
      child: bytes.long(at: place + 76))
  }
}
