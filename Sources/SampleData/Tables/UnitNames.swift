// Source: own list of the usual bureaus of a prefecture and their subordinate bodies; every unit
// made from it is fictitious.

// swift-format-ignore
let bureauNames: [String] = [
  "水务局", "林业局", "教育局", "民政局", "财政局", "农业局", "畜牧兽医局", "交通运输局", "审计局",
  "统计局", "司法局", "国土资源局", "环境保护局", "住房和城乡建设局", "商务局", "旅游局", "文化局",
  "卫生局", "体育局", "广播电视局", "人力资源和社会保障局", "发展改革委", "经济信息化委", "科技局",
  "民族宗教委", "扶贫移民局", "安全生产监管局", "食品药品监管局", "工商局", "质监局", "地震局",
  "气象局", "档案局", "粮食局", "供销社", "残联", "红十字会", "科协", "文联", "农机局",
]

/// Bodies below a bureau; the first, empty one is the bureau itself.
// swift-format-ignore
let subordinateNames: [String] = [
  "", "机关服务中心", "信息中心", "执法支队", "培训中心", "规划设计院", "技术推广站", "监测站",
  "项目办公室", "后勤服务站", "研究所", "投资公司", "物资公司",
]

/// The type a unit declares, by its name's ending.
func unitType(of name: String) -> String {
  if name.hasSuffix("公司") { return "国有企业" }
  let institutions = ["中心", "站", "院", "所", "社", "会", "支队"]
  return institutions.contains { name.hasSuffix($0) } ? "事业" : "机关"
}

/// The short name of the unit with an ordinal, unique up to 7,280 units and then numbered.
func unitName(ordinal: Int) -> String {
  let bureau = bureauNames[ordinal % bureauNames.count]
  let rest = ordinal / bureauNames.count
  let subordinate = subordinateNames[rest % subordinateNames.count]
  let place = rest / subordinateNames.count
  guard place > 0 else { return "州" + bureau + subordinate }
  guard place <= abaCounties.count else {
    return "州" + bureau + subordinate + "第\(place - abaCounties.count + 1)分部"
  }
  return "州" + bureau + subordinate + "驻" + abaCounties[place - 1].name + "工作站"
}
