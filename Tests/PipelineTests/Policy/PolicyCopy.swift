import Casework
import Foundation
import Intake
import Reporting
import Screening
import Testing

@testable import Pipeline

/// The shipped policies in a folder of their own, with files of a test beside them.
struct PolicyCopy {
  let folder: TemporaryFolder
  let forms: [FormDefinition]

  init() throws {
    folder = try TemporaryFolder()
    for name in try files(below: repository + "/pipelines/policies") {
      try folder.write(bytes(of: repository + "/pipelines/policies/" + name), to: name)
    }
    forms = try files(below: repository + "/pipelines/forms").sorted().map { name in
      let path = repository + "/pipelines/forms/" + name
      return try FormFile.form(from: text(of: path), file: path)
    }
  }

  /// The organs' policy with the text of a file that extends it.
  func organs(changedBy overlay: String) throws -> PolicyFile {
    try policy(named: "overlay.yaml", holding: "extends: aba-organs.yaml\n" + overlay)
  }

  /// A policy whose file has the given text; with none, one that is there.
  func policy(named name: String, holding text: String? = nil) throws -> PolicyFile {
    if let text { try folder.write(text, to: name) }
    return try PolicyFile(PolicySources(path: folder.path + "/" + name), forms: forms)
  }

  /// Why a policy cannot be read.
  func failure(of name: String, holding text: String? = nil) throws -> RunFailure {
    try #require(throws: RunFailure.self) { try policy(named: name, holding: text) }
  }
}

extension PolicyFile {
  func edition(on day: String) throws -> EditionInForce {
    try edition(on: try #require(CalendarDate(iso: day)))
  }
}
