import Casework
import Intake

/// Reads `pipelines/forms/*.yaml`; every key is documented in docs/forms.md.
enum FormFile {
  private static let fieldKeys = [
    "name", "header", "type", "required", "period", "aliases", "choices", "underGroup",
  ]

  /// The form a file describes.
  static func form(from text: String, file: String) throws(RunFailure) -> FormDefinition {
    let top = try YAMLMapping(
      text: text, file: file, keys: ["form", "title", "identifiedBy", "householdKey", "fields"])
    var fields: [FieldDefinition] = []
    for mapping in try top.mappings("fields", keys: fieldKeys) {
      fields.append(try field(mapping))
    }
    return FormDefinition(
      kind: try top.choice("form", as: FormKind.self), title: try top.string("title"),
      identifiedBy: try fieldList("identifiedBy", in: top),
      householdKey: try fieldList("householdKey", in: top), fields: fields)
  }

  private static func fieldList(
    _ key: String, in mapping: YAMLMapping
  ) throws(RunFailure) -> [Field] {
    var fields: [Field] = []
    for name in try mapping.strings(key) {
      fields.append(try mapping.choice(name, as: Field.self, at: key))
    }
    return fields
  }

  private static func field(_ mapping: YAMLMapping) throws(RunFailure) -> FieldDefinition {
    FieldDefinition(
      field: try mapping.choice("name", as: Field.self), header: try mapping.string("header"),
      aliases: try mapping.strings("aliases"),
      type: try mapping.choice("type", as: FieldType.self),
      isRequired: try mapping.flag("required", default: false),
      period: mapping.has("period")
        ? try mapping.choice("period", as: PeriodName.self).period : nil,
      choices: try choices(mapping), groups: try mapping.strings("underGroup"))
  }

  private static func choices(
    _ mapping: YAMLMapping
  ) throws(RunFailure) -> [FieldDefinition.Choice] {
    guard mapping.has("choices") else { return [] }
    let listed = try mapping.mapping("choices", keys: nil)
    var choices: [FieldDefinition.Choice] = []
    for name in listed.keys {
      choices.append(FieldDefinition.Choice(name: name, aliases: try listed.strings(name)))
    }
    return choices
  }

  /// The periods as form files name them.
  private enum PeriodName: String, CaseIterable {
    case month, quarter, year

    var period: Period {
      switch self {
      case .month: .month
      case .quarter: .quarter
      case .year: .year
      }
    }
  }
}
