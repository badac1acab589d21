import Foundation
import SampleData
import Testing

@Suite("planted duplicates")
struct DuplicateTests {
  private struct Modelled: Decodable {
    struct Person: Decodable {
      let id: String
      let relationship: String
    }
    struct Deceased: Decodable {
      let id: String
    }
    let application_number: String
    let applicant_id: String
    let unit_code: String
    let application_date: String
    let previously_helped_on: String?
    let deceased: Deceased?
    let household: [Person]
  }

  @Test("every pair is what truth calls it")
  func pairs() throws {
    let sample = try SampleFolder(SampleRequest(applications: 3000, seed: 1, formats: [.csv]))
    let text = try String(contentsOfFile: sample.path + "/truth/model.jsonl", encoding: .utf8)
    var cases: [String: Modelled] = [:]
    for line in text.split(separator: "\n") {
      let modelled = try JSONDecoder().decode(Modelled.self, from: Data(line.utf8))
      cases[modelled.application_number] = modelled
    }
    var kinds: Set<String> = []
    for pair in try sample.table("truth/duplicates.csv").dropFirst() {
      kinds.insert(pair[0])
      let second = try #require(cases[pair[2]])
      if pair[1].hasPrefix("earlier-") {
        let helped = try #require(second.previously_helped_on)
        #expect((pair[0] == "tooSoon") == isWithinYear(helped, of: second.application_date))
      } else {
        #expect(matches(try #require(cases[pair[1]]), second, pair[0]), "\(pair)")
      }
    }
    let expected: Set = [
      "sameApplication", "sameApplicantOtherUnit", "sharedHousehold", "sameDeceased",
      "sharedContact", "renewal", "tooSoon",
    ]
    #expect(kinds == expected)
  }

  /// ISO dates compare as text: helped after the same day of the year before.
  private func isWithinYear(_ helped: String, of applied: String) -> Bool {
    let year = (Int(applied.prefix(4)) ?? 0) - 1
    return helped > "\(year)" + applied.dropFirst(4)
  }

  private func matches(_ first: Modelled, _ second: Modelled, _ kind: String) -> Bool {
    let sharesApplicant = first.applicant_id == second.applicant_id
    let sharesUnit = first.unit_code == second.unit_code
    switch kind {
    case "sameApplication": return sharesApplicant && sharesUnit
    case "sameApplicantOtherUnit": return sharesApplicant && !sharesUnit
    case "sharedHousehold":
      let isSpouse = first.household.contains {
        $0.id == second.applicant_id && $0.relationship == "配偶"
      }
      return isSpouse && !sharesApplicant && !sharesUnit
    case "sameDeceased":
      return first.deceased?.id == second.deceased?.id && first.deceased != nil
        && !sharesApplicant
    case "sharedContact":
      return Set(first.household.map(\.id)).isDisjoint(with: second.household.map(\.id))
    default: return false
    }
  }
}
