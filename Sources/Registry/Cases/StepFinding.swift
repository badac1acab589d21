import Casework

/// Why an entry of the office's forms is not recorded, or what is worth saying beside it; becomes a
/// finding at the entry's cell.
struct StepFinding: Error, Equatable {
  let code: FindingCode
  /// The field whose cell the finding stands at.
  let field: Field
  let arguments: [String]

  init(_ code: FindingCode, at field: Field, _ arguments: [String] = []) {
    self.code = code
    self.field = field
    self.arguments = arguments
  }
}
