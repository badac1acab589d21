import Glibc

/// Writes a synthetic round to `directory/submissions`, the filings of those whom earlier rounds
/// helped to `directory/earlier`, and what is true of it all to `directory/truth`.
///
/// Units are made and written one at a time, so memory is bounded by the largest unit. The same
/// request gives the same bytes.
/// - Throws: `SampleError` where the request cannot be met, a sample is already there, or a file
///   cannot be written.
public func writeSample(_ request: SampleRequest, to directory: String) throws(SampleError) {
  try checked(request)
  let slots = SlotTable(request)
  guard slots.applications <= Family.capacity else {
    throw SampleError(
      code: "sample.too-many",
      message: "identity numbers suffice for \(Family.capacity) applications, "
        + "\(slots.applications) were asked for", path: nil)
  }
  let submissions = directory + "/submissions"
  guard access(submissions, F_OK) != 0 else {
    throw SampleError(
      code: "sample.already-there", message: "a sample is there already; choose another folder",
      path: submissions)
  }
  try makeFolder(submissions)
  try write(Array(rosterText(slots.units, seed: request.seed).utf8), to: submissions + "/单位名册.csv")
  let plan = DuplicatePlan(slots: slots, factory: CaseFactory(seed: request.seed))
  var truth = try TruthFiles(in: directory + "/truth")
  let earlier = EarlierRounds(in: directory + "/earlier")
  for ordinal in 0..<slots.units {
    let submission = UnitSubmission(ordinal: ordinal, request: request, plan: plan)
    let rendered = try submission.rendered()
    try makeFolder(submissions + "/" + submission.folder)
    for file in rendered.files { try write(file.bytes, to: submissions + "/" + file.name) }
    try truth.add(submission, rendered, plan: plan, seed: request.seed)
    try earlier.write(submission)
  }
  try earlier.writeRosters(rosterText(slots.units, seed: request.seed))
  try truth.finish(request)
}

private func checked(_ request: SampleRequest) throws(SampleError) {
  let fault =
    request.units < 1
    ? "at least one unit is needed"
    : request.formats.isEmpty
      ? "at least one format is needed"
      : (request.applications ?? 0) < 0
        ? "the number of applications is negative"
        : (0...1000).contains(request.slipPerMille) ? nil : "slips are given per 1,000 applications"
  if let fault { throw SampleError(code: "sample.bad-request", message: fault, path: nil) }
}

/// Writes a new file.
func write(_ bytes: [UInt8], to path: String) throws(SampleError) {
  let file = try OutputFile(path)
  try file.write(bytes)
  try file.close()
}
