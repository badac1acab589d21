import Casework

extension DossierView {
  /// Other cases this one may be a duplicate of, and earlier filings it corrects.
  var connections: View {
    View([
      "duplicates": .list(result.duplicates.map(duplicate)),
      "hasDuplicates": .flag(!result.duplicates.isEmpty),
      "superseded": .list(result.application.superseded.map(superseded)),
    ])
  }

  private func duplicate(_ link: DuplicateLink) -> View {
    let isFirst = link.caseA == result.caseID
    let other = isFirst ? link.caseB : link.caseA
    let isOfThisRound = (isFirst ? link.roundB : link.roundA) == round.round
    return View([
      "pairID": .text(link.pairID), "pairKind": .text(title(of: link.kind, in: language)),
      "otherCase": .text(other),
      "otherAddress": .text(isOfThisRound ? addressComponent(other) + ".html" : ""),
      "otherUnit": .text(isFirst ? link.unitB : link.unitA),
      "otherRound": .text(isFirst ? link.roundB : link.roundA),
      "pairPersons": .text(
        "\(role(isFirst ? link.personA : link.personB)) ↔ "
          + role(isFirst ? link.personB : link.personA)),
      "pairReasons": .text(
        link.reasons.map { title(of: $0, in: language) }.joined(separator: language.listSeparator)),
      "verdict": .text(title(of: link.verdict, in: language)),
      "blocks": .flag(link.verdict == nil && link.kind.blocksApproval),
    ])
  }

  /// A person's role in a case in words: `applicant`, `member-2`, `deceased`.
  private func role(_ role: String) -> String {
    if role == "applicant" { return language.text("申请人", "applicant") }
    if role == "deceased" { return language.text("离世党员", "deceased member") }
    guard role.hasPrefix("member-") else { return role }
    let number = role.dropFirst("member-".count)
    return language.text("第 \(number) 位成员", "member \(number)")
  }

  private func superseded(_ earlier: FormRecord) -> View {
    let current = result.application.record
    let fields = Field.allCases.filter {
      statement(of: $0, in: earlier) != statement(of: $0, in: current)
    }
    return View([
      "earlierPlace": .text(round.catalog.words(for: earlier.location)),
      "differences": .list(
        fields.map { field in
          View([
            "differingField": .text(name(of: field, in: language)),
            "earlierValue": .text(statement(of: field, in: earlier)),
            "currentValue": .text(statement(of: field, in: current)),
          ])
        }),
    ])
  }

  private func statement(of field: Field, in record: FormRecord) -> String {
    switch record[field] {
    case .blank: language.text("（空）", "(blank)")
    case .stated(let value): figures.value(value)
    case .damaged: shown(nil)
    }
  }

  /// The unit's steps with their dates and cells.
  var procedure: View {
    let record = result.application.record
    let steps: [Field] = [
      .applicationDate, .verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn, .sealed,
      .unitRecommendation, .followUpContact, .evidence,
    ]
    return View(["steps": .list(steps.map { step($0, in: record) })])
  }

  private func step(_ field: Field, in record: FormRecord) -> View {
    View([
      "stepName": .text(name(of: field, in: language)),
      "stepValue": .text(record[field].isBlank ? "" : statement(of: field, in: record)),
      "stepCell": .text(record.hasColumn(field) ? record.cell(of: field).cell : ""),
    ])
  }
}
