/// The files below `truth/`, written unit by unit.
///
/// - `applications.csv`: what a correct run finds. `damaged` is 1 where a slip makes figures or
///   outcome underivable from the files: the row then tells what the unit meant. Where the
///   contract fixes a slip's consequence (a damaged identity number leaves UNIQUE unknown), the
///   row has that consequence and `damaged` is 0. An empty figure is an interval, or unknown, or
///   fixed as a sum only; `actual_low_fen` and `actual_high_fen` are D + S − R, not per head.
///   EVIDENCE, which only warns, never appears.
/// - `slips.csv`, `duplicates.csv` (one kind per pair, the earlier application first),
///   `earlier-help.csv` (the earlier case of each `renewal` and `tooSoon`, filed in the folder
///   `earlier/<round>` beside the truth),
///   `model.jsonl` (the model before slips) and `manifest.json`.
struct TruthFiles {
  private let applications: OutputFile
  private let slips: OutputFile
  private let duplicates: OutputFile
  private let earlierHelp: OutputFile
  private let model: OutputFile
  private let manifestPath: String
  private var counts = TruthCounts()

  init(in folder: String) throws(SampleError) {
    try makeFolder(folder)
    applications = try OutputFile(folder + "/applications.csv")
    slips = try OutputFile(folder + "/slips.csv")
    duplicates = try OutputFile(folder + "/duplicates.csv")
    earlierHelp = try OutputFile(folder + "/earlier-help.csv")
    model = try OutputFile(folder + "/model.jsonl")
    manifestPath = folder + "/manifest.json"
    try applications.write(Self.applicationHeader)
    try slips.write("kind,source_file,source_sheet,cell,field,application_number\n")
    try duplicates.write("kind,application_a,application_b\n")
    try earlierHelp.write(
      "reference,application_number,unit_code,name,identity_number,helped_on,round\n")
  }

  private static let applicationHeader =
    "unit_code,application_number,applicant_name,source_file,source_sheet,source_row,damaged,"
    + "household_size,disposable_income_fen,support_fen,rigid_expenditure_fen,"
    + "actual_low_fen,actual_high_fen,per_capita_actual_low,per_capita_actual_high,"
    + "threshold_fen_month,outcome,failed_rules,unknown_rules,hardship_type,slip\n"

  mutating func add(
    _ submission: UnitSubmission, _ rendered: RenderedSubmission, plan: DuplicatePlan,
    seed: UInt64
  ) throws(SampleError) {
    var rows = ""
    var models = ""
    for (index, filing) in submission.filings.enumerated() {
      let figures = TrueFigures(filing.content)
      let outcome = TrueOutcome(
        filing.content, figures: figures, unitAffiliated: submission.unit.affiliated)
      let place = [
        rendered.applicationFile, rendered.applicationSheet,
        String(rendered.applicationRows[index]),
      ]
      let applicant = [
        submission.unit.code, filing.content.number, filing.content.applicant.name,
      ]
      rows += row(filing, figures, outcome, leading: applicant + place)
      models += ModelText(filing, submission.layout, submission.unit).line
      counts.add(outcome.outcome)
    }
    try applications.write(rows)
    try model.write(models)
    try addSlips(rendered.slips)
    try addDuplicates(of: submission, plan: plan, seed: seed)
    counts.units += 1
    counts.files += rendered.files.count
  }

  private func row(
    _ filing: Filing, _ figures: TrueFigures, _ outcome: TrueOutcome, leading: [String]
  ) -> String {
    let numerator = figures.numerator
    let isSplitKnown = figures.enteredTwice == 0
    let months = figures.householdSize * 12
    let cells: [String] = [
      filing.slip?.damages == true ? "1" : "0", "\(figures.householdSize)",
      text(figures.disposable?.exact), text(isSplitKnown ? figures.support.exact : nil),
      text(isSplitKnown ? figures.borne.exact : nil), text(numerator?.low), text(numerator?.high),
      numerator.map { yuanText(roundedQuotient($0.low, months)) } ?? "",
      numerator.map { yuanText(roundedQuotient($0.high, months)) } ?? "",
      "\(figures.threshold)", outcome.outcome, outcome.failed.joined(separator: ";"),
      outcome.unknown.joined(separator: ";"), figures.hardshipType,
      filing.slip?.kind.rawValue ?? "",
    ]
    return (leading + cells).joined(separator: ",") + "\n"
  }

