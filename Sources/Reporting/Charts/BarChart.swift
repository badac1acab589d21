/// A horizontal bar per category with its count, as inline SVG.
///
/// Lengths are whole thousandths of the longest bar, so that the same counts give the same bytes.
struct BarChart: Sendable {
  /// What the chart shows, for readers who cannot see it.
  let title: String
  /// The bars from top to bottom.
  let bars: [Bar]

  /// One category.
  struct Bar: Sendable {
    /// The category's word.
    let label: String
    /// How many it holds.
    let count: Int
    /// The class that gives the bar its colour.
    let tone: String
    /// The count as it is shown, such as an amount in ten thousand yuan; nil: as it is.
    var shown: String?
  }

  /// The chart as one `svg` element.
  var svg: String {
    let rowHeight = 34
    let height = bars.count * rowHeight + 4
    let most = max(1, bars.map(\.count).max() ?? 1)
    let rows = bars.enumerated().map { row($1, at: $0 * rowHeight, most: most) }
    return "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 430 \(height)\">"
      + "<title>\(escaped(summary))</title>" + rows.joined() + "</svg>"
  }

  private var summary: String {
    title + ": " + bars.map { "\($0.label) \($0.shown ?? "\($0.count)")" }.joined(separator: "; ")
  }

  private func row(_ bar: Bar, at y: Int, most: Int) -> String {
    let width = bar.count * 250 / most
    return "<text x=\"112\" y=\"\(y + 22)\" class=\"label end\">\(escaped(bar.label))</text>"
      + "<rect x=\"122\" y=\"\(y + 6)\" width=\"\(max(width, bar.count > 0 ? 2 : 0))\" height=\"22\""
      + " class=\"\(bar.tone)\"/>"
      + "<text x=\"\(130 + width)\" y=\"\(y + 22)\" class=\"value\">\(bar.shown ?? "\(bar.count)")</text>"
  }
}
