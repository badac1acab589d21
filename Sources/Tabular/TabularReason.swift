/// Why a file is not read or written, named so that a catalogue can say it in any language.
public struct TabularReason: Sendable, Equatable {
  /// What was met; the raw values are stable and name catalogue entries.
  public enum Kind: String, Sendable, CaseIterable {
    // Limits; the value is the limit.
    case tooManyRows = "too-many-rows"
    case tooManyColumns = "too-many-columns"
    case tooManyCells = "too-many-cells"
    case tooManySheets = "too-many-sheets"
    case tooManyStyles = "too-many-styles"
    case rowTooLong = "row-too-long"
    case sheetTextTooLong = "sheet-text-too-long"
    case sharedTextTooLong = "shared-text-too-long"
    case tooManyRepeats = "too-many-repeats"
    case tooDeep = "too-deep"
    case tooManyAttributes = "too-many-attributes"
    case tooManyEntries = "too-many-entries"
    case entryTooLarge = "entry-too-large"
    case archiveTooLarge = "archive-too-large"
    case expandsTooFar = "expands-too-far"
    case repeatsTextsTooOften = "repeats-texts-too-often"
    case parserLimit = "parser-limit"
    // Containers that are cut, damaged or made to mislead.
    case cutShort = "cut-short"
    case badChecksum = "bad-checksum"
    case badDirectory = "bad-directory"
    case badPackedBytes = "bad-packed-bytes"
    case unknownPacking = "unknown-packing"
    case badSectorChain = "bad-sector-chain"
    case badRecord = "bad-record"
    case overlappingSheets = "overlapping-sheets"
    case namelessEntry = "nameless-entry"
    case otherArchiveError = "other-archive-error"
    case nameLeadsOutside = "name-leads-outside"
    case nameTwice = "name-twice"
    case passwordNeeded = "password-needed"
    // Files of other kinds; the value is their name.
    case otherKind = "other-kind"
    case noSheets = "no-sheets"
    case controlCharacters = "control-characters"
    case noBytes = "no-bytes"
    case onlyByteOrderMark = "only-byte-order-mark"
    // Encodings.
    case noKnownEncoding = "no-known-encoding"
    case tooManyBadCharacters = "too-many-bad-characters"
    case unknownEncoding = "unknown-encoding"
    case unknownCodePage = "unknown-code-page"
    // XML.
    case documentType = "document-type"
    case rootNeverEnds = "root-never-ends"
    case textBeforeDeclaration = "text-before-declaration"
    case badTags = "bad-tags"
    case badAttribute = "bad-attribute"
    case badReference = "bad-reference"
    case badCharacter = "bad-character"
    case otherXMLError = "other-xml-error"
    case rootElement = "root-element"
    case looseText = "loose-text"
    case noRecords = "no-records"
    // The system and the writing of workbooks.
    case systemError = "system-error"
    case notRegularFile = "not-regular-file"
    case workbookNotWritten = "workbook-not-written"
  }

  /// What was met.
  public let kind: Kind
  /// A figure, the name of a kind of file, or a name from the file; empty where there is none.
  public let value: String

  /// Names what was met.
  init(_ kind: Kind, _ value: String = "") {
    self.kind = kind
    self.value = value
  }
}

extension TabularReason: CustomStringConvertible {
  /// The name, and behind a space the value.
  public var description: String { value.isEmpty ? kind.rawValue : "\(kind.rawValue) \(value)" }
}
