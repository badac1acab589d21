import Casework

/// One set of listed persons who may make up the household.
struct Composition {
  /// Those who live together in this reading, by place.
  let places: [Int]
  /// Those who may or may not, where they are too many to read every way on its own.
  var open: [Int] = []

  /// How many persons that can be.
  var sizes: ClosedRange<Int> {
    max(1, places.count)...max(1, places.count + open.count)
  }

  /// Whether a person is of the household: for certain, for certain not, or (nil) left open.
  func contains(_ place: Int) -> Bool? {
    places.contains(place) ? true : open.contains(place) ? nil : false
  }

  /// Every set of persons that may live together: those who do, with any of those who may.
  ///
  /// Beyond four such persons the ways double too often; then one reading holds them all, with
  /// each of these persons' figures between nothing and what they are.
  static func all(of persons: HouseholdPersons) -> [Composition] {
    guard persons.hasList else { return [Composition(places: [])] }
    let places = persons.persons.indices
    let certain = places.filter { persons.persons[$0].living == .together }
    let open = places.filter { persons.persons[$0].living == .unknown }
    guard open.count <= 4 else { return [Composition(places: certain, open: open)] }
    return (0..<(1 << open.count)).reversed().map { choice in
      let living = open.indices.filter { choice & (1 << $0) != 0 }.map { open[$0] }
      return Composition(places: (certain + living).sorted())
    }
  }
}
