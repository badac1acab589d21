import Testing

@testable import Tabular

struct HostileBook: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let code: TabularError.Code
  var testDescription: String { name }
}

@Suite("Hostile XLS")
struct HostileBinaryTests {
  typealias Kind = BinaryRecords.Kind
  private static let sheet = label(0, 0, "甲") + label(1, 0, "乙")

  static let books: [HostileBook] = {
    var sharedTexts = BinaryBook(sheet)
    sharedTexts.globals = record(
      Kind.sharedTexts, long(0xFFFF_FFFF) + long(0xFFFF_FFFF) + short(9) + [0, 0x41])
    var elsewhere = BinaryBook(sheet)
    elsewhere.statedPlaces = [0: 0x7FFF_FFFF]
    var inMiddle = BinaryBook(sheet)
    inMiddle.statedPlaces = [0: 3]
    var many = BinaryBook(sheet)
    many.globals = Array(
      repeatElement(
        record(Kind.boundSheet, long(0) + [0, 0, 1, 0, 0x41]), count: 2_000
      ).joined())
    var styles = BinaryBook(sheet)
    styles.globals = Array(
      repeatElement(record(Kind.style, short(0) + short(14)), count: 100_001).joined())
    return [
      HostileBook(
        name: "a count of texts that is a lie", bytes: sharedTexts.bytes, code: .brokenArchive),
      HostileBook(name: "a sheet far behind the end", bytes: elsewhere.bytes, code: .brokenArchive),
      HostileBook(
        name: "a sheet in the middle of a record", bytes: inMiddle.bytes, code: .brokenArchive),
      HostileBook(name: "very many sheets", bytes: many.bytes, code: .tooLarge),
      HostileBook(name: "very many styles", bytes: styles.bytes, code: .tooLarge),
      HostileBook(
        name: "a cell's record that is too short",
        bytes: BinaryBook(record(Kind.number, short(0) + short(0) + [1])).bytes,
        code: .brokenArchive),
      HostileBook(
        name: "numbers side by side of an odd length",
        bytes: BinaryBook(record(Kind.numbers, [UInt8](repeating: 0, count: 13))).bytes,
        code: .brokenArchive),
      HostileBook(
        name: "more merged blocks than the record holds",
        bytes: BinaryBook(record(Kind.merges, short(60_000) + short(0))).bytes,
        code: .brokenArchive),
      HostileBook(
        name: "a text that goes on in a record of another kind",
        bytes: BinaryBook(binaryCell(Kind.label, 0, 0, short(50) + [1] + short(0x7532))).bytes,
        code: .brokenArchive),
      HostileBook(
        name: "half a unit at a record's end",
        bytes: BinaryBook(
          binaryCell(Kind.label, 0, 0, short(2) + [1, 0x32, 0x75, 0x10])
            + record(Kind.continuation, [1, 0x62])
        ).bytes, code: .brokenArchive),
      HostileBook(
        name: "a part inside a part without end",
        bytes: BinaryBook(record(Kind.beginning, short(0x600) + short(0x20))).bytes,
        code: .brokenArchive),
    ]
  }()

  @Test("is refused by name", arguments: books)
  func refused(book: HostileBook) {
    #expect(errorCode(book.bytes) == book.code)
  }

  @Test("sheets that lie one over another are refused")
  func overlapping() throws {
    let rows = Array((0..<500).map { label($0, 0, "甲") }.joined())
    var book = BinaryBook(rows)
    book.sheets.append(label(0, 0, "乙"))
    book.sheets.append(label(0, 0, "丙"))
    let place = book.stream.count - 2 * (12 + label(0, 0, "乙").count + 4) - (12 + rows.count + 4)
    book.statedPlaces = [1: place, 2: place]
    #expect(errorCode(book.bytes) == .brokenArchive)
    book.statedPlaces = [:]
    #expect(try readTables(from: book.bytes).sheets.map(\.rowCount) == [500, 1, 1])
  }

  @Test("a chain of sectors that bites its own tail is refused")
  func cycles() {
    let good = BinaryBook(Array((0..<500).map { label($0, 0, "甲乙丙") }.joined())).bytes
    let tablePlace = 512 * (1 + Int(good[76]) + Int(good[77]) << 8)
    for (sector, next) in [(3, 1), (1, 1), (5, 0), (2, 60_000)] {
      var bytes = good
      bytes.replaceSubrange(tablePlace + sector * 4..<tablePlace + sector * 4 + 4, with: long(next))
      #expect(errorCode(bytes) == .brokenArchive)
    }
    var lists = good
    lists.replaceSubrange(68..<72, with: long(0))
    #expect(errorCode(lists) == nil)
  }

