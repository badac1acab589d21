import Casework
import Intake
import Reporting
import Tabular

/// The return sheets of a round, made in parallel and handed on in order, a batch at a time.
struct ReturnFiles {
  private let maker: ReturnMaker
  /// The units with something to correct, each with the name its files go by.
  let units: [(report: UnitReport, name: String)]

  init(
    of result: RoundResult, in tables: SubmittedTables, folder: InputFolder, library: FormLibrary,
    language: Language
  ) {
    let found = UnitFindings(of: result, in: tables)
    let own = result.units.filter {
      $0.unit.code != UnitFindings.office && found.byUnit[$0.unit.code] != nil
    }
    let reports = own + Self.office(found, in: result)
    units = zip(reports, Self.names(for: reports.map(\.unit))).map { ($0, $1) }
    maker = ReturnMaker(
      result: result, tables: tables, found: found, folder: folder, library: library,
      shared: Self.sharedSheets(tables, folder: folder),
      places: Dictionary(
        result.catalog.files.enumerated().map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first }), language: language)
  }

  /// What belongs to no unit, as the round's office gets it back; its file's name names nobody.
  private static func office(_ found: UnitFindings, in result: RoundResult) -> [UnitReport] {
    guard let findings = found.byUnit[UnitFindings.office] else { return [] }
    let files = Set(findings.compactMap { $0.location.map(result.catalog.file) })
    return [
      UnitReport(
        unit: SubmittingUnit(code: UnitFindings.office, name: officeReturnName),
        status: .quarantined, files: files.sorted(), applicationCount: 0)
    ]
  }

  /// The files of each unit of a batch.
  func files(
    _ batch: ArraySlice<(report: UnitReport, name: String)>, jobs: Int
  ) async throws(RunFailure) -> [[ReportFile]] {
    let maker = maker
    let work = batch.map { Work(report: $0.report, name: $0.name) }
    let made = await mapConcurrently(work, jobs: jobs) { one in
      Result<[ReportFile], TabularError> { () throws(TabularError) in
        let sheet = maker.sheet(for: one.report)
        let book = try returnWorkbook(sheet, in: maker.language)
        let texts = returnTexts(sheet, in: maker.language)
        return [ReportFile("returns/\(one.name).xlsx", book)]
          + texts.map { ReportFile("returns/\(one.name)\($0.suffix).csv", $0.bytes) }
      }
    }
    var files: [[ReportFile]] = []
    for one in made {
      switch one {
      case .success(let some): files.append(some)
      case .failure(let error):
        throw RunFailure.unwritable(path: "returns", reason: SystemReason(text: error.detail))
      }
    }
    return files
  }

  private struct Work: Sendable {
    let report: UnitReport
    let name: String
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
