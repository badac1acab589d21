import Casework
import Foundation
import Intake
import Testing
import Yams

/// The folder the package lies in; test data that is not shipped lies beside it.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Data that is too large or not free to ship; tests that need it are skipped where it is absent.
let shared = repository.deletingLastPathComponent().appending(path: "shared")

extension FormLibrary {
  /// The forms of `pipelines/forms` that units hand in, as the pipeline reads them.
  static let shipped = FormLibrary(allForms.filter(\.kind.isOfRound))

  /// The forms of `pipelines/forms` with which the office records what people decided.
  static let office = FormLibrary(allForms.filter(\.kind.isOfOffice))

  static let allForms: [FormDefinition] = {
    let folder = repository.appending(path: "pipelines/forms").path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.sorted().filter { $0.hasSuffix(".yaml") }.compactMap { file in
      guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8),
        let node = try? Yams.compose(yaml: text)
      else { return nil }
      return FormDefinition(node)
    }
  }()

  /// A field as the shipped forms define it.
  static func field(_ field: Field, of kind: FormKind = .applications) throws -> FieldDefinition {
    let form = try #require(shipped.form(kind))
    return try #require(form.fields.first { $0.field == field })
  }
}

extension FormDefinition {
  fileprivate init?(_ node: Node) {
    guard let kind = node["form"]?.string.flatMap(FormKind.init), let fields = node["fields"] else {
      return nil
    }
    self.init(
      kind: kind, title: node["title"]?.string ?? "", identifiedBy: node.fields("identifiedBy"),
      householdKey: node.fields("householdKey"),
      fields: fields.array().compactMap(FieldDefinition.init))
  }
}

extension FieldDefinition {
  fileprivate init?(_ node: Node) {
    guard let field = node["name"]?.string.flatMap(Field.init),
      let type = node["type"]?.string.flatMap(FieldType.init)
    else { return nil }
    let periods: [String: Period] = ["month": .month, "quarter": .quarter, "year": .year]
    self.init(
      field: field, header: node["header"]?.string ?? "", aliases: node.strings("aliases"),
      type: type, isRequired: node["required"]?.bool ?? false,
      period: node["period"]?.string.flatMap { periods[$0] }, choices: node.choices,
      groups: node.strings("underGroup"))
  }
}

extension Node {
  fileprivate func strings(_ key: String) -> [String] {
    (self[key]?.array() ?? []).compactMap { $0.scalar?.string }
  }

  fileprivate func fields(_ key: String) -> [Field] { strings(key).compactMap(Field.init) }

  fileprivate var choices: [FieldDefinition.Choice] {
    (self["choices"]?.mapping ?? [:]).compactMap { name, aliases in
      name.scalar.map {
        FieldDefinition.Choice(
          name: $0.string, aliases: aliases.array().compactMap { $0.scalar?.string })
      }
    }
  }
}

@Test("all shipped forms are read, each with its fields")
func shippedForms() {
  #expect(Set(FormLibrary.allForms.map(\.kind)) == Set(FormKind.allCases))
  #expect(FormLibrary.allForms.allSatisfy { $0.fields.count >= 5 })
}
