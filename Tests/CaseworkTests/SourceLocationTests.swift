import Casework
import Testing

@Suite("SourceLocation")
struct SourceLocationTests {
  @Test(
    "a cell is named as a spreadsheet names it",
    arguments: [
      (0, 1, "A1"), (25, 9, "Z9"), (26, 14, "AA14"), (51, 2, "AZ2"), (52, 2, "BA2"),
      (701, 3, "ZZ3"), (702, 3, "AAA3"), (16_383, 1_048_576, "XFD1048576"),
    ])
  func cellNames(column: Int, row: Int, name: String) {
    #expect(SourceLocation(file: 0, sheet: 0, row: row, column: column).cell == name)
  }

  @Test("places are in order of file, sheet, row and column")
  func order() {
    let places = [(0, 0, 2, 5), (0, 0, 3, 1), (0, 1, 1, 0), (1, 0, 1, 0)].map {
      SourceLocation(file: $0, sheet: $1, row: $2, column: $3)
    }
    #expect(places.shuffled().sorted() == places)
  }
}
