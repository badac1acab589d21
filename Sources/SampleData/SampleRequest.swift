/// A file format in which a unit of the sample may hand in.
public enum SampleFormat: String, CaseIterable, Sendable {
  /// CSV in UTF-8.
  case csv
  /// CSV in UTF-8 with a byte order mark.
  case csvBOM
  /// CSV in GB18030, as a Chinese spreadsheet program saves it.
  case gb18030
  /// “Unicode text”: UTF-16LE with a byte order mark, tabs, file ending .txt.
  case utf16
  /// SpreadsheetML 2003, one workbook per unit.
  case spreadsheetML
  /// Flat OpenDocument spreadsheet, one workbook per unit.
  case flatODS
  /// Plain record XML, one file per form.
  case recordXML

  /// Whether cells carry types beside their text.
  var hasTypedCells: Bool { self == .spreadsheetML || self == .flatODS }

  /// Whether one file holds all sheets of a unit.
  var isWorkbook: Bool { hasTypedCells }

  var fileExtension: String {
    switch self {
    case .csv, .csvBOM, .gb18030: "csv"
    case .utf16: "txt"
    case .spreadsheetML, .recordXML: "xml"
    case .flatODS: "fods"
    }
  }
}

/// What sample to make; the same request gives the same bytes.
public struct SampleRequest: Sendable {
  /// Number of submitting units.
  public var units: Int
  /// Number of applications over all units; nil draws 8 to 40 per unit.
  public var applications: Int?
  /// The seed from which everything is drawn.
  public var seed: UInt64
  /// The formats units are spread over.
  public var formats: [SampleFormat]
  /// Applications out of a thousand that carry one slip.
  public var slipPerMille: Int

  /// A request for a number of units.
  public init(
    units: Int, applications: Int? = nil, seed: UInt64 = 1,
    formats: [SampleFormat] = SampleFormat.allCases, slipPerMille: Int = 100
  ) {
    self.units = units
    self.applications = applications
    self.seed = seed
    self.formats = formats
    self.slipPerMille = slipPerMille
  }

  /// A request for a number of applications, with about 25 per unit and at most 1,000 units.
  public init(
    applications: Int, seed: UInt64 = 1, formats: [SampleFormat] = SampleFormat.allCases,
    slipPerMille: Int = 100
  ) {
    self.init(
      units: min(1000, max(1, applications / 25)), applications: applications, seed: seed,
      formats: formats, slipPerMille: slipPerMille)
  }
}

/// Why a sample could not be made.
public struct SampleError: Error, CustomStringConvertible, Sendable {
  /// Stable code of the kind of failure, such as `sample.not-writable`.
  public let code: String
  /// What was found and what to do.
  public let message: String
  /// The file or folder concerned, where there is one.
  public let path: String?

  /// The code, the message and the path in one line.
  public var description: String { "\(code): \(message)" + (path.map { " (\($0))" } ?? "") }
}
