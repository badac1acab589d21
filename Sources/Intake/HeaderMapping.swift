public import Casework

/// What a unit or the office says about headers that the forms do not list, or mean otherwise here.
public struct HeaderMapping: Hashable, Sendable {
  /// The field of each header, as written, by form.
  public var fields: [FormKind: [String: Field]]
  /// Headers of columns that belong to no form.
  public var ignored: Set<String>

  /// Makes a mapping.
  public init(fields: [FormKind: [String: Field]] = [:], ignored: Set<String> = []) {
    self.fields = fields
    self.ignored = ignored
  }

  /// This mapping, completed by another one where this one says nothing.
  public func completed(by other: HeaderMapping) -> HeaderMapping {
    HeaderMapping(
      fields: fields.merging(other.fields) { own, others in own.merging(others) { own, _ in own } },
      ignored: ignored.union(other.ignored))
  }
}

extension FormLibrary {
  /// The forms with the headers of a mapping, which win over the forms' own.
  public func applying(_ mapping: HeaderMapping) -> FormLibrary {
    FormLibrary(
      vocabularies.map { vocabulary in
        FormVocabulary(
          vocabulary.form,
          mapped: Dictionary(
            (mapping.fields[vocabulary.form.kind] ?? [:]).sorted { $0.key < $1.key }.map {
              (Self.key(of: $0.key), $0.value)
            }, uniquingKeysWith: { first, _ in first }),
          ignored: Set(mapping.ignored.map(Self.key)))
      })
  }

  private static func key(of header: String) -> String {
    header.split(separator: "/").map { TextFolding.header(String($0)) }.joined(separator: "/")
  }
}