  @Test("a stated size of 65,536 rows and 256 columns costs nothing")
  func statedSize() throws {
    let size = record(0x0200, long(0) + long(65_536) + short(0) + short(256) + short(0))
    let file = try readTables(from: BinaryBook(size + Self.sheet).bytes)
    #expect(file.sheets[0].rowCount == 2)
    let far = try readTables(from: BinaryBook(label(0, 0, "甲") + label(65_535, 255, "乙")).bytes)
    #expect(far.sheets[0].rowCount == 2 && far.sheets[0][1].number == 65_536)
  }

  @Test("cells behind the last column are left out and flagged, in order or not")
  func columns() throws {
    for records in [
      label(0, 0, "甲") + label(0, 60_000, "乙"), label(0, 60_000, "乙") + label(0, 0, "甲"),
    ] {
      let file = try readTables(from: BinaryBook(records).bytes)
      #expect(grid(of: file.sheets[0]) == [["甲"]])
      #expect(file.damage.map(\.code) == [.capReached])
    }
  }

  @Test("a long text in every cell is refused, though each cell names it in a few bytes")
  func repeatedText() {
    var limits = TableLimits()
    limits.freeRepetitionBytes = 500_000
    limits.maximumRepetition = 5
    var book = BinaryBook(
      Array((0..<20_000).map { binaryCell(Kind.sharedLabel, $0, 0, long(0)) }.joined()))
    book.globals = record(
      Kind.sharedTexts,
      long(1) + long(1) + short(8_000) + [0] + [UInt8](repeating: 0x41, count: 8_000))
    #expect(errorCode(book.bytes, limits: limits) == .tooLarge)
  }

  @Test("a workbook cut off anywhere is an error, never half a table")
  func cut() throws {
    let bytes = BinaryBook(Array((0..<200).map { label($0, 0, "甲乙丙") }.joined())).bytes
    for count in stride(from: 8, to: bytes.count - 512, by: 61) {
      #expect(throws: TabularError.self, "at \(count)") {
        try readTables(from: Array(bytes[..<count]))
      }
    }
  }
}

@Suite("Damaged XLS")
struct DamagedBinaryTests {
  private static let originals: [[UInt8]] = ["types", "layout", "identity"].flatMap { name in
    ["libreoffice", "xlwt"].compactMap { program in
      let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
      var buffer = ByteBuffer()
      do throws(TabularError) {
        let source = try ByteSource(path: "/\(folder)/Fixtures/\(name)-\(program).xls")
        while try source.read(into: &buffer) {}
      } catch {
        Issue.record("\(error)")
        return nil
      }
      return Array(buffer.storage[buffer.live])
    }
  }

  private static func mutated(_ seed: Int) -> [UInt8] {
    var numbers = Sequence64(state: UInt64(seed))
    var bytes = originals[seed % originals.count]
    for _ in 0...numbers.next(below: 6) {
      let place = numbers.next(below: bytes.count)
      switch numbers.next(below: 5) {
      case 0: bytes[place] = UInt8(numbers.next(below: 256))
      case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF][numbers.next(below: 5)]
      case 2: bytes[place] ^= 1 << UInt8(numbers.next(below: 8))
      case 3:
        let end = min(bytes.count, place + numbers.next(below: 40))
        let target = numbers.next(below: bytes.count - (end - place))
        bytes.replaceSubrange(target..<target + end - place, with: bytes[place..<end])
      default: if numbers.next(below: 20) == 0 { bytes.removeSubrange(place...) }
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }

  private static func outcome(_ bytes: [UInt8], _ size: Int) -> String {
    do throws(TabularError) {
      let file = try read(bytes, inPiecesOf: size)
      let damage = file.damage.map { "\($0.code) \($0.row ?? 0) \($0.column ?? -1)" }
      return "\(file.sheets.map(\.name)) \(file.sheets.map(grid)) \(damage)"
    } catch {
      return error.description
    }
  }

  @Test(
    "gives tables or an error, the same however its bytes are cut, and never crashes",
    arguments: 0..<10)
  func mutations(tenth: Int) {
    for seed in 0..<200 {
      let bytes = Self.mutated(tenth * 1_000 + seed)
      let whole = Self.outcome(bytes, 1 << 18)
      #expect(Self.outcome(bytes, 7) == whole, "seed \(tenth * 1_000 + seed)")
    }
  }
}