  private func text(_ figure: Int?) -> String { figure.map(String.init) ?? "" }

  private mutating func addSlips(_ placed: [PlacedSlip]) throws(SampleError) {
    for slip in placed {
      try slips.write(
        "\(slip.kind.rawValue),\(slip.file),\(slip.sheet),\(slip.cell),\(slip.field),"
          + "\(slip.applicationNumber)\n")
    }
    counts.slips += placed.count
  }

  private mutating func addDuplicates(
    of submission: UnitSubmission, plan: DuplicatePlan, seed: UInt64
  ) throws(SampleError) {
    for planned in submission.duplicates {
      let partner = SampleUnit(ordinal: planned.partnerUnit, seed: seed)
      let first = partner.applicationNumber(slot: planned.partnerSlot)
      let second = submission.unit.applicationNumber(slot: planned.slot)
      try duplicates.write("\(planned.kind.rawValue),\(first),\(second)\n")
      counts.duplicates += 1
    }
    for filing in submission.filings {
      guard let helped = filing.content.previouslyHelpedOn else { continue }
      let isSoon = filing.content.applicationDate < helped.adding(years: 1)
      let kind: DuplicateKind = isSoon ? .tooSoon : .renewal
      let reference = EarlierRounds.reference(to: filing.content)
      let applicant = filing.content.applicant
      try duplicates.write("\(kind.rawValue),\(reference),\(filing.content.number)\n")
      try earlierHelp.write(
        "\(reference),\(filing.content.number),\(submission.unit.code),\(applicant.name),"
          + "\(applicant.identityNumber),\(helped.isoText),\(EarlierRounds.name(of: helped))\n")
      counts.duplicates += 1
    }
  }

  /// Closes the files and writes the manifest last.
  func finish(_ request: SampleRequest) throws(SampleError) {
    for file in [applications, slips, duplicates, earlierHelp, model] { try file.close() }
    let manifest = try OutputFile(manifestPath)
    try manifest.write(counts.manifest(of: request))
    try manifest.close()
  }
}

/// What the manifest counts.
struct TruthCounts {
  var units = 0
  var files = 0
  var slips = 0
  var duplicates = 0
  private var outcomes: [String: Int] = [:]

  mutating func add(_ outcome: String) { outcomes[outcome, default: 0] += 1 }

  func manifest(of request: SampleRequest) -> String {
    let formats = request.formats.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let applications = outcomes.values.reduce(0, +)
    let perOutcome = outcomes.keys.sorted().map { "    \"\($0)\": \(outcomes[$0] ?? 0)" }
    return """
      {
        "contract_version": 1,
        "round": "2015",
        "seed": \(request.seed),
        "slip_per_mille": \(request.slipPerMille),
        "formats": [\(formats)],
        "units": \(units),
        "files": \(files),
        "applications": \(applications),
        "slips": \(slips),
        "duplicate_pairs": \(duplicates),
        "outcomes": {
      \(perOutcome.joined(separator: ",\n"))
        },
        "policy": {
          "threshold_yuan_month": {"2014-07-01": "1250", "2015-07-01": "1380"},
          "comparator": "<=",
          "income_window_months": 12,
          "deducted_expenditure": ["医疗", "教育", "灾害损失", "残疾康复", "护理"],
          "not_reimbursable": ["教育", "住房", "其他"],
          "notice_minimum_days": \(noticeMinimumDays),
          "frequency_months": 12
        }
      }

      """
  }
}
