// Source: own compilation of Tibetan name elements in Han transliteration, for synthetic data only.

/// One element of a Tibetan name in its commonest transliteration, with other spellings in use.
struct TibetanElement: Sendable {
  enum Bearer: Sendable { case male, female, either }

  let spelling: String
  let bearer: Bearer
  let variants: [String]

  init(_ spelling: String, _ bearer: Bearer, _ variants: [String]) {
    self.spelling = spelling
    self.bearer = bearer
    self.variants = variants
  }
}

let tibetanElements: [TibetanElement] = [
  TibetanElement("扎西", .either, []),
  TibetanElement("多吉", .male, ["多杰", "道吉", "夺尔基"]),
  TibetanElement("卓玛", .female, ["志玛", "卓么"]),
  TibetanElement("拉姆", .female, ["拉木", "纳姆", "拉么"]),
  TibetanElement("泽仁", .either, ["次仁", "才让", "泽让", "泽郎"]),
  TibetanElement("泽旺", .either, ["次旺", "才旺"]),
  TibetanElement("尼玛", .either, ["尼美"]),
  TibetanElement("达瓦", .either, ["达娃", "达哇"]),
  TibetanElement("罗尔伍", .male, ["罗布", "诺布", "罗吾", "勒尔悟"]),
  TibetanElement("索朗", .either, ["索南", "三郎", "斯郎"]),
  TibetanElement("仁青", .either, ["仁钦", "仁真"]),
  TibetanElement("格桑", .either, ["噶桑", "尕让"]),
  TibetanElement("旦真", .either, ["丹增", "旦珍", "登真", "单增"]),
  TibetanElement("甲木参", .male, ["坚赞", "江村", "降村"]),
  TibetanElement("南木加", .male, ["朗杰", "朗加", "南加"]),
  TibetanElement("贡布", .male, ["供布", "贡波", "工布"]),
  TibetanElement("更登", .male, ["根登", "更敦"]),
  TibetanElement("曲珍", .female, ["曲宗", "曲中"]),
  TibetanElement("白玛", .either, ["班玛", "白马", "巴马"]),
  TibetanElement("央金", .female, ["央宗", "央青"]),
  TibetanElement("彭措", .either, ["平措", "朋措", "彭初"]),
  TibetanElement("丹巴", .male, ["旦巴", "登巴"]),
  TibetanElement("洛桑", .male, ["罗让", "罗桑", "洛让"]),
  TibetanElement("阿旺", .either, ["昂旺", "俄旺"]),
]
