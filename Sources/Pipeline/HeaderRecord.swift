import Casework

/// The headers of a round's sheets as run.json lists them: each layout once, with its sheets.
struct HeaderRecord: Encodable {
  /// The sheets that have the layout, as `file` or `file [sheet]`.
  let sheets: [String]
  let headers: [Header]

  /// One header with what it was taken for.
  struct Header: Encodable {
    let cell: String
    let text: String
    let form: String
    let field: String?
    let why: String
    let unit: String?
    let period: String?

    init(_ match: HeaderMatch) {
      cell = SourceLocation(file: 0, sheet: 0, row: match.row, column: match.column).cell
      text = match.text
      form = match.form.rawValue
      field = match.field?.rawValue
      why = match.reason.rawValue
      unit = match.yuanPower.map(Self.unit)
      period = match.period?.rawValue
    }

    private static func unit(_ power: Int) -> String {
      let names = [-2: "分", -1: "角", 0: "元", 2: "百元", 3: "千元", 4: "万元", 5: "十万元", 6: "百万元"]
      return names[power] ?? "10^\(power) 元"
    }
  }

  /// The layouts in the order of their first sheets.
  static func records(of sheets: [SheetHeaders], in catalog: SourceCatalog) -> [HeaderRecord] {
    var places: [ObjectIdentifier: Int] = [:]
    var layouts: [(layout: HeaderLayout, sheets: [String])] = []
    for sheet in sheets {
      let name = catalog.sheet(of: sheet.location)
      let told = catalog.file(of: sheet.location) + (name.isEmpty ? "" : " [\(name)]")
      if let place = places[ObjectIdentifier(sheet.layout)] {
        layouts[place].sheets.append(told)
      } else {
        places[ObjectIdentifier(sheet.layout)] = layouts.count
        layouts.append((sheet.layout, [told]))
      }
    }
    return layouts.map {
      HeaderRecord(sheets: $0.sheets, headers: $0.layout.matches.map(Header.init))
    }
  }
}
