import Casework

/// Columns of amounts side by side for each year, in ten thousand yuan, as inline SVG.
///
/// Heights are whole thousandths of the tallest column, so that the same amounts give the same
/// bytes. Each column bears its amount, and its place in the group tells the series without colour.
struct GroupedColumnChart: Sendable {
  /// What the chart shows, for readers who cannot see it.
  let title: String
  /// The words for the columns of a group.
  let series: [String]
  /// The groups from left to right.
  let groups: [Group]
  /// How amounts are shown.
  let figures: ShownFigures

  /// One year.
  struct Group: Sendable {
    /// The year.
    let label: String
    /// One amount per series.
    let amounts: [Money]
  }

  private let tones = ["below", "ineligible", "above"]
  private let left = 20
  private let base = 196

  private var columnWidth: Int { groups.count > 5 ? 40 : 58 }

  private var groupWidth: Int { columnWidth * series.count + 34 }

  private var width: Int { max(groups.count * groupWidth + left * 2, 900) }

  /// Where the first group begins, so that few groups stand in the middle.
  private var start: Int { (width - groups.count * groupWidth) / 2 }

  /// The chart as one `svg` element.
  var svg: String {
    let most = max(1, groups.flatMap(\.amounts).map(\.fen).max() ?? 1)
    let columns = groups.enumerated().map { group($1, number: $0, most: most) }
    return "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 \(width) 240\">"
      + "<title>\(escaped(summary))</title>" + legend + columns.joined()
      + "<line x1=\"\(left)\" y1=\"\(base)\" x2=\"\(width - left)\" y2=\"\(base)\" class=\"axis\"/>"
      + "</svg>"
  }

  private var summary: String {
    let parts = groups.map { group in
      group.label + " "
        + zip(series, group.amounts).map { "\($0) \(figures.tenThousandYuan($1))" }
        .joined(separator: ", ")
    }
    return title + ": " + parts.joined(separator: "; ")
  }

  private var legend: String {
    zip(series, tones).enumerated().map { number, entry in
      let x = left + number * 150
      return "<rect x=\"\(x)\" y=\"4\" width=\"14\" height=\"14\" class=\"\(entry.1)\"/>"
        + "<text x=\"\(x + 20)\" y=\"16\" class=\"label\">\(escaped(entry.0))</text>"
    }.joined()
  }

  private func group(_ group: Group, number: Int, most: Int64) -> String {
    let x = start + number * groupWidth + 17
    let columns = zip(group.amounts, tones).enumerated().map { place, entry in
      column(entry.0, tone: entry.1, x: x + place * columnWidth, most: most)
    }
    let middle = x + columnWidth * series.count / 2
    return columns.joined()
      + "<text x=\"\(middle)\" y=\"\(base + 22)\" class=\"label middle\">\(escaped(group.label))"
      + "</text>"
  }

  private func column(_ amount: Money, tone: String, x: Int, most: Int64) -> String {
    let height = Int(max(0, amount.fen) * 140 / most)
    let size = groups.count > 5 ? 10 : 12
    return "<rect x=\"\(x + 4)\" y=\"\(base - height)\" width=\"\(columnWidth - 8)\""
      + " height=\"\(height)\" class=\"\(tone)\"/>"
      + "<text x=\"\(x + columnWidth / 2)\" y=\"\(base - height - 5)\" class=\"value middle\""
      + " style=\"font-size:\(size)px\">\(figures.tenThousandYuan(amount))</text>"
  }
}
