/// The container of old workbooks and documents (OLE): streams cut into sectors, like a small file
/// system, by [MS-CFB].
///
/// Nothing of a hostile file makes it loop or grow: a chain is no longer than its table, a table no
/// longer than the file.
struct CompoundFile {
  static let firstBytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  private static let headerSize = 512
  /// Numbers from here on are no sectors but marks, such as a chain's end.
  private static let firstMark: UInt32 = 0xFFFF_FFFA
  private static let tableSectorsInHeader = 109
  private static let miniSectorSize = 64

  private let source: ByteSource
  private let sectorSize: Int
  /// For each sector the one that follows it.
  private var table: [UInt32] = []
  private var miniTable: [UInt32] = []
  /// Streams shorter than this lie in the small sectors of the root entry's stream.
  private let miniStreamLimit: Int
  private(set) var directory = CompoundDirectory()

  init(_ source: ByteSource, limits: TableLimits) throws(TabularError) {
    self.source = source
    let header = try Bytes(of: source, at: 0, count: Self.headerSize)
    let shift = header.short(at: 30)
    guard shift == 9 || shift == 12, header.short(at: 28) == 0xFFFE else {
      throw TabularError(.brokenArchive, .badDirectory)
    }
    sectorSize = 1 << shift
    miniStreamLimit = Int(header.long(at: 56))
    table = try sectorTable(header)
    let most = limits.maximumArchiveEntries * CompoundDirectory.entrySize
    let listing = try chain(from: header.long(at: 48), in: table)
    guard listing.count * sectorSize <= most + sectorSize else {
      throw TabularError(.tooLarge, .tooManyEntries, limits.maximumArchiveEntries)
    }
    directory = CompoundDirectory(try content(of: listing))
    miniTable = try content(of: chain(from: header.long(at: 60), in: table)).longs
  }

  /// The bytes of a stream, to be read.
  func stream(_ entry: CompoundDirectory.Entry) throws(TabularError) -> CompoundStream {
    guard entry.size < miniStreamLimit else {
      let sectors = try chain(from: entry.firstSector, in: table)
      return CompoundStream(
        source, offsets: sectors.map(offset), size: sectorSize, count: entry.size)
    }
    let holder = try chain(from: directory.root.firstSector, in: table)
    let perSector = sectorSize / Self.miniSectorSize
    var offsets: [Int] = []
    for sector in try chain(from: entry.firstSector, in: miniTable) {
      let (index, rest) = Int(sector).quotientAndRemainder(dividingBy: perSector)
      guard index < holder.count else { throw TabularError(.brokenArchive, .badSectorChain) }
      offsets.append(offset(of: holder[index]) + rest * Self.miniSectorSize)
    }
    return CompoundStream(
      source, offsets: offsets, size: Self.miniSectorSize, count: entry.size)
  }

  private func offset(of sector: UInt32) -> Int { (Int(sector) + 1) * sectorSize }

  /// The table of all sectors, whose own sectors are listed in the header and, for files above 7 MB,
  /// in a chain of further lists.
  private func sectorTable(_ header: Bytes) throws(TabularError) -> [UInt32] {
    let sectorCount = (source.byteCount + sectorSize - 1) / sectorSize
    let perSector = sectorSize / 4
    let needed = (sectorCount + perSector - 1) / perSector
    var listed = (0..<Self.tableSectorsInHeader).map { header.long(at: 76 + $0 * 4) }
    var next = header.long(at: 68)
    var listCount = 0
    while next < Self.firstMark, listed.count < needed {
      listCount += 1
      guard listCount <= needed else { throw TabularError(.brokenArchive, .badSectorChain) }
      var list = try content(of: [next]).longs
      guard list.count == perSector else { throw TabularError(.brokenArchive, .cutShort) }
      next = list.removeLast()
      listed += list
    }
    let used = listed.prefix(needed).filter { $0 < Self.firstMark }
    let content = try content(of: Array(used))
    guard content.all.count == used.count * sectorSize else {
      throw TabularError(.brokenArchive, .cutShort)
    }
    return content.longs
  }

  private func chain(from first: UInt32, in table: [UInt32]) throws(TabularError) -> [UInt32] {
    var sectors: [UInt32] = []
    var next = first
    while next < Self.firstMark {
      guard Int(next) < table.count, sectors.count < table.count else {
        throw TabularError(.brokenArchive, .badSectorChain)
      }
      sectors.append(next)
      next = table[Int(next)]
    }
    return sectors
  }

  private func content(of sectors: [UInt32]) throws(TabularError) -> Bytes {
    var buffer = ByteBuffer()
    for sector in sectors {
      try source.read(at: offset(of: sector), upTo: sectorSize, into: &buffer)
    }
    return Bytes(Array(buffer.storage[buffer.live]))
  }
}

/// Bytes of a container's own tables, low byte first; what lies behind their end counts as zero.
struct Bytes {
  let all: [UInt8]

  init(_ all: [UInt8]) {
    self.all = all
  }

  init(of source: ByteSource, at offset: Int, count: Int) throws(TabularError) {
    var buffer = ByteBuffer()
    try source.read(at: offset, upTo: count, into: &buffer)
    guard buffer.count == count else { throw TabularError(.brokenArchive, .cutShort) }
    all = Array(buffer.storage[buffer.live])
  }

  func short(at place: Int) -> Int {
    place + 2 <= all.count ? Int(all[place]) | Int(all[place + 1]) << 8 : 0
  }

  func long(at place: Int) -> UInt32 {
    UInt32(short(at: place)) | UInt32(short(at: place + 2)) << 16
  }

  var longs: [UInt32] { (0..<all.count / 4).map { long(at: $0 * 4) } }
}
