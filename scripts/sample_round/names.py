"""Lists that fictitious names are made from."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "明华强芳秀英文国志玉兰桂平军建红春海山成永德贵林松云霞丽娟敏静艳军杰涛超辉鹏勇波斌"
TIBETAN = ("扎西 多吉 卓玛 拉姆 泽仁 泽旺 尼玛 达瓦 罗尔伍 索朗 仁青 格桑 旦真 甲木参 南木加 贡布 更登 "
           "恩波 曲珍 白玛 央金 彭措 丹巴 洛桑 阿旺 茸塔 旺姆 次仁 俄旺 夏拉").split()
# The characters of GIVEN that are mostly women's.
FEMININE = "芳秀英玉兰桂春霞丽娟敏静艳云红"
