import Casework
import Intake
import Tabular

extension PolicyTestFiling {
  /// The 申报编号 the case gives it.
  fileprivate var number: String? {
    rows(of: .applications).first?.first { $0.field == .applicationNumber }?.text
  }
}

/// The sheets of a test case, written as CSV and read as a unit's files are.
struct PolicyTestSheets {
  let library: FormLibrary
  let asOf: CalendarDate

  /// The files of a case read, each with the folder of its unit.
  struct Files {
    var names: [String] = []
    var folders: [String?] = []
    var read: [ReadFile] = []
  }

  /// Reads the filings, the roster of their units first.
  func files(of filings: [PolicyTestFiling]) throws(TabularError) -> Files {
    var files = Files()
    try add(roster(of: filings), named: "units.csv", in: nil, to: &files)
    for (place, filing) in filings.enumerated() {
      for sheet in filing.sheets {
        try add(
          table(of: sheet, number: filing.number ?? "\(place + 1)"),
          named: "\(filing.unit)/\(place + 1)-\(sheet.form.rawValue).csv", in: filing.unit,
          to: &files)
      }
    }
    return files
  }

  private func add(
    _ table: [[String]], named name: String, in folder: String?, to files: inout Files
  ) throws(TabularError) {
    let bytes = table.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined().utf8
    let sheets = try readTables(from: Array(bytes)).sheets
    let place = files.names.count
    var read = ReadFile()
    read.sheetNames = sheets.map(\.name)
    read.submissions = sheets.flatMap {
      submissions(of: $0, file: place, library: library, asOf: asOf)
    }
    files.names.append(name)
    files.folders.append(folder)
    files.read.append(read)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func roster(of filings: [PolicyTestFiling]) -> [[String]] {
    var rows = [["单位代码", "单位名称", "组织关系在工委"]]
    for filing in filings where !rows.contains(where: { $0[1] == filing.unit }) {
      rows.append(["T\(rows.count)", filing.unit, filing.affiliated])
    }
    return rows
  }

  /// A column for every header some row uses and every required field, by which the form is
  /// recognised; rows join by the filing's place as 申报编号 unless they bear a key of their own.
  private func table(of sheet: PolicyTestSheet, number: String) -> [[String]] {
    let form = library.form(sheet.form)
    let key = form?.fields.first { $0.field == .applicationNumber }?.header ?? ""
    let isKeyed = sheet.rows.contains { $0.contains { $0.field == .applicationNumber } }
    var headers = isKeyed ? [] : [key]
    for cell in sheet.rows.joined() where !headers.contains(cell.header) {
      headers.append(cell.header)
    }
    let written = Set(sheet.rows.joined().map(\.field))
    headers += (form?.fields ?? []).filter { $0.isRequired && !written.contains($0.field) }
      .map(\.header)
    let rows = sheet.rows.map { row in
      headers.map { header in
        header == key && !isKeyed ? number : row.first { $0.header == header }?.text ?? ""
      }
    }
    return [headers] + rows
  }
}
