public import Casework

/// The parameters that rules read, compiled from an edition once, without texts or tables.
public struct RuleParameters: Sendable {
  /// The fewest days a unit's public notice lasts, both ends counted.
  public let noticeMinimumDays: Int32
  /// The months within which nobody is helped again.
  public let frequencyMonths: Int
  /// The age from which a child is no minor.
  public let majorityAge: Int
  /// What the unit's steps must be beside stated.
  public let procedure: ProcedureRules
  /// The modes of the rules, two bits each in the order of the contract.
  private let modes: UInt32
  /// The accepted causes, a bit each.
  private let causes: UInt8
  /// The categories that each ground of exclusion speaks of, three bits a ground.
  private let conduct: UInt32

  /// Compiles the parameters of an edition.
  public init(_ policy: PolicyEdition) {
    noticeMinimumDays = Int32(clamping: policy.noticeMinimumDays)
    frequencyMonths = policy.frequencyMonths
    majorityAge = policy.majorityAge
    procedure = policy.procedure
    modes = RuleCode.allCases.reduce(into: 0) { packed, rule in
      packed |= (policy.modes[rule] ?? .on).code << (2 * rule.place)
    }
    causes = policy.acceptedCauses.reduce(into: 0) { $0 |= 1 << $1.place }
    conduct = ConductGround.allCases.reduce(into: 0) { packed, ground in
      for category in policy.categories(of: ground) {
        packed |= 1 << (3 * ground.place + category.place)
      }
    }
  }

  /// Whether a rule decides, only warns, or is off.
  public func mode(of rule: RuleCode) -> RuleMode {
    switch (modes >> (2 * rule.place)) & 3 {
    case 1: .warn
    case 2: .off
    default: .on
    }
  }

  /// Whether a cause is one the programme is for.
  func accepts(_ cause: HardshipCause) -> Bool { causes & (1 << cause.place) != 0 }

  /// Whether a ground speaks of applicants of a category; nil where the category is not known and
  /// the ground speaks of some only.
  func applies(_ ground: ConductGround, to category: ApplicantCategory?) -> Bool? {
    let categories = (conduct >> (3 * ground.place)) & 7
    if let category { return categories & (1 << category.place) != 0 }
    return categories == 7 ? true : categories == 0 ? false : nil
  }
}

extension PolicyEdition {
  /// The categories that a ground speaks of: those that the policy lists for it, else everybody,
  /// survivors only where the policy says so.
  func categories(of ground: ConductGround) -> [ApplicantCategory] {
    ApplicantCategory.allCases.filter { category in
      conductCategories[ground].map { $0.contains(category) }
        ?? (category != .survivor || conductAppliesToSurvivors)
    }
  }
}

/// The grounds of exclusion by conduct, in the order of their rules.
public enum ConductGround: CaseIterable, Sendable {
  case meetings, dues, assignments, behaviour, duties, uninsured

  /// The rule of the ground.
  public var rule: RuleCode {
    switch self {
    case .meetings: .conductMeetings
    case .dues: .conductDues
    case .assignments: .conductAssignments
    case .behaviour: .conductBehaviour
    case .duties: .conductDuties
    case .uninsured: .conductUninsured
    }
  }

  /// The field in which the unit attests it.
  public var field: Field {
    switch self {
    case .meetings: .exclusionMeetings
    case .dues: .exclusionDues
    case .assignments: .exclusionAssignments
    case .behaviour: .exclusionConduct
    case .duties: .exclusionDuties
    case .uninsured: .exclusionUninsured
    }
  }

  var place: Int {
    switch self {
    case .meetings: 0
    case .dues: 1
    case .assignments: 2
    case .behaviour: 3
    case .duties: 4
    case .uninsured: 5
    }
  }
}

extension RuleCode {
  /// The rule's place in the contract.
  fileprivate var place: Int {
    switch self {
    case .affiliation: 0
    case .survivorKin: 1
    case .exhaustion: 2
    case .incomeTest: 3
    case .conductMeetings: 4
    case .conductDues: 5
    case .conductAssignments: 6
    case .conductBehaviour: 7
    case .conductDuties: 8
    case .conductUninsured: 9
    case .cause: 10
    case .procedure: 11
    case .evidence: 12
    case .frequency: 13
    case .unique: 14
    }
  }
}

extension RuleMode {
  fileprivate var code: UInt32 {
    switch self {
    case .on: 0
    case .warn: 1
    case .off: 2
    }
  }
}

extension HardshipCause {
  fileprivate var place: Int {
    switch self {
    case .illness: 0
    case .disaster: 1
    case .suddenEvent: 2
    case .fewEarners: 3
    case .other: 4
    }
  }
}

extension ApplicantCategory {
  fileprivate var place: Int {
    switch self {
    case .serving: 0
    case .retired: 1
    case .survivor: 2
    }
  }
}
