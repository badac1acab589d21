import Casework
import Income
import Screening
import TestSupport
import Testing

@Suite("Laws of rules and outcome")
struct OutcomeLawTests {
  private func law(_ holds: (Filing, inout SeededGenerator) throws -> Bool?) rethrows -> LawReport {
    try LawReport(
      drawing: { generator in
        generator.once(in: 2) ? Filing.complete(&generator) : Filing.opened(&generator).opened
      }, smaller: \.smaller, holds: holds)
  }

  @Test("eligible is who passes all, ineligible who fails one, undetermined who is open")
  func combination() throws {
    let report = try law { filing, _ in
      let result = try filing.screened()
      let ends = Set(result.decisions.map(\.outcome))
      return switch result.outcome {
      case .ineligible: ends.contains(.fail) && !result.failedRules.isEmpty
      case .undetermined: !ends.contains(.fail) && !result.unknownRules.isEmpty
      case .eligible: ends.isSubset(of: [.pass, .notApplicable])
      case .merged: false
      }
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("every rule decides once, in the order of the contract")
  func everyRule() throws {
    let report = try law { filing, _ in
      try Set(filing.screened().decisions.map(\.rule)) == Set(RuleCode.allCases)
        && filing.screened().decisions.count == RuleCode.allCases.count
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a rule that is off leaves all others as they are")
  func off() throws {
    let report = try law { filing, generator in
      let rule = generator.pick(RuleCode.allCases)
      var without = PolicyEdition.sample
      without.modes[rule] = .off
      let (all, rest) = (try filing.screened(), try filing.screened(under: without))
      return rest.decisions == all.decisions.filter { $0.rule != rule }
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("a rule that only warns decides as little as one that is off, and is still shown")
  func warn() throws {
    let report = try law { filing, generator in
      let rule = generator.pick(RuleCode.allCases)
      var (warning, without) = (PolicyEdition.sample, PolicyEdition.sample)
      warning.modes[rule] = .warn
      without.modes[rule] = .off
      let shown = try filing.screened(under: warning)
      return try shown.outcome == filing.screened(under: without).outcome
        && shown.end(of: rule) == filing.screened().end(of: rule)
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("what the unit left out refuses nobody")
  func omissions() throws {
    let omitted: [Field] = [
      .verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn, .sealed, .evidence, .hardshipCause,
      .universalBenefitsUsed, .otherAidExhausted, .exclusionDues, .applicantCategory, .affiliated,
    ]
    let report = try law { filing, generator in
      guard try filing.screened().outcome != .ineligible else { return nil }
      let field = generator.pick(omitted)
      var lacking = filing
      lacking.application.removeAll { $0.field == field }
      return try lacking.screened().outcome != .ineligible
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("PROCEDURE and EVIDENCE never fail, whatever the dates")
  func procedure() throws {
    let report = try law { filing, generator in
      var other = filing
      for field in [Field.verifiedOn, .noticeFrom, .noticeTo, .unitApprovedOn] {
        other.application.removeAll { $0.field == field }
        let text = generator.pick(["2014-02-28", "2015-05", "2015", "?", "2015-11-30"])
        other.application.append((field, date(text)))
      }
      let result = try other.screened()
      return result.end(of: .procedure) != .fail && result.end(of: .evidence) != .fail
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("no ground of conduct applies to a survivor, and its attestation changes nothing")
  func survivors() throws {
    let grounds: [(RuleCode, Field)] = [
      (.conductMeetings, .exclusionMeetings), (.conductDues, .exclusionDues),
      (.conductAssignments, .exclusionAssignments), (.conductBehaviour, .exclusionConduct),
      (.conductDuties, .exclusionDuties), (.conductUninsured, .exclusionUninsured),
    ]
    let report = try law { filing, generator in
      let (rule, field) = generator.pick(grounds)
      var survivor = filing
      survivor.application.removeAll { [.applicantCategory, field].contains($0.field) }
      survivor.application.append((.applicantCategory, .choice("遗属")))
      var attested = survivor
      attested.application.append((field, .flag(true)))
      let result = try attested.screened()
      return try result.end(of: rule) == .notApplicable
        && result.outcome == survivor.screened().outcome
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("only an attested ground fails a conduct rule, and it fails that rule only")
  func attestation() throws {
    let report = try law { filing, generator in
      let field = generator.pick([Field.exclusionDues, .exclusionMeetings, .exclusionConduct])
      var attested = filing
      attested.application.removeAll { $0.field == field }
      attested.application.append((field, .flag(true)))
      let (before, after) = (try filing.screened(), try attested.screened())
      let changed = zip(before.decisions, after.decisions).filter { $0.outcome != $1.outcome }
      return changed.count <= 1 && changed.allSatisfy { $1.rule.rawValue.hasPrefix("CONDUCT_") }
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("the hardship type agrees with the sums: 收入型 before the deduction, 支出型 only after it")
  func hardshipType() throws {
    let report = try law { filing, _ in
      let result = try filing.screened()
      let readings = result.household.readings
      guard let type = result.assessment.hardshipType, let line = result.assessment.threshold
      else { return nil }
      guard result.end(of: .incomeTest) == .pass else { return false }
      return readings.allSatisfy { reading in
        let least = line.monthly * Int64(12 * reading.size.lowerBound)
        let most = line.monthly * Int64(12 * reading.size.upperBound)
        return switch type {
        case .income: reading.supported.high <= least
        case .expenditure: reading.supported.low > most && reading.actual.high <= least
        }
      }
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("the share shown is the exact share, at most half a fen away")
  func shown() throws {
    let report = law { filing, _ in
      let household = filing.worksheet()
      guard household.readings.count == 1, let reading = household.readings.first,
        let actual = reading.actual.exact, reading.size.count == 1,
        let share = household.perCapitaActual.exact
      else { return nil }
      let parts = Int64(12 * reading.size.lowerBound)
      return abs(share.fen * parts - actual.fen) * 2 <= parts
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("the shortfall is what is missing to the line, and there is none at or above it")
  func shortfall() throws {
    let report = try law { filing, _ in
      let result = try filing.screened()
      guard let line = result.assessment.threshold,
        let income = result.household.perCapitaActual.exact
      else { return result.shortfall == nil }
      return income < line.monthly
        ? result.shortfall == line.monthly - income : result.shortfall == nil
    }
    #expect(report.isKept, "\(report)")
  }

  @Test("help a year ago or longer passes, help since then fails, and the day decides")
  func frequency() throws {
    let report = try law { filing, generator in
      let reference = filing.worksheet()
      guard !reference.referenceDateIsAssumed else { return nil }
      let helped = reference.referenceDate.adding(days: -Int.random(in: 0...800, using: &generator))
      var again = filing
      again.application.removeAll { $0.field == .previouslyHelpedOn }
      again.application.append((.previouslyHelpedOn, .date(StatedDate(helped))))
      let isFree = helped.adding(months: 12) <= reference.referenceDate
      return try again.screened().end(of: .frequency) == (isFree ? .pass : .fail)
    }
    #expect(report.isKept, "\(report)")
  }
}
