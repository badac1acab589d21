import Casework
import Intake
import Reporting
import Tabular

/// A unit with something to correct, and the name its files go by.
struct ReturnedUnit: Sendable {
  let report: UnitReport
  let name: String
}

/// The return sheets of a round.
struct ReturnFiles: Sendable {
  private let maker: ReturnMaker
  /// The units with something to correct.
  let units: [ReturnedUnit]

  init(
    of result: RoundResult, in tables: SubmittedTables, folder: InputFolder, library: FormLibrary
  ) {
    let found = UnitFindings(of: result, in: tables)
    let reports = result.units.filter { found.byUnit[$0.unit.code] != nil }
    units = zip(reports, Self.names(for: reports.map(\.unit))).map(ReturnedUnit.init)
    maker = ReturnMaker(
      result: result, tables: tables, found: found, folder: folder, library: library,
      shared: Self.sharedSheets(tables, folder: folder),
      places: Dictionary(
        result.catalog.files.enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The files of a unit: its workbook first, then a text of each of its tables.
  func files(of unit: ReturnedUnit, in language: Language) throws(RunFailure) -> [ReportFile] {
    let sheet = maker.sheet(for: unit.report)
    let texts = returnTexts(sheet, in: language).map {
      ReportFile("returns/\(unit.name)\($0.suffix).csv", $0.bytes)
    }
    do throws(TabularError) {
      let book = try returnWorkbook(sheet, in: language)
      return [ReportFile("returns/\(unit.name).xlsx", book)] + texts
    } catch {
      throw RunFailure.unwritable(path: "returns", reason: SystemReason(text: error.detail))
    }
  }

  /// The sheets of files outside the units' folders: their rows are many units'.
  private static func sharedSheets(
    _ tables: SubmittedTables, folder: InputFolder
  ) -> [Int: [Sheet]] {
    var sheets: [Int: [Sheet]] = [:]
    for place in Set(tables.tables.map { Int($0.location.file) }).sorted()
    where place < folder.files.count && folder.files[place].folder == nil {
      do throws(TabularError) {
        sheets[place] = try readTables(at: folder.root + "/" + folder.files[place].path).sheets
      } catch {
        continue
      }
    }
    return sheets
  }

  /// A file's name for each unit: the unit's own, without what leads elsewhere or a file system
  /// refuses, and told apart by the code where two units would share one.
  static func names(for units: [SubmittingUnit]) -> [String] {
    let plain = units.map { fileName(of: $0.name) }
    let counts = Dictionary(plain.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    return zip(units, plain).map { unit, name in
      var chosen =
        name.isEmpty || counts[name.lowercased()] != 1
        ? fileName(of: "\(name)-\(unit.code)") : name
      var number = 2
      while !taken.insert(chosen.lowercased()).inserted {
        chosen = "\(name)-\(number)"
        number += 1
      }
      return chosen
    }
  }

  /// Letters, digits and a few signs; everything else, such as `/`, `..` or a control, becomes `_`.
  private static func fileName(of name: String) -> String {
    let safe = name.map { character in
      let isSafe =
        character.unicodeScalars.count == 1
        && (character.isLetter || character.isNumber || "()（）·-_".contains(character))
      return isSafe ? character : "_"
    }
    let cut = String(String(safe).prefix(60)).trimmingPrefix { $0 == "_" || $0 == "-" }
    // Names that Windows keeps for devices.
    let devices = ["con", "prn", "aux", "nul"]
    let isDevice =
      devices.contains(cut.lowercased())
      || cut.lowercased().hasPrefix("com")
        && cut.count == 4
      || cut.lowercased().hasPrefix("lpt") && cut.count == 4
    return isDevice ? "_" + cut : String(cut)
  }
}
