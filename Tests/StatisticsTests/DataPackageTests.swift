import Casework
import Foundation
import Testing

@testable import Statistics

@Suite("The data package")
struct DataPackageTests {
  let asOf = CalendarDate(firstOfMonth: 10, year: 2015)

  @Test("is JSON that describes every table and column")
  func describesEverything() throws {
    let tables = statisticsTables(for: round([]))
    let text = dataPackage(for: tables, round: "2015", asOf: asOf)
    let package = try JSONDecoder().decode(Package.self, from: Data(text.utf8))
    #expect(package.resources.map(\.path) == tables.map { $0.name + ".csv" })
    for (resource, table) in zip(package.resources, tables) {
      #expect(resource.schema.fields.map(\.name) == table.columns.map(\.name))
      #expect(resource.schema.fields.allSatisfy { !$0.description.isEmpty })
      #expect(!resource.schema.primaryKey.isEmpty)
      for field in resource.schema.fields where field.type != "string" {
        #expect(field.unit?.isEmpty == false, "\(table.name).\(field.name) has a unit")
      }
    }
  }

  @Test("is the same text for the same tables")
  func deterministic() {
    let tables = statisticsTables(for: round([]))
    let texts = (0..<2).map { _ in dataPackage(for: tables, round: "2015", asOf: asOf) }
    #expect(texts[0] == texts[1])
  }

  private struct Package: Decodable {
    let resources: [Resource]
  }

  private struct Resource: Decodable {
    let path: String
    let schema: Schema
  }

  private struct Schema: Decodable {
    let fields: [Field]
    let primaryKey: [String]
  }

  private struct Field: Decodable {
    let name: String
    let type: String
    let description: String
    let unit: String?
  }
}
