/// A submitting unit of the sample.
struct SampleUnit: Sendable {
  let ordinal: Int
  let code: String
  let name: String
  let alias: String
  let type: String
  let servingMembers: Int
  let retiredMembers: Int
  let affiliated: Bool

  init(ordinal: Int, seed: UInt64) {
    var dice = Dice(seed: seed, Purpose.roster, UInt64(ordinal))
    let short = unitName(ordinal: ordinal)
    self.ordinal = ordinal
    let digits = String(ordinal + 1)
    code = "D" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    alias = short
    name = "阿坝" + short
    type = unitType(of: short)
    servingMembers = dice.within(12...180)
    retiredMembers = dice.within(3...90)
    affiliated = dice.chance(970)
  }

  func applicationNumber(slot: Int) -> String {
    let digits = String(slot + 1)
    return "2015" + code + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// The roster of all units as a sheet of the form 单位名册.
func rosterText(_ units: Int, seed: UInt64) -> String {
  var text = "单位代码,单位名称,别名,单位类型,在职党员数,退休党员数,组织关系在工委\r\n"
  for ordinal in 0..<units {
    let unit = SampleUnit(ordinal: ordinal, seed: seed)
    text += "\(unit.code),\(unit.name),\(unit.alias),\(unit.type),"
    text += "\(unit.servingMembers),\(unit.retiredMembers),\(unit.affiliated ? "是" : "否")\r\n"
  }
  return text
}
