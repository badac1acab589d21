import Casework

/// One named case of a `*.test.yaml` file: filings in, figures and outcome out.
struct PolicyTestCase: Sendable {
  /// The file the case stands in, for messages.
  let file: String
  /// The line the case begins on.
  let line: Int
  /// What the case says, as a sentence.
  let name: String
  /// The day of the round.
  let asOf: CalendarDate
  /// The policy file the case is screened under.
  let policy: String
  /// Values of the policy that are other in the whole file, then those that are in this case.
  let overlays: [PolicyTestOverlay]
  /// The filings of the round; the first is the one that is looked at.
  let filings: [PolicyTestFiling]
  /// Filings of earlier rounds.
  let earlier: [PolicyTestFiling]
  /// What must come out.
  let expectations: [PolicyTestExpectation]
}

/// Values that take the place of a policy file's, in a whole file of tests or in one case.
struct PolicyTestOverlay: Hashable, Sendable {
  /// The values as YAML, in the form of an overlay file without its `extends`.
  let text: String
  /// The line of the test file they begin on.
  let line: Int
}

/// One filing as a unit would write it: texts of cells below headers.
struct PolicyTestFiling: Sendable {
  /// The unit that hands it in.
  var unit = "受测单位"
  /// The roster's cell 组织关系在工委; empty: blank.
  var affiliated = "是"
  /// The rows of each form, as pairs of header and cell in the order of the file.
  var sheets: [PolicyTestSheet] = []
  /// What people decided about the pair it forms with the filing that is looked at.
  var verdict: DuplicateVerdict?
  /// The earlier round it is of; empty: this one.
  var round = ""
  /// The day the registry knows it was helped, for a filing of an earlier round.
  var helpedOn: CalendarDate?
}

/// The rows of one form.
struct PolicyTestSheet: Sendable {
  let form: FormKind
  var rows: [[PolicyTestCell]]
}

/// The text of one cell below its header.
struct PolicyTestCell: Sendable {
  /// The field the header stands for.
  let field: Field
  /// The header as the case writes it, with its unit or period.
  let header: String
  let text: String
}

/// Something that must come out of a case.
struct PolicyTestExpectation: Sendable {
  /// The line it stands on.
  let line: Int
  let value: Value

  /// What is compared.
  enum Value: Hashable, Sendable {
    /// A figure in fen, known or between two bounds; nil: there is none.
    case amount(Figure, MoneyInterval?)
    /// n.
    case size(ClosedRange<Int>)
    /// The hardship type; nil: it cannot be told, or the test is not met.
    case hardshipType(HardshipType?)
    /// How the case ends.
    case outcome(CaseOutcome)
    /// How a rule ends; nil: the policy switches it off.
    case rule(RuleCode, RuleOutcome?)
    /// A code that some finding about the case must bear.
    case finding(FindingCode)
    /// The policy cannot be used for the case, which exits 4 in a run.
    case unusable
  }

  /// The figures of money, by their key in the file.
  enum Figure: String, CaseIterable, Sendable {
    /// Disposable income.
    case disposable = "D"
    /// Support received.
    case support = "S"
    /// Rigid expenditure.
    case expenditure = "R"
    /// D ÷ 12 ÷ n as shown.
    case perCapitaDisposable
    /// (D + S − R) ÷ 12 ÷ n as shown.
    case perCapitaActual
    /// The line.
    case threshold
    /// How far the income is below the line.
    case shortfall
  }
}
