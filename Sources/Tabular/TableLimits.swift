/// How much a file may ask of the reader.
///
/// Real rows beyond a limit stop the file with ``TabularError/Code/tooLarge``, for no row may
/// disappear; positions and repeats beyond a limit are capped and flagged.
public struct TableLimits: Sendable {
  /// The most rows a sheet may have, and the highest row number; at most 16,777,215.
  public var maximumRows = 1_048_576
  /// The most columns a sheet may have; at most 65,535.
  public var maximumColumns = 16_384
  /// The most bytes one cell may have as UTF-8; the rest is cut.
  public var maximumCellBytes = 1 << 20
  /// The most bytes one row of text may have before it ends.
  public var maximumRowBytes = 64 << 20
  /// The most non-blank cells of all sheets together.
  public var maximumCells = 64_000_000
  /// The most merged blocks of one sheet; further ones are left out.
  public var maximumMerges = 100_000
  /// The most cell styles of a workbook, and the most number formats; Excel has 65,490 at most.
  public var maximumStyles = 100_000
  /// The most sheets of one file.
  public var maximumSheets = 1_024
  /// The deepest nesting of XML elements.
  public var maximumDepth = 128
  /// The most attributes of one XML element.
  public var maximumAttributes = 512
  /// The most cells or rows with a value that one repeat count may stand for.
  public var maximumRepeats = 1_024
  /// The most entries of a workbook's archive.
  public var maximumArchiveEntries = 10_000
  /// The most bytes one entry of an archive may have when it is inflated.
  public var maximumEntryBytes = 4 << 30
  /// The most bytes all entries that are read may have together.
  public var maximumArchiveBytes = 8 << 30
  /// How many times the file's own size its entries, and the cells' text from them, may have.
  public var maximumExpansion = 100
  /// How many times the file's own size the cells of a binary workbook may take from shared texts.
  public var maximumRepetition = 10
  /// The bytes that the cells of a binary workbook may take from shared texts whatever its size.
  public var freeRepetitionBytes = 8 << 20
  /// The bytes that an archive may expand to whatever its size.
  public var freeExpansionBytes = 32 << 20
  /// The most entries in a file's list of damage.
  public var maximumDamage = 1_000

  /// The limits of spreadsheet programs, with room for a round of a million rows.
  public static let standard = TableLimits()

  /// Makes the standard limits, to be changed one by one.
  public init() {}
}

extension TableLimits {
  /// How many bytes an archive of this size may expand to.
  func expansion(ofArchiveOf byteCount: Int) -> Int {
    Self.product(byteCount, maximumExpansion) + freeExpansionBytes
  }

  /// How many bytes of shared texts the cells of a binary workbook of this size may take.
  func repetition(inWorkbookOf byteCount: Int) -> Int {
    Self.product(byteCount, maximumRepetition) + freeRepetitionBytes
  }

  private static func product(_ byteCount: Int, _ factor: Int) -> Int {
    let (product, isTooLarge) = byteCount.multipliedReportingOverflow(by: factor)
    return isTooLarge ? Int.max / 2 : product
  }
}
