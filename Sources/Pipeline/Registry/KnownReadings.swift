import Casework
import Income
import Intake
import Registry
import Screening

/// The readings of stored screenings that still stand, since the rules of income are the same.
struct KnownReadings: Sendable {
  /// The policies of earlier screenings, by digest.
  let policies: [String: PolicyFile]
  /// The days of application on which a filing has the same readings under them as today.
  private let sameReadings: [String: [ClosedRange<CalendarDate>]]
  private let asOf: CalendarDate

  /// Reads the policies of stored screenings.
  init(_ definition: PipelineDefinition, knowledge: RegistryKnowledge) throws(RunFailure) {
    var policies: [String: PolicyFile] = [:]
    for (digest, text) in knowledge.policies {
      policies[digest] = try PolicyFile(
        PolicySources(stored: text, path: definition.policyPath), forms: definition.library.forms)
    }
    self.policies = policies
    let today = definition.policy
    sameReadings = policies.mapValues { $0.daysOfSameReadings(as: today) }
    asOf = definition.asOf
  }

  /// The one reading of a case's filing; nil where there are several or the rules have changed.
  func reading(of open: OpenCase, filed application: Application) -> HouseholdReading? {
    guard let reading = open.declaredReading, let days = sameReadings[open.policyDigest] else {
      return nil
    }
    let day = referenceDay(of: application, asOf: asOf)
    return days.contains { $0.contains(day) } ? reading : nil
  }
}

/// Reads the registry's open cases a page at a time; the next page is read while one is worked on.
///
/// - Parameters:
///   - registry: The registry, which is only read.
///   - knowledge: What it knows beside the cases.
///   - limit: How many cases a page holds at most.
///   - body: What is done with each page, in order.
/// - Throws: What the registry or `body` throws.
func forEachPage(
  of registry: RegistryFile, knowing knowledge: RegistryKnowledge, limit: Int = 8_192,
  _ body: (OpenCasePage) async throws(RunFailure) -> Void
) async throws(RunFailure) {
  @Sendable func page(after last: Int64) -> Result<OpenCasePage, RunFailure> {
    Result { () throws(RunFailure) in
      try registered { () throws(RegistryError) in
        try registry.openCases(after: last, limit: limit, knowing: knowledge)
      }
    }
  }
  var last: Int64 = 0
  var current = try page(after: last).get()
  while current.last != last {
    last = current.last
    async let next = page(after: last)
    try await body(current)
    current = try await next.get()
  }
}
