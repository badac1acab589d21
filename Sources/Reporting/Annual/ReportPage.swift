import Casework
import Mustache

/// A report or notice on one page.
struct ReportPage: Sendable {
  /// The page's title.
  let title: String
  /// For whom it is, in the line above the title.
  var scope = ""
  /// The sentence under the title.
  var lead = ""
  /// A warning in red; empty where none is needed.
  var warning = ""
  /// Figures at a glance.
  var figures: [Figure] = []
  /// A paragraph before the sections.
  var summary = ""
  /// The sections in order.
  let sections: [ReportSection]
  /// Lines after the sections, such as for signatures.
  var closingLines: [String] = []
  /// The last line.
  let foot: String

  /// One figure at a glance.
  struct Figure: Sendable {
    let name: String
    let figure: String
    let unit: String
  }

  /// The page in a language.
  func html(in language: Language) throws -> String {
    let source = reportTemplate.replacing("{{> table}}", with: reportTableTemplate)
    return try PageTemplate(source, in: language).rendered(with: view(in: language))
  }

  private func view(in language: Language) -> View {
    let shown = ShownFigures(language: language)
    return View([
      "title": .text(title), "scope": .text(scope), "lead": .text(lead),
      "warning": .text(warning), "summary": .text(summary), "foot": .text(foot),
      "reportStyle": .text(reportStyle), "hasFigures": .flag(!figures.isEmpty),
      "figures": .list(
        figures.map { figure in
          View(texts: [
            "figureName": figure.name, "figure": figure.figure, "figureUnit": figure.unit,
          ])
        }),
      "sections": .list(sections.map { sectionView($0, shown) }),
      "closingLines": .list(closingLines.map { View(texts: ["line": $0]) }),
    ])
  }

  /// Where there is a chart the first table stands beside or under it, the others below.
  private func sectionView(_ section: ReportSection, _ shown: ShownFigures) -> View {
    let first = section.chart == nil ? 0 : 1
    let views = section.tables.map { tableView($0, in: section, shown) }
    return View([
      "sectionTitle": .text(section.title), "hasChart": .flag(section.chart != nil),
      "chart": .text(section.chart?.svg ?? ""),
      "chartCaption": .text(section.chart?.caption ?? ""),
      "chartClass": .text(section.chart?.place.rawValue ?? ""),
      "restClass": .text(section.isPaired ? "side" : ""),
      "firstTable": .list(Array(views.prefix(first))),
      "tables": .list(Array(views.dropFirst(first))),
    ])
  }

  private func tableView(
    _ table: ReportTable, in section: ReportSection, _ shown: ShownFigures
  ) -> View {
    let figures = table.columns.indices.map { column in
      table.rows.contains { $0.cells[column].isFigure && $0.cells[column] != .suppressed }
    }
    return View([
      "caption": .text(table.title == section.title ? "" : table.title),
      "tableTitle": .text(table.title), "note": .text(table.note),
      "columns": .list(
        zip(table.columns, figures).map { title, isFigure in
          View(["column": .text(title), "isFigure": .flag(isFigure)])
        }),
      "rows": .list(table.rows.map { rowView($0, figures, shown) }),
    ])
  }

  private func rowView(_ row: ReportRow, _ figures: [Bool], _ shown: ShownFigures) -> View {
    let cells = zip(row.cells, figures).dropFirst().map { cell, isFigure in
      View(["cell": .text(cell.text(shown)), "isFigure": .flag(isFigure)])
    }
    return View([
      "isSum": .flag(row.isSum), "name": .text(row.cells.first?.text(shown) ?? ""),
      "isFigure": .flag(figures.first ?? false), "cells": .list(Array(cells)),
    ])
  }
}
