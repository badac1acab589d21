import Casework

extension DossierView {
  /// The income worksheet: every figure with its cells and its working, and the three sums.
  var worksheet: View {
    let household = result.household
    let members = household.members.enumerated().filter { !$1.lines.isEmpty }
    return View([
      "windowStart": .text(household.window.start.description),
      "windowEnd": .text(household.window.end.description),
      "referenceDate": .text(household.referenceDate.description),
      "referenceDateIsAssumed": .flag(household.referenceDateIsAssumed),
      "incomeBlocks": .list(
        members.map { incomeBlock(title: blockTitle($1, number: $0 + 1), $1.lines) }
          + (household.householdLines.isEmpty
            ? [] : [incomeBlock(title: wholeHousehold, household.householdLines)])),
      "supportRows": .list(household.supportLines.map(row)),
      "expenditureRows": .list(household.expenditureLines.map(row)),
      "disposable": .text(figures.yuan(household.disposable)),
      "support": .text(figures.yuan(household.support)),
      "expenditure": .text(figures.yuan(household.expenditure)),
    ])
  }

  private var wholeHousehold: String { language.text("全户", "Whole household") }

  private func blockTitle(_ member: MemberWorksheet, number: Int) -> String {
    let apart = member.living == .apart ? language.text("（不共同生活）", " (lives apart)") : ""
    return "\(number). " + memberName(member.record) + apart
  }

  private func incomeBlock(title: String, _ lines: [WorksheetLine]) -> View {
    View(["blockTitle": .text(title), "rows": .list(lines.map(row))])
  }

  private func row(_ line: WorksheetLine) -> View {
    let notes = line.notes.map { code in words(for: Finding(code, at: nil), in: language).message }
    return View([
      "lineTitle": .text(title(of: line.kind, in: language)),
      "lineAmount": .text(figures.yuan(line.amount)), "working": .text(line.working),
      "counts": .flag(line.counts),
      "lineSources": .list(sources(line.sources)),
      "lineNotes": .list(notes.map { View(["note": .text($0)]) }),
    ])
  }

  /// Cells in words; those of one file and sheet together.
  func sources(_ locations: [SourceLocation]) -> [View] {
    var groups: [(file: String, cells: [String])] = []
    for location in locations {
      let file = round.catalog.rowWords(for: location)
      if groups.last?.file == file {
        groups[groups.count - 1].cells.append(location.cell)
      } else {
        groups.append((file, [location.cell]))
      }
    }
    return groups.map { group in
      View([
        "sourceFile": .text(group.file),
        "sourceCells": .text(group.cells.joined(separator: language.listSeparator)),
      ])
    }
  }

  /// From the three sums to the two per-capita figures and the exact test in fen.
  var computation: View {
    let household = result.household
    let readings = household.readings
    let actual = hull(of: readings)
    return View([
      "actual": .text(figures.yuan(actual)), "actualTerm": .text(figures.term(actual)),
      "disposableTerm": .text(figures.term(household.disposable)),
      "supportTerm": .text(figures.term(household.support)),
      "expenditureTerm": .text(figures.term(household.expenditure)),
      "sizeTerm": .text(figures.term(household.size)),
      "hasReadings": .flag(readings.count > 1),
      "readings": .list(readings.enumerated().map { reading($1, number: $0 + 1) }),
      "inequalities": .list(inequalities),
      "hasThreshold": .flag(result.assessment.threshold != nil),
      "thresholdFrom": .text(
        result.assessment.threshold.map { inForce(since: $0.effectiveFrom) } ?? ""),
      "thresholdSource": .text(result.assessment.threshold?.source ?? ""),
    ])
  }

  /// The words for the first day a value is in force.
  func inForce(since day: CalendarDate) -> String {
    language.text("自 \(day) 起施行", "in force from \(day)")
  }

  private func hull(of readings: [HouseholdReading]) -> MoneyInterval {
    let first = readings.first?.actual ?? .zero
    return readings.dropFirst().reduce(first) { $0.hull(with: $1.actual) }
  }

  private func reading(_ reading: HouseholdReading, number: Int) -> View {
    View([
      "readingNumber": "\(number)", "readingDisposable": .text(figures.yuan(reading.disposable)),
      "readingSupport": .text(figures.yuan(reading.support)),
      "readingExpenditure": .text(figures.yuan(reading.expenditure)),
      "readingSize": .text(figures.count(reading.size)),
      "readingActual": .text(figures.yuan(reading.actual)),
    ])
  }

  private var inequalities: [View] {
    guard let threshold = result.assessment.threshold, let bounds = PerCapitaBounds(result) else {
      return []
    }
    if bounds.lowest == bounds.highest { return [inequality("", bounds.lowest, threshold)] }
    return [
      inequality(language.text("取最低值", "At the lowest"), bounds.lowest, threshold),
      inequality(language.text("取最高值", "At the highest"), bounds.highest, threshold),
    ]
  }

  private func inequality(_ bound: String, _ sum: HouseholdSum, _ line: Threshold) -> View {
    let limit = line.monthly * Int64(12 * sum.size)
    let holds = line.includesEquality ? sum.amount <= limit : sum.amount < limit
    return View([
      "bound": .text(bound), "sumFen": .text(figures.fen(sum.amount)),
      "sign": .text(comparator(line)), "lineFen": .text(figures.fen(line.monthly)),
      "persons": "\(sum.size)", "limitFen": .text(figures.fen(limit)), "holds": .flag(holds),
    ])
  }
}
