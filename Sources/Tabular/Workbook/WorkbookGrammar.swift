/// Reads the part of an XLSX workbook that lists its sheets.
final class WorkbookGrammar: XMLEvents {
  /// One listed sheet.
  struct Entry {
    var name = ""
    var link = ""
    var isHidden = false
  }

  private(set) var sheets: [Entry] = []
  /// Whether day 0 is the first of January 1904, as in workbooks from old Macintosh programs.
  private(set) var countsFrom1904 = false
  private let limits: TableLimits

  init(limits: TableLimits) {
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(TabularError) {
    switch name.spelled.local {
    case "sheet": try addSheet(attributes)
    case "workbookPr":
      for index in 0..<attributes.count
      where attributes.name(at: index)?.isLocal("date1904") == true {
        countsFrom1904 =
          attributes.value(at: index, is: "1") || attributes.value(at: index, is: "true")
          || attributes.value(at: index, is: "on")
      }
    default: break
    }
  }

  private func addSheet(_ attributes: XMLAttributes) throws(TabularError) {
    guard sheets.count < limits.maximumSheets else {
      throw TabularError(.tooLarge, .tooManySheets, limits.maximumSheets)
    }
    var sheet = Entry()
    for index in 0..<attributes.count {
      guard let name = attributes.name(at: index) else { continue }
      switch name.spelled.local {
      case "name": sheet.name = attributes.string(at: index)
      case "state": sheet.isHidden = !attributes.value(at: index, is: "visible")
      case "id" where name.namespace != nil: sheet.link = attributes.string(at: index)
      default: break
      }
    }
    sheets.append(sheet)
  }

  func text(_ bytes: Span<UInt8>) {}
  func end() {}
  func finish() {}
}

/// Reads which parts a part of a workbook refers to.
final class RelationshipsGrammar: XMLEvents {
  /// A reference to another part.
  struct Link {
    var identifier = ""
    /// The last word of its type, such as `worksheet`; the two editions of the format differ
    /// before it.
    var kind = ""
    var target = ""
  }

  private static let maximumLinks = 10_000

  private(set) var links: [Link] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.isLocal("Relationship"), links.count < Self.maximumLinks else { return }
    var link = Link()
    for index in 0..<attributes.count {
      switch attributes.name(at: index)?.spelled.local {
      case "Id": link.identifier = attributes.string(at: index)
      case "Type":
        link.kind = attributes.string(at: index).split(separator: "/").last.map(String.init) ?? ""
      case "Target": link.target = attributes.string(at: index)
      default: break
      }
    }
    links.append(link)
  }

  func text(_ bytes: Span<UInt8>) {}
  func end() {}
  func finish() {}
}
