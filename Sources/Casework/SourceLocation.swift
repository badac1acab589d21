/// Where a figure stands: one cell of one sheet of one input file, in 12 bytes.
///
/// The names behind the numbers are in the round's `SourceCatalog`.
public struct SourceLocation: Hashable, Comparable, Codable, Sendable {
  /// The file's place in the catalogue.
  public let file: UInt32
  /// The sheet's place in its file.
  public let sheet: UInt16
  /// The column, counted from 0.
  public let column: UInt16
  /// The row, counted from 1 as a spreadsheet shows it.
  public let row: UInt32

  /// Makes a location.
  public init(file: Int, sheet: Int, row: Int, column: Int) {
    self.file = UInt32(clamping: file)
    self.sheet = UInt16(clamping: sheet)
    self.row = UInt32(clamping: row)
    self.column = UInt16(clamping: column)
  }

  /// Whether one place comes before another: by file, sheet, row and column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.sheet, left.row, left.column)
      < (right.file, right.sheet, right.row, right.column)
  }

  /// The same row at another column.
  public func at(column: Int) -> SourceLocation {
    SourceLocation(file: Int(file), sheet: Int(sheet), row: Int(row), column: column)
  }

  /// The cell in A1 notation, such as `D14`.
  public var cell: String {
    var letters: [UInt8] = []
    var rest = Int(column) + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + "\(row)"
  }
}

/// The names of the files and sheets that locations point at.
public struct SourceCatalog: Codable, Sendable {
  /// The path of each file relative to the round's folder, sorted.
  public private(set) var files: [String]
  private var sheets: [[String]]

  /// Makes a catalogue of files whose sheets are named later.
  public init(files: [String]) {
    self.files = files
    sheets = Array(repeating: [], count: files.count)
  }

  /// Names the sheets of one file in their order; a delimited text has one sheet without a name.
  public mutating func nameSheets(_ names: [String], ofFile file: Int) {
    sheets[file] = names
  }

  /// The path of the file a location points at; empty where the catalogue has no such file.
  public func file(of location: SourceLocation) -> String {
    Int(location.file) < files.count ? files[Int(location.file)] : ""
  }

  /// The name of the sheet a location points at; empty for delimited text.
  public func sheet(of location: SourceLocation) -> String {
    guard Int(location.file) < sheets.count,
      Int(location.sheet) < sheets[Int(location.file)].count
    else { return "" }
    return sheets[Int(location.file)][Int(location.sheet)]
  }

  /// The location in words, such as `州水务局/申报表.xml [申报表] D14`.
  public func words(for location: SourceLocation) -> String {
    let sheet = sheet(of: location)
    return file(of: location) + (sheet.isEmpty ? "" : " [\(sheet)]") + " \(location.cell)"
  }
}
