/// One value of a policy with where it comes from, to be shown beside what it decided.
public struct PolicyValue: Hashable, Codable, Sendable {
  /// Its place in the policy file, joined by points: `procedure.noticeMinimumDays`.
  public let name: String
  /// The value as the file states it, with its unit where it has one.
  public let shown: String
  /// The first day it is in force; nil for a policy of an earlier version that gives none.
  public let effectiveFrom: CalendarDate?
  /// The document it comes from.
  public let source: String
  /// The words of the regulation.
  public let citation: String
  /// Whether it is an assumption that nobody confirmed yet.
  public let isAssumed: Bool
  /// Whether the file names who confirmed it.
  public let isConfirmed: Bool
  /// The file and line it stands on.
  public let place: PolicyPlace

  /// Makes a value.
  public init(
    name: String, shown: String, effectiveFrom: CalendarDate?, source: String, citation: String,
    isAssumed: Bool, isConfirmed: Bool = false, place: PolicyPlace
  ) {
    self.name = name
    self.shown = shown
    self.effectiveFrom = effectiveFrom
    self.source = source
    self.citation = citation
    self.isAssumed = isAssumed
    self.isConfirmed = isConfirmed
    self.place = place
  }
}

extension PolicyValue {
  /// The same value under another name.
  public func named(_ name: String) -> PolicyValue {
    PolicyValue(
      name: name, shown: shown, effectiveFrom: effectiveFrom, source: source, citation: citation,
      isAssumed: isAssumed, isConfirmed: isConfirmed, place: place)
  }
}

/// A line of a policy file.
public struct PolicyPlace: Hashable, Codable, Sendable {
  /// The file, as it was named; empty where there is none.
  public let file: String
  /// The line, from 1.
  public let line: Int

  /// Makes a place.
  public init(file: String = "", line: Int) {
    self.file = file
    self.line = line
  }
}
