public import Casework

/// What a row of a return sheet bears so that the row it corrects is known when it comes back.
///
/// It names the file by the first digits of its SHA-256, never by a path, and says nothing about
/// anybody. A row that is returned again keeps naming the first row it corrects.
public struct ReturnMark: Hashable, Sendable {
  /// The first twelve hexadecimal digits of the file's SHA-256.
  public let file: String
  /// The sheet's place in the file.
  public let sheet: Int
  /// The row's number.
  public let row: Int
  /// How many times the row has been returned.
  public let generation: Int

  /// The length of a file's short digest.
  public static let digits = 12

  /// Names a row.
  public init(digest: String, row location: SourceLocation, generation: Int = 1) {
    file = String(digest.prefix(Self.digits))
    sheet = Int(location.sheet)
    row = Int(location.row)
    self.generation = generation
  }

  private init(file: String, sheet: Int, row: Int, generation: Int) {
    (self.file, self.sheet, self.row, self.generation) = (file, sheet, row, generation)
  }

  /// Reads a mark; nil where the text is none, whole and unchanged.
  public init?(_ text: String) {
    let parts = TextFolding.narrow(text).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].uppercased() == "TG", parts[1].count == Self.digits,
      parts[1].allSatisfy(\.isHexDigit), let sheet = Int(parts[2]), sheet >= 0,
      let row = Int(parts[3]), row > 0, let generation = Int(parts[4]), generation > 0
    else { return nil }
    self.init(
      file: parts[1].lowercased(), sheet: sheet, row: row, generation: generation)
  }

  /// The mark as it stands in the sheet.
  public var text: String { "TG-\(file)-\(sheet)-\(row)-\(generation)" }

  /// The mark of the same row when it is returned once more.
  public var again: ReturnMark {
    ReturnMark(file: file, sheet: sheet, row: row, generation: generation + 1)
  }
}
