import Testing

@testable import Tabular

/// A number as 16 bits, low byte first.
func short(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }

/// A number as 32 bits, low byte first.
func long(_ number: Int) -> [UInt8] { short(number) + short(number >> 16) }

/// A record of a binary workbook.
func record(_ kind: Int, _ bytes: [UInt8] = []) -> [UInt8] {
  short(kind) + short(bytes.count) + bytes
}

/// A cell's record: place, style and content.
func binaryCell(
  _ kind: Int, _ row: Int, _ column: Int, style: Int = 0, _ content: [UInt8]
) -> [UInt8] {
  record(kind, short(row) + short(column) + short(style) + content)
}

/// A text as workbooks since 1997 write it in records: a count, options, and units of 16 bits.
func unitText(_ text: String) -> [UInt8] {
  short(text.utf16.count) + [1] + text.utf16.flatMap { short(Int($0)) }
}

/// A cell with a text of its own.
func label(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
  binaryCell(BinaryRecords.Kind.label, row, column, unitText(text))
}

/// A cell with a floating point number.
func numberCell(_ row: Int, _ column: Int, _ number: Double, style: Int = 0) -> [UInt8] {
  let bits = number.bitPattern
  return binaryCell(
    BinaryRecords.Kind.number, row, column, style: style,
    (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) })
}

/// The parts of a binary workbook that a test does not give itself.
struct BinaryBook {
  var version = 0x0600
  /// Records of the first part.
  var globals: [UInt8] = []
  /// The records of each sheet.
  var sheets: [[UInt8]]
  /// Where in the stream the list of sheets says each begins, where not at its place.
  var statedPlaces: [Int: Int] = [:]

  init(_ sheet: [UInt8]) { sheets = [sheet] }

  private func beginning(_ kind: Int) -> [UInt8] {
    record(BinaryRecords.Kind.beginning, short(version) + short(kind) + long(0))
  }

  /// The workbook's stream.
  var stream: [UInt8] {
    let ends = record(BinaryRecords.Kind.end)
    let parts = sheets.map { beginning(0x10) + $0 + ends }
    let names = sheets.indices.map { index in
      version == 0x0600
        ? [2, 1] + short(0x8868) + short(0x31 + index) : [2, 0x54, UInt8(0x31 + index)]
    }
    var place = beginning(5).count + globals.count + ends.count
    place += names.reduce(0) { $0 + $1.count + 10 }
    var list: [UInt8] = []
    for (index, part) in parts.enumerated() {
      list += record(
        BinaryRecords.Kind.boundSheet, long(statedPlaces[index] ?? place) + [0, 0] + names[index])
      place += part.count
    }
    return beginning(5) + globals + list + ends + parts.joined()
  }

  /// The workbook as the bytes of a file.
  var bytes: [UInt8] { compound([(version == 0x0600 ? "Workbook" : "Book", stream)]) }
}

/// A container with streams side by side; those of less than 4,096 bytes lie in small sectors.
func compound(_ streams: [(name: String, content: [UInt8])]) -> [UInt8] {
  let end = 0xFFFF_FFFE
  var table: [Int] = []
  var sectors: [UInt8] = []
  func append(_ content: [UInt8]) -> Int {
    guard !content.isEmpty else { return end }
    let first = table.count
    let count = (content.count + 511) / 512
    table += (1...count).map { $0 == count ? end : first + $0 }
    sectors += content + [UInt8](repeating: 0, count: count * 512 - content.count)
    return first
  }
  var miniTable: [Int] = []
  var miniStream: [UInt8] = []
  var entries = [[UInt8]]()
  for (name, content) in streams {
    var first = end
    if content.count >= 4_096 {
      first = append(content)
    } else if !content.isEmpty {
      first = miniTable.count
      let count = (content.count + 63) / 64
      miniTable += (1...count).map { $0 == count ? end : first + $0 }
      miniStream += content + [UInt8](repeating: 0, count: count * 64 - content.count)
    }
    let right = entries.count + 2 <= streams.count ? entries.count + 2 : 0xFFFF_FFFF
    entries.append(
      directoryEntry(name, kind: 2, first: first, size: content.count, right: right))
  }
  let holder = append(miniStream)
  let miniPlace = append(miniTable.flatMap(long))
  let root = directoryEntry(
    "Root Entry", kind: 5, first: holder, size: miniStream.count, child: 1)
  let directory = append(root + entries.joined())
  let tableSectors = (table.count + 127 + (table.count + 127) / 128) / 128
  let tablePlace = table.count
  table += [Int](repeating: 0xFFFF_FFFD, count: tableSectors)
  let padding = [Int](repeating: 0xFFFF_FFFF, count: tableSectors * 128 - table.count)
  sectors += (table + padding).flatMap(long)
  return compoundHeader(
    tableSectors: Array(tablePlace..<tablePlace + tableSectors), directory: directory,
    miniTable: miniPlace) + sectors
}

private func directoryEntry(
  _ name: String, kind: UInt8, first: Int, size: Int, right: Int = 0xFFFF_FFFF,
  child: Int = 0xFFFF_FFFF
) -> [UInt8] {
  let units = Array(name.utf16.flatMap { short(Int($0)) }.prefix(62))
  var entry = units + [UInt8](repeating: 0, count: 64 - units.count)
  entry += short(units.count + 2) + [kind, 1] + long(0xFFFF_FFFF) + long(right) + long(child)
  entry += [UInt8](repeating: 0, count: 36) + long(first) + long(size) + long(0)
  return entry
}

private func compoundHeader(
  tableSectors: [Int], directory: Int, miniTable: Int
) -> [UInt8] {
  var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  header += [UInt8](repeating: 0, count: 16) + short(0x3E) + short(3) + short(0xFFFE)
  header += short(9) + short(6) + [UInt8](repeating: 0, count: 10) + long(tableSectors.count)
  header += long(directory) + long(0) + long(4_096) + long(miniTable) + long(1)
  header += long(0xFFFF_FFFE) + long(0)
  for index in 0..<109 {
    header += long(index < tableSectors.count ? tableSectors[index] : 0xFFFF_FFFF)
  }
  return header
}
