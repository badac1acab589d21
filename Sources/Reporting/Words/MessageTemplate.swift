/// A message with gaps: `{0}` to `{9}`, `{value}`, `{field}`, `{rule}`, and `{*}` for all arguments.
///
/// A stretch in square brackets is left out when one of its gaps has nothing to fill it, so that a
/// message reads well however much the stage that emitted it knew.
struct MessageTemplate {
  /// The template as written in the catalogue.
  let text: String

  /// Makes a template.
  init(_ text: String) { self.text = text }

  /// The message with its gaps filled by name; an empty filling counts as none.
  func filled(with fillings: [String: String]) -> String {
    var message = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      message += fill(rest[..<open], with: fillings).text
      let inner = rest[rest.index(after: open)...]
      let close = inner.firstIndex(of: "]") ?? inner.endIndex
      let stretch = fill(inner[..<close], with: fillings)
      if stretch.isComplete { message += stretch.text }
      rest = close == inner.endIndex ? "" : inner[inner.index(after: close)...]
    }
    return message + fill(rest, with: fillings).text
  }

  /// The names of the gaps, in the order they stand.
  var gaps: [String] {
    text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }

  private func fill(
    _ stretch: Substring, with fillings: [String: String]
  ) -> (text: String, isComplete: Bool) {
    var text = ""
    var isComplete = true
    var rest = stretch
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let filling = fillings[String(rest[rest.index(after: open)..<close])] ?? ""
      if filling.isEmpty { isComplete = false }
      text += filling
      rest = rest[rest.index(after: close)...]
    }
    return (text + rest, isComplete)
  }
}
