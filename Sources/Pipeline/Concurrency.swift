/// The results of `transform` for every item, in the items' order, up to `jobs` at a time.
///
/// The order of the results does not depend on the number of jobs.
func mapConcurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  var results = [Result?](repeating: nil, count: items.count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < items.count else { return }
      let (place, item) = (next, items[next])
      group.addTask { (place, transform(item)) }
      next += 1
    }
    for _ in 0..<jobs { start() }
    while let (place, result) = await group.next() {
      results[place] = result
      start()
    }
  }
  return results.compactMap(\.self)
}
