/// The results of `transform` for every item, in the items' order, up to `jobs` at a time.
///
/// The order of the results does not depend on the number of jobs; `finished` is told of each
/// result as it comes, with how many there are by then.
func mapConcurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, finished: (Int, Result) -> Void = { _, _ in },
  _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  var results = [Result?](repeating: nil, count: items.count)
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < items.count else { return }
      let (place, item) = (next, items[next])
      group.addTask { (place, transform(item)) }
      next += 1
    }
    for _ in 0..<max(1, jobs) { start() }
    var done = 0
    while let (place, result) = await group.next() {
      results[place] = result
      done += 1
      finished(done, result)
      start()
    }
  }
  return results.compactMap(\.self)
}

extension Array {
  /// The elements in order, `size` at a time.
  func inBatches(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
