import Casework
import Intake
import Reporting

/// The forms of the pipeline file and the path of its policy; the policy itself is not read, so that
/// the tests of another one can run.
func policyTestSetting(
  _ request: RunRequest
) throws(RunFailure) -> (library: FormLibrary, policyPath: String) {
  let top = try YAMLMapping(
    text: try readText(request.pipeline), file: request.pipeline, keys: PipelineDefinition.keys)
  let forms = try PipelineDefinition.forms(in: try top.path("forms")).map(\.form)
  return (FormLibrary(forms.filter(\.kind.isOfRound)), try top.path("policy"))
}

extension PipelineDefinition {
  /// A round without files for one test case.
  init(testing policy: PolicyFile, at path: String, library: FormLibrary, asOf: CalendarDate) {
    self.init(
      name: "policy-test", kind: .intake, year: 0, round: "\(asOf.year)", asOf: asOf, input: "",
      output: "", registry: "", caseKey: "", roster: nil, earlierRounds: [], library: library,
      officeLibrary: FormLibrary([]), policy: policy, policyPath: path,
      language: .simplifiedChinese, writesDossiers: false, jobs: 1,
      brakes: .none,
      files: [])
  }
}

extension PolicyFile {
  /// The policy of a test case.
  init(of test: PolicyTestCase, forms: [FormDefinition]) throws(RunFailure) {
    do throws(RunFailure) {
      var sources = try PolicySources(path: test.policy)
      for overlay in test.overlays {
        // The lines before the overlay, so that messages name those of the test file.
        let text = String(repeating: "\n", count: max(0, overlay.line - 1)) + overlay.text
        sources = sources.changed(by: PolicySources.File(path: test.file, text: text))
      }
      self = try PolicyFile(sources, forms: forms)
    } catch {
      throw RunFailure.policyFile(error)
    }
  }
}
