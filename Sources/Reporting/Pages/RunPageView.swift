import Casework

/// Everything the run's page shows.
struct RunPageView {
  /// The round and the reader's language.
  let context: ReportContext
  /// The run's files.
  let files: [String]

  private var result: RoundResult { context.result }
  private var language: Language { context.language }

  /// The whole page.
  var view: View {
    var view = heading
    view.add(charts)
    view.add(suggestions)
    view.add(problems)
    view.add(units)
    view.add(duplicates)
    view.add(balance)
    return view
  }

  private var heading: View {
    View([
      "round": .text(result.round), "asOf": .text(result.asOf.description),
      "policy": .text(result.policyTitle), "runID": .text(result.runID),
      "caseCount": "\(result.cases.count)",
      "receivedCount": "\(count(of: .received))",
      "quarantinedCount": "\(count(of: .quarantined))", "silentCount": "\(count(of: .silent))",
      "errorCount": "\(count(of: .error))", "warningCount": "\(count(of: .warning))",
      "noteCount": "\(count(of: .note))", "rowCount": "\(result.balance.rowsRead)",
      "files": .list(
        files.map { file in
          let parts = file.split(separator: "/").map { addressComponent(String($0)) }
          return View([
            "file": .text(file), "fileAddress": .text(parts.joined(separator: "/")),
          ])
        }),
    ])
  }

  private func count(of severity: Severity) -> Int {
    result.findings.count { $0.severity == severity }
  }

  private func count(of status: UnitStatus) -> Int {
    result.units.count { $0.status == status }
  }

  private var charts: View {
    let distribution = ColumnChart(
      title: PageWord.distributionChart.text(in: language),
      columns: zip(LineShare.labels, LineShare.counts(of: result.cases))
        .map { ColumnChart.Column(label: $0, count: $1) },
      ruleBefore: LineShare.firstAbove, ruleLabel: PageWord.line.text(in: language) + " 100%")
    return View([
      "outcomesChart": .text(outcomes.svg), "distributionChart": .text(distribution.svg),
      "typesChart": .text(types.svg),
    ])
  }

  private var outcomes: BarChart {
    BarChart(
      title: PageWord.outcomesChart.text(in: language),
      bars: CaseOutcome.allCases.map { outcome in
        BarChart.Bar(
          label: sign(outcome) + " " + title(of: outcome, in: language),
          count: result.cases.count { $0.outcome == outcome }, tone: outcome.rawValue)
      })
  }

  private var types: BarChart {
    let bars = HardshipType.allCases.map { type in
      BarChart.Bar(
        label: title(of: type, in: language),
        count: result.cases.count { $0.assessment.hardshipType == type }, tone: "below")
    }
    let open = result.cases.count { $0.assessment.hardshipType == nil }
    let rest = BarChart.Bar(
      label: language.text("无或待定", "None or open"), count: open, tone: "above")
    return BarChart(title: PageWord.typesChart.text(in: language), bars: bars + [rest])
  }

  private var problems: View {
    let groups = Dictionary(grouping: result.findings, by: \.code)
    let frequent = groups.sorted { left, right in
      (right.value.count, left.key.severity, left.key.rawValue)
        < (left.value.count, right.key.severity, right.key.rawValue)
    }
    return View([
      "hasProblems": .flag(!frequent.isEmpty),
      "problems": .list(frequent.prefix(12).map { problem($0.key, count: $0.value.count) }),
    ])
  }

  private func problem(_ code: FindingCode, count: Int) -> View {
    View([
      "severity": .text(title(of: code.severity, in: language)),
      "severityClass": .text(code.severity.rawValue), "problemCode": .text(code.rawValue),
      "problemMessage": .text(words(for: Finding(code, at: nil), in: language).message),
      "problemCount": "\(count)",
    ])
  }
}

extension RunPageView {
  fileprivate var units: View {
    let reports = result.units.sorted {
      ($0.unit.code, $0.unit.name) < ($1.unit.code, $1.unit.name)
    }
    return View(["units": .list(reports.map(unit)), "hasUnits": .flag(!reports.isEmpty)])
  }

  private func unit(_ report: UnitReport) -> View {
    View([
      "unitCode": .text(report.unit.code), "unitName": .text(report.unit.name),
      "unitStatus": .text(title(of: report.status, in: language)),
      "unitStatusClass": .text(report.status.rawValue),
      "unitFiles": "\(report.files.count)", "unitCases": "\(report.applicationCount)",
    ])
  }

  fileprivate var duplicates: View {
    let kinds = DuplicateKind.allCases.compactMap { kind -> View? in
      let pairs = result.duplicates.filter { $0.kind == kind }
      guard !pairs.isEmpty else { return nil }
      return View([
        "pairKind": .text(title(of: kind, in: language)), "pairCount": "\(pairs.count)",
        "openCount": "\(pairs.count { $0.verdict == nil })",
        "sameCount": "\(pairs.count { $0.verdict == .same })",
        "differentCount": "\(pairs.count { $0.verdict == .different })",
      ])
    }
    return View(["pairKinds": .list(kinds), "hasPairs": .flag(!kinds.isEmpty)])
  }

  fileprivate var balance: View {
    let rows = RowClass.allCases.map { row in
      View([
        "rowClass": .text(title(of: row, in: language)),
        "classCount": "\(result.balance.rows[row] ?? 0)",
      ])
    }
    return View(["rowClasses": .list(rows), "isBalanced": .flag(result.balance.isBalanced)])
  }
}
