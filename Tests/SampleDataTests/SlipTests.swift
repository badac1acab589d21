import SampleData
import Testing

@Suite("planted slips")
struct SlipTests {
  @Test(
    "every slip's cell holds what truth says, in every delimited encoding of Unicode",
    arguments: [SampleFormat.csv, .csvBOM, .utf16])
  func cellsHoldTheirSlips(_ format: SampleFormat) throws {
    let request = SampleRequest(
      applications: 1500, seed: 21, formats: [format], slipPerMille: 600)
    let sample = try SampleFolder(request)
    let slips = try sample.table("truth/slips.csv").dropFirst()
    #expect(slips.count > 700)
    var tables: [String: [[String]]] = [:]
    for slip in slips {
      let table = try tables[slip[1]] ?? sample.table("submissions/" + slip[1])
      tables[slip[1]] = table
      let (row, column) = position(ofCell: slip[3])
      let cell = try #require(table.indices.contains(row) ? table[row] : nil)[column]
      #expect(holds(cell, slip[0]), "\(slip): \(cell)")
      if slip[0] == "repeated-item" {
        #expect(table[row].dropFirst() == table[row - 1].dropFirst())
      }
    }
    #expect(Set(slips.map { $0[0] }).count == 21)
  }

  private func holds(_ cell: String, _ kind: String) -> Bool {
    switch kind {
    case "id-check-digit", "id-impossible-birth-date", "id-trailing-zeros":
      cell.count == 18 && (kind != "id-trailing-zeros" || cell.hasSuffix("000"))
    case "id-scientific": cell == "5.13299E+17"
    case "id-scientific-libreoffice": cell.hasPrefix("5.13299") && cell.hasSuffix("E+017")
    case "id-seventeen-digits": cell.count == 17
    case "letter-in-amount": cell.contains("O")
    case "missing-required": cell.isEmpty
    case "impossible-date":
      ["2015年2月30日", "2015-13-05", "2015.6.31", "20150431", "1971年2月30日"].contains(cell)
    case "unreadable-choice": ["见附件", "详见报告"].contains(cell)
    case "unreadable-flag": ["待核", "?", "另附说明"].contains(cell)
    default: !cell.isEmpty
    }
  }

  @Test("no slips are planted where none are asked for")
  func none() throws {
    let sample = try SampleFolder(SampleRequest(units: 5, seed: 4, slipPerMille: 0))
    #expect(try sample.table("truth/slips.csv").count == 1)
  }

  @Test("an application's row holds its number")
  func sourceRows() throws {
    let sample = try SampleFolder(SampleRequest(units: 20, seed: 6, formats: [.csv, .utf16]))
    var tables: [String: [[String]]] = [:]
    for application in try sample.table("truth/applications.csv").dropFirst() {
      let table = try tables[application[3]] ?? sample.table("submissions/" + application[3])
      tables[application[3]] = table
      let row = try #require(Int(application[5]))
      #expect(table[row - 1].contains(application[1]))
    }
  }
}
