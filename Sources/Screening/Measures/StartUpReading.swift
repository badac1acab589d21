import Casework

/// What a filing says about the five conditions of start-up support and the loan (domain.md 31, 32).
struct StartUpReading {
  let application: Application
  let rules: StartUpRules
  let aboutPercent: Int

  private var record: FormRecord { application.record }

  /// The five conditions in the regulation's order.
  var conditions: [StartUpCondition] { [relative, wish, project, ownShare, guarantor] }

  /// A relative with an unstated job leaves the condition open; so does a household without a list.
  private var relative: StartUpCondition {
    let relatives = application.members.filter(isOfFamily)
    let readings = relatives.map { member -> Bool? in
      switch member.text(.employment) {
      case .stated(let job): rules.withoutJob.contains(job)
      case .blank, .damaged: nil
      }
    }
    let values = relatives.map { $0.compared(.employment) }
    guard !application.members.isEmpty else {
      return StartUpCondition(.relativeWithoutJob, holds: nil)
    }
    if readings.contains(true) {
      return StartUpCondition(.relativeWithoutJob, holds: true, values: values)
    }
    return StartUpCondition(
      .relativeWithoutJob, holds: readings.contains(nil) ? nil : false, values: values)
  }

  /// The member's spouse and children; of a survivor's family the survivor is one of them.
  private func isOfFamily(_ member: FormRecord) -> Bool {
    switch member.choice(.relationship, as: Relationship.self).value {
    case .spouse, .child: true
    case .applicant:
      application.category == .survivor
        && [.spouse, .minorChild].contains(
          record.choice(.relationshipToDeceased, as: SurvivorRelationship.self).value)
    default: false
    }
  }

  /// Whether the household asks for start-up support itself.
  private var isAskedFor: Bool {
    record.choice(.requestedMeasure, as: AssistanceMeasure.self).value == .startUpSupport
  }

  /// Whoever asks for start-up support wishes it, unless the unit says otherwise.
  private var wish: StartUpCondition {
    let stated = record.flag(.startUpWish)
    let holds = stated.value ?? (stated.isBlank && isAskedFor ? true : nil)
    return StartUpCondition(
      .wish, holds: holds,
      values: [record.compared(.startUpWish), record.compared(.requestedMeasure)])
  }

  /// Nobody who names no project and does not ask for start-up support has chosen one.
  private var project: StartUpCondition {
    let named = record.text(.projectName)
    let values = [
      ComparedValue("", field: .projectName, at: record.cell(of: .projectName)),
      record.compared(.projectProspect),
    ]
    let holds: Bool? =
      switch (named, record.flag(.projectProspect).value) {
      case (_, false?): false
      case (.stated, true?): true
      case (.blank, _): isAskedFor ? nil : false
      default: nil
      }
    return StartUpCondition(.project, holds: holds, values: values)
  }

  /// Most of the investment is the household's own, and something is missing.
  private var ownShare: StartUpCondition {
    let (investment, own) = (amount(.projectInvestment), amount(.ownInvestment))
    let values = [Field.projectInvestment, .ownInvestment].map { field in
      ComparedValue(amount(field)?.description ?? "", field: field, at: record.cell(of: field))
    }
    guard let investment, let own else {
      return StartUpCondition(.ownShare, holds: nil, values: values)
    }
    let ends = [(own.low, investment.high), (own.high, investment.low)]
    let most = ends.map { $0.0.fen * 100 > $0.1.fen * Int64(rules.ownShareAbovePercent) }
    let missing = [own.high < investment.low, own.low < investment.high]
    let holds: Bool? =
      most[0] && missing[0] ? true : most[1] && missing[1] ? nil : false
    return StartUpCondition(.ownShare, holds: holds, values: values)
  }

  private var guarantor: StartUpCondition {
    // Never the name itself.
    let value = ComparedValue("", field: .guarantor, at: record.cell(of: .guarantor))
    return StartUpCondition(
      .guarantor, holds: record.name(.guarantor).value == nil ? nil : true, values: [value])
  }

  private func amount(_ field: Field) -> MoneyInterval? {
    record.money(field).value?.certain(within: aboutPercent)
  }
}

extension StartUpReading {
  /// The measures of an income type that the conditions leave possible.
  var measures: [AssistanceMeasure] {
    let holds = conditions.map(\.holds)
    if holds.contains(false) { return [.recurrentGrant] }
    return holds.contains(nil) ? [.recurrentGrant, .startUpSupport] : [.startUpSupport]
  }

  /// On what terms the fund would pay the stated loan's interest; nil where something is missing.
  var terms: InterestTerms? {
    guard let principal, let rate, let years else { return nil }
    return InterestTerms(
      of: rules.mostPrincipal.map { min($0, principal) } ?? principal,
      annualRateMillionths: rules.mostRateMillionths.map { min($0, rate) } ?? rate,
      years: min(years, rules.mostYears), sharePercent: rules.interestSharePercent,
      most: rules.most)
  }

  /// The option of start-up support: the interest on the stated loan, or what is missing for it.
  var option: HelpOption {
    guard let terms else {
      let missing = [
        (Field.loanPrincipal, principal == nil), (.loanRate, rate == nil),
        (.loanYears, years == nil),
      ].filter(\.1).map(\.0.rawValue)
      return HelpOption(
        .startUpSupport, amount: nil,
        steps: [MeasureStep(.interestOpen, missing, citation: rules.citation)])
    }
    return HelpOption(
      .startUpSupport, amount: MoneyInterval(exactly: terms.total), interest: terms,
      steps: steps(to: terms))
  }

  private var principal: Money? {
    amount(.loanPrincipal)?.exact.flatMap { $0 > .zero ? $0 : nil }
  }

  private var rate: Int64? {
    guard case .stated(.rate(let millionths)) = record[.loanRate], millionths > 0 else {
      return nil
    }
    return Int64(millionths)
  }

  private var years: Int? { record.count(.loanYears).value.flatMap { $0 > 0 ? $0 : nil } }

  private func steps(to terms: InterestTerms) -> [MeasureStep] {
    var steps: [MeasureStep] = []
    func add(_ reason: MeasureReason, _ arguments: [String]) {
      steps.append(MeasureStep(reason, arguments, citation: rules.citation))
    }
    if let principal, terms.principal < principal {
      add(.interestPrincipalLimited, [principal.description, terms.principal.description])
    }
    if let rate, terms.annualRateMillionths < rate {
      add(.interestRateLimited, [percent(rate), percent(terms.annualRateMillionths)])
    }
    if let years, terms.years < years {
      add(.interestYearsLimited, ["\(years)", "\(terms.years)"])
    }
    add(
      .interestComputed,
      [
        terms.principal.description, percent(terms.annualRateMillionths), "\(terms.years)",
        "\(terms.sharePercent)", terms.unlimited.description,
      ])
    if terms.total < terms.unlimited {
      add(.interestLimited, [terms.unlimited.description, terms.total.description])
    }
    return steps
  }
}

/// A rate in percent as it is written, such as 4.35 for 43,500 millionths.
func percent(_ millionths: Int64) -> String {
  let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 10_000)
  guard rest > 0 else { return "\(whole)" }
  var decimals = String(10_000 + rest).dropFirst()
  while decimals.last == "0" { decimals.removeLast() }
  return "\(whole).\(decimals)"
}
