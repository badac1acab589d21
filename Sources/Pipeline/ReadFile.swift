import Casework
import Intake
import Tabular

/// One file of the round, read as far as it could be.
struct ReadFile: Sendable {
  /// The sheets as forms; none where the file could not be read.
  var submissions: [Submission] = []
  /// The names of the sheets, in order.
  var sheetNames: [String] = []
  /// What was found about the file as a whole.
  var findings: [Finding] = []
  /// Whether nothing of the file could be used, so that its unit must be set aside.
  var isUnreadable = false
}

extension ReadFile {
  /// A file of which the round holds the very bytes under another name already.
  static func repeated(_ first: String, at place: Int) -> ReadFile {
    var read = ReadFile()
    let start = SourceLocation(file: place, sheet: 0, row: 1, column: 0)
    read.findings = [Finding(.fileRepeated, at: start, [first])]
    return read
  }
}

/// Reads one file: bytes to sheets, sheets to submissions.
///
/// Nothing it meets stops the run.
func readFile(
  _ file: InputFile, at place: Int, in root: String, library: FormLibrary, asOf: CalendarDate
) -> ReadFile {
  var read = ReadFile()
  do throws(TabularError) {
    let tables = try readTables(at: root.isEmpty ? file.path : root + "/" + file.path)
    // A file of one kind of record is one table, like a CSV; its element name names nothing.
    let isSingleTable = tables.format == .recordXML && tables.sheets.count == 1
    read.sheetNames = isSingleTable ? [""] : tables.sheets.map(\.name)
    read.findings = tables.damage.compactMap {
      finding(for: $0, file: place, readAs: tables.encoding)
    }
    let destroyed = tables.sheets.compactMap { misdecoded($0, file: place) }
    read.findings += destroyed
    guard destroyed.isEmpty else {
      read.isUnreadable = true
      return read
    }
    read.submissions = tables.sheets.flatMap {
      submissions(of: $0, file: place, library: library, asOf: asOf)
    }
  } catch {
    let location = SourceLocation(file: place, sheet: 0, row: error.line ?? 1, column: 0)
    read.findings = [error.finding(at: location)]
    read.isUnreadable = true
  }
  return read
}

/// The finding about a sheet whose texts were destroyed by a wrong encoding; persons in it would be
/// others in name, so nothing of its file is screened.
private func misdecoded(_ sheet: Sheet, file: Int) -> Finding? {
  guard let sample = sheet.misdecodedSample else { return nil }
  let location = SourceLocation(
    file: file, sheet: sheet.position, row: sheet.rowCount > 0 ? sheet[0].number : 1, column: 0)
  return Finding(.sheetMisdecoded, at: location, [sample])
}

private func finding(
  for damage: TableDamage, file: Int, readAs encoding: Tabular.TextEncoding
) -> Finding? {
  // LibreOffice leaves positions out below merged headers; the reader's answer is the right one.
  guard !damage.isResolved else { return nil }
  let location = SourceLocation(
    file: file, sheet: damage.sheet ?? 0, row: damage.row ?? 1, column: damage.column ?? 0)
  if damage.code == .doubtfulEncoding {
    return Finding(.fileEncodingDoubtful, at: location, [encoding.rawValue, damage.detail])
  }
  return Finding(.fileDamaged, at: location, [damage.code.rawValue])
}

extension TabularError {
  /// The error as a finding about its file.
  func finding(at location: SourceLocation?) -> Finding {
    Finding(code.findingCode, at: location, arguments)
  }

  private var arguments: [String] {
    switch code {
    case .malformedXML: ["\(line ?? 0)", reason.description]
    case .truncatedXML: ["\(line ?? 0)"]
    case .tooLarge: [reason.kind.rawValue, reason.value]
    case .empty, .documentType, .encrypted: []
    default: [reason.description]
    }
  }
}

extension TabularError.Code {
  fileprivate var findingCode: FindingCode {
    switch self {
    case .unreadable, .unwritable: .fileUnreadable
    case .empty: .fileEmpty
    case .binary: .fileBinary
    case .workbookArchive, .legacyWorkbook: .fileWorkbookUnsupported
    case .documentType: .fileDocumentType
    case .malformedXML: .fileMalformedXML
    case .truncatedXML: .fileTruncatedXML
    case .unknownXML: .fileUnknownXML
    case .invalidEncoding: .fileUnknownEncoding
    case .tooLarge: .fileTooLarge
    case .brokenArchive: .fileArchiveBroken
    case .unsafeArchive: .fileArchiveUnsafe
    case .encrypted: .fileEncrypted
    }
  }
}
