import Testing

@testable import Tabular

/// A small fixed sequence of numbers that look random.
struct Sequence64 {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

@Suite("Damaged files")
struct MutationTests {
  static let pieces: [[UInt8]] =
    [
      "\"", ",", "\n", "\r", "<", ">", "&", "&#1;", "&#", "<Row>", "</Row>", "ss:Index=\"0\"",
      "ss:MergeAcross=\"70000\"", "99999999999", "<Cell/>", "]]>", "<![CDATA[", "<!--", "=", "'",
      "<R><a>1</a></R>", "\u{FEFF}",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xE4, 0xB8], [0x81], [0x84, 0x31]]

  static let originals: [[UInt8]] = [
    Array("姓名,值\r\n\"王\"\"芳\",\"1\n2\"\r\n李四,\"x, y\"\r\n".utf8),
    EncodingTests.chinese,
    [0xFF, 0xFE] + EncodingTests.utf16("a\tb\n王\t1\n", isLittle: true),
    workbook(
      "<Row>\(cell("a", "ss:MergeDown=\"1\""))\(cell("王&amp;"))</Row><Row ss:Index=\"2\">\(cell("c"))</Row>"
    ),
    flatODS(
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
        + "table:number-columns-repeated=\"2\"><text:p>a<text:s/>b</text:p></table:table-cell>"
        + "</table:table-row>"),
    Array("<D><T a=\"1\"><x>王</x></T><T><x>2</x><y><z>3</z></y></T><U b=\"4\"/></D>".utf8),
  ]

  /// One to five small changes to a file.
  static func mutated(_ seed: Int) -> [UInt8] {
    var numbers = Sequence64(state: UInt64(seed))
    var bytes = originals[seed % originals.count]
    for _ in 0...numbers.next(below: 5) {
      let place = numbers.next(below: bytes.count + 1)
      let end = min(bytes.count, place + numbers.next(below: 30))
      switch numbers.next(below: 4) {
      case 0 where place < bytes.count: bytes[place] = UInt8(numbers.next(below: 256))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: numbers.next(below: bytes.count + 1))
      default: bytes.insert(contentsOf: pieces[numbers.next(below: pieces.count)], at: place)
      }
    }
    return bytes
  }

  /// What a reading gave, as text.
  static func outcome(_ bytes: [UInt8], _ size: Int) -> String {
    do throws(TabularError) {
      let file = try read(bytes, inPiecesOf: size)
      let damage = file.damage.map { "\($0.code) \($0.row ?? 0) \($0.column ?? -1)" }
      return "\(file.format) \(file.encoding) \(file.sheets.map(grid)) \(damage)"
    } catch {
      return error.code == .truncatedXML || error.code == .malformedXML
        ? "broken XML" : error.code.rawValue
    }
  }

  @Test("give the same tables or the same error however their bytes are cut", arguments: 0..<10)
  func pieces(tenth: Int) {
    for seed in 0..<150 {
      let bytes = Self.mutated(tenth * 1_000 + seed)
      let whole = Self.outcome(bytes, 1 << 18)
      for size in [1, 7] {
        #expect(Self.outcome(bytes, size) == whole, "seed \(tenth * 1_000 + seed) by \(size)")
      }
    }
  }

  @Test("a row number after the sheet's last row is refused")
  func rowAfterLast() {
    let table = "<Row ss:Span=\"1048575\"/><Row ss:Index=\"5\">\(cell("x"))</Row>"
    #expect(errorCode(workbook(table)) == .tooLarge)
  }
}
