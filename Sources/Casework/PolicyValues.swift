/// The values of a policy that are in force on a day, by their names.
///
/// Sorted once for an edition, so that a case's values are found without going through all of them.
public struct PolicyValues: Hashable, Sendable {
  /// Every value, in the order of the names.
  public let all: [PolicyValue]
  /// The places of the rules' modes, which every case rests on.
  public let ruleModes: [Int]

  /// Makes the values of an edition.
  public init(_ values: some Sequence<PolicyValue> = []) {
    let sorted = values.sorted { $0.name < $1.name }
    all = sorted
    ruleModes = sorted.indices.filter {
      sorted[$0].name.hasPrefix("rules.") && sorted[$0].name.hasSuffix(".mode")
    }
  }

  /// The value of a name; nil where there is none.
  public subscript(name: String) -> PolicyValue? { place(of: name).map { all[$0] } }

  /// The place of the value of a name; nil where there is none.
  public func place(of name: String) -> Int? {
    let place = firstPlace(from: name)
    return place < all.count && all[place].name == name ? place : nil
  }

  /// The places of every value of a section.
  public func places(in section: String) -> Range<Int> {
    // The character after the point, so that the end is found like the beginning.
    firstPlace(from: section + ".")..<firstPlace(from: section + "/")
  }

  /// The first place whose name is not before a text.
  private func firstPlace(from text: String) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].name < text { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
