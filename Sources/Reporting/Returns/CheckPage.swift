public import Casework

/// What a check of a unit's files found, grouped by file and sheet, for the terminal and for a page.
///
/// Outcomes, distances to the line and counterfactuals are the panel's: nothing of them is here
/// (contract §3).
public struct CheckListing: Sendable {
  /// One file's sheet, or the file as a whole, with what was found in it.
  struct Group: Sendable {
    let place: String
    let findings: [Finding]
  }

  let groups: [Group]
  /// What must be corrected.
  public let errorCount: Int
  /// What should be looked at.
  public let warningCount: Int
  private let applicationCount: Int

  /// Groups findings; notes, and what is not for a unit, are left out.
  public init(_ findings: [Finding], in catalog: SourceCatalog, applicationCount: Int) {
    let told = findings.filter(\.code.isForUnit)
    var groups: [Group] = []
    for (place, found) in Dictionary(grouping: told, by: { Self.place(of: $0, in: catalog) })
      .sorted(by: { $0.key < $1.key })
    {
      groups.append(Group(place: place, findings: found.sorted(by: Self.inOrder)))
    }
    self.groups = groups
    errorCount = told.count { $0.severity == .error }
    warningCount = told.count - errorCount
    self.applicationCount = applicationCount
  }

  private static func place(of finding: Finding, in catalog: SourceCatalog) -> String {
    guard let location = finding.location else { return "" }
    let sheet = catalog.sheet(of: location)
    return catalog.file(of: location) + (sheet.isEmpty ? "" : " [\(sheet)]")
  }

  /// Errors first, then by place.
  private static func inOrder(_ left: Finding, _ right: Finding) -> Bool {
    left.severity != right.severity
      ? left.severity < right.severity : precedes(left, right)
  }

  /// The lines of a terminal: a heading for each sheet, then the message, the cell and what to do.
  public func lines(in language: Language) -> [String] {
    var lines: [String] = []
    for group in groups {
      lines.append(group.place)
      for finding in group.findings { lines += self.lines(for: finding, in: language) }
      lines.append("")
    }
    return lines + [closing(in: language)]
  }

  private func lines(for finding: Finding, in language: Language) -> [String] {
    let told = words(for: finding, in: language)
    let sign = finding.severity == .error ? "✗" : "!"
    let cell = finding.location.map { $0.row == 0 ? "" : $0.cell } ?? ""
    let field = finding.field.map { name(of: $0, in: language) } ?? ""
    return [
      "  \(sign) \(padded(cell, to: 6)) \(told.message)\(field.isEmpty ? "" : "（\(field)）")",
      "    \(padded("", to: 6)) → \(told.hint)",
    ]
  }

  /// A text with blanks behind it; Han characters take two columns of a terminal.
  private func padded(_ text: String, to width: Int) -> String {
    let own = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    return text + String(repeating: " ", count: max(0, width - own))
  }

  /// The closing line.
  public func closing(in language: Language) -> String {
    language.text(
      "共 \(applicationCount) 件申报；必须改正 \(errorCount) 处，请核对 \(warningCount) 处。",
      "\(applicationCount) applications; \(errorCount) to correct, \(warningCount) to look at.")
  }

  /// One page by itself, to be opened in a browser and printed.
  public func page(in language: Language) throws -> String {
    try PageTemplate(checkPageTemplate, in: language).rendered(with: view(in: language))
  }

  private func view(in language: Language) -> View {
    View([
      "closing": .text(closing(in: language)), "isClean": .flag(groups.isEmpty),
      "errorCount": "\(errorCount)", "warningCount": "\(warningCount)",
      "applicationCount": "\(applicationCount)",
      "groups": .list(
        groups.map { group in
          View([
            "place": .text(group.place),
            "problems": .list(group.findings.map { view(of: $0, in: language) }),
          ])
        }),
    ])
  }

  private func view(of finding: Finding, in language: Language) -> View {
    let told = words(for: finding, in: language)
    return View([
      "severity": .text(title(of: finding.severity, in: language)),
      "severityClass": .text(finding.severity.rawValue),
      "problemCell": .text(finding.location.map { $0.row == 0 ? "" : $0.cell } ?? ""),
      "problemField": .text(finding.field.map { name(of: $0, in: language) } ?? ""),
      "message": .text(told.message), "hint": .text(told.hint),
      "problemCode": .text(finding.code.rawValue),
    ])
  }
}

private let checkPageTemplate = #"""
  \#(pageHead(title: "[[checkTitle]]"))
  <body>
  <main>
  <header class="mast">
  <p class="kicker">[[programme]]</p>
  <h1>[[checkTitle]]</h1>
  <p class="lead">[[checkLead]]</p>
  </header>
  <section class="figures" aria-label="[[atAGlance]]">
  <dl>
  <div><dt>[[casesFigure]]</dt><dd>{{applicationCount}}</dd></div>
  <div class="main-figure"><dt>[[errorsToCorrect]]</dt><dd>{{errorCount}}</dd></div>
  <div><dt>[[warningsToCheck]]</dt><dd>{{warningCount}}</dd></div>
  </dl>
  </section>
  {{#isClean}}<p class="lead">[[checkClean]]</p>{{/isClean}}
  {{#groups}}
  <section>
  <h2>{{place}}</h2>
  <table class="problems">
  <thead><tr><th scope="col">[[severity]]</th><th scope="col">[[foundAndToDo]]</th><th scope="col">[[checkField]]</th><th scope="col">[[cell]]</th><th scope="col">[[code]]</th></tr></thead>
  <tbody>
  {{#problems}}<tr class="is-{{severityClass}}"><th scope="row">{{severity}}</th><td>{{message}}<span class="note">{{hint}}</span></td><td>{{problemField}}</td><td class="cell">{{problemCell}}</td><td><code>{{problemCode}}</code></td></tr>
  {{/problems}}
  </tbody>
  </table>
  </section>
  {{/groups}}
  <footer><p>{{closing}}</p></footer>
  </main>
  </body>
  </html>
  """#
