/// A column per band with its count and a rule between two of them, as inline SVG.
struct ColumnChart: Sendable {
  /// What the chart shows, for readers who cannot see it.
  let title: String
  /// The bands from left to right.
  let columns: [Column]
  /// Before which column the rule stands.
  let ruleBefore: Int
  /// What the rule is.
  let ruleLabel: String

  /// One band.
  struct Column: Sendable {
    /// The band in words, such as `60–80%`.
    let label: String
    /// How many it holds.
    let count: Int
  }

  /// The chart as one `svg` element.
  var svg: String {
    let most = max(1, columns.map(\.count).max() ?? 1)
    let bars = columns.enumerated().map { column($1, number: $0, most: most) }
    let ruleX = 20 + ruleBefore * step
    return "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(columns.count * step + 40) 250\">"
      + "<title>\(escaped(summary))</title>" + bars.joined()
      + "<line x1=\"20\" y1=\"206\" x2=\"\(columns.count * step + 20)\" y2=\"206\" class=\"axis\"/>"
      + "<line x1=\"\(ruleX)\" y1=\"14\" x2=\"\(ruleX)\" y2=\"206\" class=\"rule\"/>"
      + "<text x=\"\(ruleX + 6)\" y=\"24\" class=\"label rule-label\">\(escaped(ruleLabel))</text>"
      + "</svg>"
  }

  private let step = 100

  private var summary: String {
    title + ": " + columns.map { "\($0.label) \($0.count)" }.joined(separator: "; ")
  }

  private func column(_ column: Column, number: Int, most: Int) -> String {
    let x = 20 + number * step
    let height = column.count * 150 / most
    let tone = number < ruleBefore ? "below" : "above"
    let middle = x + step / 2
    return "<rect x=\"\(x + 14)\" y=\"\(206 - height)\" width=\"\(step - 28)\" height=\"\(height)\""
      + " class=\"\(tone)\"/>"
      + "<text x=\"\(middle)\" y=\"\(200 - height)\" class=\"value middle\">\(column.count)</text>"
      + "<text x=\"\(middle)\" y=\"226\" class=\"label middle\">\(escaped(column.label))</text>"
  }

  /// Makes a chart of bands.
  init(title: String, columns: [Column], ruleBefore: Int, ruleLabel: String) {
    self.title = title
    self.columns = columns
    self.ruleBefore = ruleBefore
    self.ruleLabel = ruleLabel
  }
}
