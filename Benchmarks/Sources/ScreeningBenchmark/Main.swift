import Casework
import Foundation
import Screening

/// Screens a million made-up households in memory.
///
/// Sums, facts, all fifteen rules, every decision with what it compared kept; nothing is read or
/// written inside the measured time.
@main
struct ScreeningBenchmark {
  static func main() async throws {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    let jobs = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 2
    let policy = PolicyEdition.benchmark
    let calendar = try Calendar(year: 2015, policy: policy)
    let population = Population(households: count)
    print("households=\(count) persons=\(population.persons.count) jobs=\(jobs)")
    for round in 1...3 {
      let clock = ContinuousClock()
      let start = clock.now
      let shares = await screened(
        population, in: calendar, under: RuleParameters(policy), jobs: jobs)
      let elapsed = clock.now - start
      report(shares, round: round, elapsed: elapsed)
    }
    print("peak_memory_mb=\(peakMemory() / 1024)")
  }

  /// The households in as many shares as there are cores.
  private static func screened(
    _ population: Population, in calendar: Calendar, under rules: RuleParameters, jobs: Int
  ) async -> [ScreenedShare] {
    await withTaskGroup(of: ScreenedShare.self) { group in
      let count = population.households.count
      for job in 0..<jobs {
        let share = (count * job / jobs)..<(count * (job + 1) / jobs)
        group.addTask {
          ScreenedShare(of: population, share, in: calendar, under: rules)
        }
      }
      var shares: [ScreenedShare] = []
      for await share in group { shares.append(share) }
      return shares.sorted { $0.first < $1.first }
    }
  }

  private static func report(_ shares: [ScreenedShare], round: Int, elapsed: Duration) {
    var counts: [CaseOutcome: Int] = [:]
    for share in shares { counts.merge(share.counts, uniquingKeysWith: +) }
    let decisions = shares.reduce(0) { $0 + $1.decisions.count }
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for share in shares { share.add(to: &digest) }
    let outcomes = CaseOutcome.allCases.map { "\($0.rawValue)=\(counts[$0] ?? 0)" }
      .joined(separator: " ")
    print(
      "round=\(round) seconds=\(elapsed.seconds) decisions=\(decisions) \(outcomes) "
        + "digest=\(String(digest, radix: 16))")
  }

  private static func peakMemory() -> Int {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss : 0
  }
}

/// The decisions of a share of the households, fifteen a household in their order.
struct ScreenedShare: Sendable {
  let first: Int
  private(set) var decisions: [Decision] = []
  private(set) var counts: [CaseOutcome: Int] = [:]

  init(
    of population: Population, _ share: Range<Int>, in calendar: Calendar,
    under rules: RuleParameters
  ) {
    first = share.lowerBound
    decisions.reserveCapacity(share.count * RuleCode.allCases.count)
    var tallied = [0, 0, 0]
    let persons = population.persons.span
    var readings: [HouseholdReading] = []
    for place in share {
      let household = population.households[place]
      household.read(persons, into: &readings)
      let facts = CaseFacts(household, readings: readings, in: calendar)
      var round = RoundFacts()
      round.help = household.day.isMultiple(of: 50) ? .open(facts.earliestDay) : .none
      var tally = OutcomeTally()
      facts.decideAlone(under: rules) {
        decisions.append($0)
        tally.add($0)
      }
      facts.decideInRound(round, under: rules) {
        decisions.append($0)
        tally.add($0)
      }
      switch tally.outcome {
      case .eligible: tallied[0] += 1
      case .ineligible: tallied[1] += 1
      case .undetermined, .merged: tallied[2] += 1
      }
    }
    counts = [.eligible: tallied[0], .ineligible: tallied[1], .undetermined: tallied[2]]
  }

  /// Mixes every decision's end and what the income tests compared into a number.
  func add(to digest: inout UInt64) {
    func mix(_ value: UInt64) { digest = (digest ^ value) &* 0x100_0000_01b3 }
    for decision in decisions {
      mix(UInt64(decision.outcome.rawValue.utf8.count))
      if case .income(let figures) = decision.compared {
        mix(UInt64(bitPattern: figures.low.fen &+ figures.high.fen))
      }
    }
  }
}

extension Duration {
  /// Seconds with three decimals.
  fileprivate var seconds: String {
    let (seconds, attoseconds) = components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    let padded = String(milliseconds + 1000).dropFirst()
    return "\(seconds).\(padded)"
  }
}
