import Casework

/// `index.html` of a re-screening: what changed, why, and what people should decide; no names.
public func rescreeningPage(_ report: RescreeningReport) throws -> String {
  let template = try PageTemplate(rescreeningTemplate, in: report.language)
  return template.rendered(with: RescreeningView(report: report).view)
}

/// Everything the page of a re-screening shows.
private struct RescreeningView {
  let report: RescreeningReport

  private var language: Language { report.language }
  /// A page shows so many rows of a table; the CSV beside it has all.
  private let mostRows = 500

  var view: View {
    var view = View([
      "asOf": .text(report.asOf.description), "policy": .text(report.policyTitle),
      "runID": .text(report.runID), "caseCount": "\(report.caseCount)",
      "changeCount": "\(report.changes.count)",
      "exitCount": "\(count(.exit))", "followOnCount": "\(count(.followOn))",
      "overdueCount": "\(count(.visitOverdue))", "contactCount": "\(count(.contactMissing))",
      "causesChart": .text(causes.svg), "proposalsChart": .text(proposals.svg),
    ])
    view.add(tables)
    return view
  }

  private func count(_ kind: FollowUpProposal.Kind) -> Int {
    report.proposals.count { $0.kind == kind }
  }

  private var causes: BarChart {
    BarChart(
      title: PageWord.causesChart.text(in: language),
      bars: ChangeCause.allCases.map { cause in
        BarChart.Bar(
          label: title(of: cause, in: language),
          count: report.changes.count { $0.cause == cause }, tone: "below")
      })
  }

  private var proposals: BarChart {
    BarChart(
      title: PageWord.proposalsChart.text(in: language),
      bars: FollowUpProposal.Kind.allCases.map { kind in
        BarChart.Bar(label: title(of: kind, in: language), count: count(kind), tone: "above")
      })
  }

  private var tables: View {
    View([
      "hasChanges": .flag(!report.changes.isEmpty),
      "changes": .list(report.changes.prefix(mostRows).map(change)),
      "hasProposals": .flag(!report.proposals.isEmpty),
      "proposals": .list(report.proposals.prefix(mostRows).map(proposal)),
      "hasVerified": .flag(!report.verified.isEmpty),
      "verified": .list(report.verified.prefix(mostRows).map(verified)),
      "isShortened": .flag(
        max(report.changes.count, report.proposals.count, report.verified.count) > mostRows),
      "mostRows": "\(mostRows)",
    ])
  }

  private func change(_ change: CaseChange) -> View {
    View([
      "caseID": .text(change.caseID), "from": .text(word(change.from)),
      "to": .text(word(change.to)), "toClass": .text(change.to?.rawValue ?? ""),
      "changeCause": .text(title(of: change.cause, in: language)), "detail": .text(change.detail),
    ])
  }

  private func word(_ outcome: CaseOutcome?) -> String {
    outcome.map { title(of: $0, in: language) } ?? "–"
  }

  private func proposal(_ proposal: FollowUpProposal) -> View {
    View([
      "caseID": .text(proposal.caseID), "kind": .text(title(of: proposal.kind, in: language)),
      "ground": .text(title(of: proposal.ground, in: language)),
      "day": .text(proposal.day?.description ?? ""), "detail": .text(proposal.detail),
    ])
  }

  private func verified(_ row: RescreeningReport.Verified) -> View {
    View([
      "caseID": .text(row.caseID), "declaredIncome": .text(row.declaredIncome.description),
      "declaredPerCapita": .text(row.declaredPerCapita.description),
      "declaredOutcome": .text(word(row.declaredOutcome)),
      "verifiedIncome": .text(row.verifiedIncome.description),
      "verifiedPerCapita": .text(row.verifiedPerCapita.description),
      "verifiedOutcome": .text(word(row.verifiedOutcome)),
    ])
  }
}
