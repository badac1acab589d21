import CLibZip
import Glibc
import Testing

@testable import Tabular

/// A ZIP archive in memory, with the entries in order.
func archive(_ entries: [(name: String, content: [UInt8])]) throws -> [UInt8] {
  var error = zip_error_t()
  zip_error_init(&error)
  defer { zip_error_fini(&error) }
  let target = try #require(zip_source_buffer_create(nil, 0, 0, &error))
  zip_source_keep(target)
  defer { zip_source_free(target) }
  let handle = try #require(zip_open_from_source(target, ZIP_TRUNCATE, &error))
  for entry in entries {
    let copy = try #require(malloc(max(entry.content.count, 1)))
    entry.content.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
    }
    let source = try #require(zip_source_buffer(handle, copy, UInt64(entry.content.count), 1))
    try #require(zip_file_add(handle, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0)
  }
  try #require(zip_close(handle) == 0)
  return try bytes(of: target)
}

private func bytes(of source: OpaquePointer) throws -> [UInt8] {
  var state = zip_stat_t()
  zip_stat_init(&state)
  try #require(zip_source_stat(source, &state) == 0)
  try #require(zip_source_open(source) == 0)
  defer { zip_source_close(source) }
  return [UInt8](unsafeUninitializedCapacity: Int(state.size)) { buffer, count in
    count = max(0, Int(zip_source_read(source, buffer.baseAddress, state.size)))
  }
}

/// The parts of an XLSX workbook that a test does not give itself.
struct WorkbookText {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The rows of each sheet.
  var sheets: [String] = []
  /// What stands behind the rows of the first sheet.
  var behindRows = ""
  var states: [String] = []
  var properties = ""
  var sharedTexts: String?
  var styles: String?

  init(_ rows: String) { sheets = [rows] }

  /// The entries of the workbook's archive.
  var entries: [(name: String, content: [UInt8])] {
    var entries = [
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", workbookRelationships),
    ]
    if let sharedTexts {
      entries.append(
        ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(sharedTexts)</sst>"))
    }
    if let styles {
      entries.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    for (index, rows) in sheets.enumerated() {
      let rest = index == 0 ? behindRows : ""
      entries.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet xmlns=\"\(Self.main)\"><dimension ref=\"A1\"/><sheetData>\(rows)"
            + "</sheetData>\(rest)</worksheet>"
        ))
    }
    return entries.map { ($0.0, Array($0.1.utf8)) }
  }

  private var workbook: String {
    let list = sheets.indices.map { index in
      let state = index < states.count ? " state=\"\(states[index])\"" : ""
      return "<sheet name=\"表\(index + 1)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
    }
    return "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\">\(properties)"
      + "<sheets>\(list.joined())</sheets></workbook>"
  }

  private var workbookRelationships: String {
    var links = sheets.indices.map {
      ("s\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    if sharedTexts != nil { links.append(("t", "sharedStrings", "/xl/sharedStrings.xml")) }
    if styles != nil { links.append(("y", "styles", "styles.xml")) }
    return relationships(links)
  }

  private func relationships(_ links: [(String, String, String)]) -> String {
    let list = links.map { identifier, kind, target in
      "<Relationship Id=\"\(identifier)\" Type=\"\(Self.links)/\(kind)\" Target=\"\(target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "\(list.joined())</Relationships>"
  }
}

/// The workbook as the bytes of a file.
func xlsx(_ text: WorkbookText) throws -> [UInt8] { try archive(text.entries) }

/// A workbook of one sheet with these rows.
func xlsx(_ rows: String) throws -> [UInt8] { try xlsx(WorkbookText(rows)) }
