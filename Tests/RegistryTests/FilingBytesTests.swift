import Casework
import TestSupport
import Testing

@testable import Registry

@Suite("A filing in bytes")
struct FilingBytesTests {
  private static let everyKind: [FieldValue?] = [
    nil, .text(""), .text("因病致困，自付 3 万余元 😀 ཨ"), .choice("疾病"), name("泽仁志玛"),
    .name(PersonName(original: "阿 郎・达瓦", folded: "阿郎·达瓦")), identity("513221196503151233"),
    identity("5132211965", damage: .scientificNotation), date("2015-03-05"), date("1979-06"),
    date("1965"), date("0001-01-01"), date("9999-12"), .year(2015), .year(0), .count(0), .count(-3),
    .count(.max), .count(.min), .rate(millionths: 43_500), .flag(true), .flag(false),
    money(3_860, .month), money(-20, nil), .money(StatedAmount(yuan(-5, 9), per: .quarter)),
    .money(StatedAmount(fen(.min), per: .once, precision: .about)),
    .money(StatedAmount(fen(.max), per: .year, precision: .atLeast)),
    .money(StatedAmount(yuan(1, 2), per: nil, precision: .range)),
  ]

  @Test("every kind of value comes back as it was", arguments: everyKind)
  func values(value: FieldValue?) throws {
    let application = Application(
      round: "2015", unit: SubmittingUnit(code: "U01", name: "甲单位"),
      record: row(.applications, [(.hardshipStatement, value)]), caseID: "2015-U01-AAAAAA")
    let back = try Self.readBack(application)
    #expect(back.record.stated.map(\.value) == [value])
  }

  @Test("a random filing comes back whole", arguments: UInt64(1)...30)
  func wholeFilings(seed: UInt64) throws {
    var random = RandomRows(seed: seed, values: Self.everyKind)
    let application = random.application()
    let back = try Self.readBack(application)
    #expect(FilingWriter.bytes(of: back) == FilingWriter.bytes(of: application))
    #expect(back.unit == application.unit)
    #expect(back.caseID == application.caseID && back.round == application.round)
    let (rows, expected) = (back.rows + back.superseded, application.rows + application.superseded)
    #expect(rows.count == expected.count && back.superseded.count == application.superseded.count)
    for (row, wanted) in zip(rows, expected) {
      #expect(row.form == wanted.form && row.columns == wanted.columns)
      #expect(row.location == wanted.location && row.parent == wanted.parent)
      #expect(row.stated.map(\.field) == wanted.stated.map(\.field))
      #expect(row.stated.map(\.value) == wanted.stated.map(\.value))
      #expect(row.findings == wanted.findings)
    }
    #expect(back.findings == application.findings)
  }

  @Test("one reader reads many filings, and binds each sheet on its own")
  func manyFilings() throws {
    var reader = FilingReader()
    for seed in UInt64(1)...20 {
      var random = RandomRows(seed: seed, values: Self.everyKind)
      let bytes = FilingWriter.bytes(of: random.application())
      #expect(FilingWriter.bytes(of: try reader.application(in: bytes)) == bytes)
    }
  }

  @Test("a filing that is cut off anywhere is refused")
  func truncated() {
    var random = RandomRows(seed: 7, values: Self.everyKind)
    let bytes = FilingWriter.bytes(of: random.application())
    for length in bytes.indices {
      var reader = FilingReader()
      #expect(throws: ByteReader.Damage.self, "\(length) of \(bytes.count) bytes") {
        try reader.application(in: Array(bytes[..<length]))
      }
    }
  }

  @Test(
    "a filing with one bit changed is refused or reads as another one", arguments: UInt64(1)...4)
  func bitFlips(seed: UInt64) {
    var random = RandomRows(seed: seed, values: Self.everyKind)
    let bytes = FilingWriter.bytes(of: random.application())
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        Self.read(changed)
      }
    }
  }

  @Test("random bytes are refused or read", arguments: UInt64(1)...40)
  func noise(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...300, using: &generator)
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    Self.read([FilingWriter.version] + noise)
  }

  private static func readBack(_ application: Application) throws -> Application {
    var reader = FilingReader()
    return try reader.application(in: FilingWriter.bytes(of: application))
  }

  /// What comes of damaged bytes does not matter, as long as something does; what was read can be
  /// written again.
  private static func read(_ bytes: [UInt8]) {
    var reader = FilingReader()
    do throws(ByteReader.Damage) {
      let application = try reader.application(in: bytes)
      #expect(!FilingWriter.bytes(of: application).isEmpty)
    } catch {
      return
    }
  }
}

/// Random filings: rows of every form of a round, with values, findings and superseded rows.
private struct RandomRows {
  private var generator: SeededGenerator
  private let values: [FieldValue?]

  init(seed: UInt64, values: [FieldValue?]) {
    generator = SeededGenerator(seed: seed)
    self.values = values
  }

  mutating func application() -> Application {
    Application(
      round: "2015",
      unit: SubmittingUnit(
        code: "U01", name: "甲单位", type: UnitType.allCases.randomElement(using: &generator),
        isAffiliated: [nil, true, false].randomElement(using: &generator) ?? nil),
      record: record(.applications), members: records(.members), incomeItems: records(.income),
      expenditureItems: records(.expenditure), supportItems: records(.support),
      superseded: records(.applications), caseID: "2015-U01-KQWZTR", findings: findings())
  }

  private mutating func records(_ form: FormKind) -> [FormRecord] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in record(form) }
  }

  private mutating func record(_ form: FormKind) -> FormRecord {
    let fields = Field.allCases.shuffled(using: &generator).prefix(
      Int.random(in: 0...8, using: &generator))
    let columns = Dictionary(
      uniqueKeysWithValues: fields.dropLast().enumerated().map { ($1, $0 * 3) })
    var record = FormRecord(
      form: form, location: location(), columns: SheetColumns(columns),
      parent: Bool.random(using: &generator) ? location() : nil)
    // The last one has no column of its own, such as a value taken from the sheet's title.
    for field in fields {
      record.enter(values.randomElement(using: &generator) ?? nil, for: field)
    }
    record.findings = findings()
    return record
  }

  private mutating func findings() -> [Finding] {
    (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      var finding = Finding(
        FindingCode.allCases.randomElement(using: &generator) ?? .unitUnknown,
        at: Bool.random(using: &generator) ? location() : nil,
        field: Field.allCases.randomElement(using: &generator), value: "值", ["一", "", "2"])
      finding.unitCode = "U01"
      return finding
    }
  }

  private mutating func location() -> Casework.SourceLocation {
    Casework.SourceLocation(
      file: Int.random(in: 0...70_000, using: &generator), sheet: 1,
      row: Int.random(in: 1...1_048_576, using: &generator), column: 5)
  }
}
