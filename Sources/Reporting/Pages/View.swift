import Mustache

/// What a page's template fills its gaps from: texts, lists and yes-or-no, by name.
struct View: Sendable, MustacheParent {
  private var slots: [String: Slot]

  /// What one name stands for.
  enum Slot: Sendable {
    case text(String)
    case flag(Bool)
    case list([View])
  }

  /// Makes a view of its named slots.
  init(_ slots: [String: Slot] = [:]) { self.slots = slots }

  /// Makes a view of texts only.
  init(texts: [String: String]) { slots = texts.mapValues(Slot.text) }

  /// Adds the slots of another view.
  mutating func add(_ other: View) { slots.merge(other.slots) { _, new in new } }

  /// The slot's content as the template engine asks for it; nil where there is no such slot.
  func child(named name: String) -> Any? {
    switch slots[name] {
    case .text(let text): ShownText(renderText: text)
    case .flag(let flag): flag
    case .list(let list): list
    case nil: nil
    }
  }
}

extension View.Slot: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self = .text(text) }
}

/// A text as the engine shows it; a section about an empty one is left out.
///
/// It says itself that it has no children, else the engine looks for them by reflection.
private struct ShownText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }
  func child(named name: String) -> Any? { nil }
}
