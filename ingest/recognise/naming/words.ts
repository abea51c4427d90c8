/** Word tables of the name grammar. A name is: place, brand, modifiers, head; nothing here names a particular body. */

const list = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

export type HeadSort =
  | 'hospital'
  | 'primary'
  | 'campus'
  | 'wing'
  | 'ordinal'
  | 'centre'
  | 'bureau'
  | 'public-health'
  | 'university'
  | 'research'
  | 'company'
  | 'body'
  | 'consortium'
  | 'power'

/** What a name ends in. The longest head that begins at a place counts. */
export const headsBySort: Readonly<Record<HeadSort, readonly string[]>> = {
  hospital: list(
    '医院 保健院 妇保院 妇保 妇儿保 防治院 防治所 康复院 护理院 疗养院 医疗中心 精神卫生中心 临床中心 保健中心 妇幼保健计划生育服务中心 妇幼保健和计划生育服务中心 妇幼健康服务中心 妇幼保健服务中心 妇计中心 总医院 门诊部',
  ),
  primary: list('卫生院 卫生服务中心 卫生服务站 卫生分院'),
  campus: list('院区 新院区 老院区 东院区 西院区 南院区 北院区 总院区 分院区 分院 分部 东院 西院 南院 北院'),
  wing: list('南区 北区 东区 西区'),
  ordinal: [],
  centre: list(
    '健康管理中心 公共卫生中心 服务中心 共享中心 诊断中心 会诊中心 质控中心 指挥中心 急诊中心 推广中心 检验中心 影像中心 供应中心 研究中心 分中心',
  ),
  bureau: list(
    '卫生健康委员会 卫生健康委 卫健委 卫生健康局 卫健局 卫生健康和体育局 卫健和体育局 卫生健康体育局 卫体局 卫生和计划生育局 卫生和计划生育委员会 卫计局 卫计委 卫生计生局 卫生计生委 卫生局 卫生厅 社会发展局 社发局 社会事务局 健康事业发展中心 卫生健康事业发展中心 卫生健康中心 医疗保障局 医保局 中医药管理局 中医药局 疾病预防控制局 疾控局 民政局 教育局 财政局 人社局 市场监管局 公安局 宣传部 纪委监委 纪委',
  ),
  'public-health': list(
    '疾病预防控制中心 疾控中心 中心血站 血站 血液中心 急救中心 卫生监督所 卫生监督中心 卫生健康综合行政执法队 卫生健康行政执法队 卫生计生监督所 采供血机构',
  ),
  university: list('大学 学院 医学院 医学部 医专 高等专科学校 卫生学校 护理学校'),
  research: list('研究院 研究所 科学院'),
  company: list('有限公司 有限责任公司 股份公司 公司'),
  body: list('红十字会 残疾人联合会 残联 医学会 医师协会 医院协会 中医药学会 慈善总会 基金会 文化馆'),
  consortium: list(
    '医联体 医共体 医疗联合体 医疗共同体 医疗集团 医院集团 健康集团 医疗健康集团 健康共同体 健共体 医疗卫生集团 专科联盟 专病联盟 医学联盟 医院联盟 联盟 协作网 医疗协作网 总医院',
  ),
  power: list('人民政府 政府 管委会 管理委员会'),
}

const NUMERALS = list('一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十')
/** 三院, 三医: only after a place, a level word or the short name of a university. */
export const ordinalHeads: readonly string[] = [...NUMERALS, '*'].flatMap((numeral) => [`${numeral}院`, `${numeral}医`])
/** 市三医 is a hospital, 市三医院 something else, 三医联动 neither. */
export const afterOrdinalDoctor = /^(?:院|学|疗|务|生|保|药|护|师|卫|联|共|改)/u

/** What may stand between place or brand and head. */
export const modifiers: ReadonlySet<string> = new Set(
  list(
    `人民 中心 中医 中 中西医结合 中西医 中医药 蒙医 中蒙 蒙中 中蒙医 蒙中医 藏医 藏 维吾尔医 维医 傣医 壮医 瑶医 苗医 彝医 朝医 民族医 民族 国际
     妇幼 妇幼保健 妇女儿童 妇儿 妇产 妇产科 妇婴 妇女儿童保健 儿童 妇 产科 生殖
     肿瘤 口腔 眼科 耳鼻喉 耳鼻喉科 骨科 骨伤 骨伤科 正骨 肛肠 肛肠科 皮肤病 皮肤 皮肤科 结核病 结核 传染病 传染 胸科 肺科 心血管病 心血管 心脏 脑科 脑血管病 神经 肾病 肝病 肝胆 糖尿病 内分泌 风湿 烧伤 整形 美容
     精神卫生 精神病 精神 心理 康宁 安康 职业病 慢性病 地方病 麻风 戒毒
     康复 老年 老年病 老年医学 护理 医养 优抚 荣军 红十字 红十字会 急救 急诊 创伤 公共卫生 职工 工人 铁路 矿务局 矿工 煤矿 油田 建工 交通 公安 武警 警察 监狱 航天 航空 海员 邮电 电力 农垦 林业 华侨 侨联 慈善 纪念 友谊 同济 协和 博爱
     综合 总 社区 社区卫生 中心 平价 血液病 血液 医学 医疗 临床 体检 健康 健康管理 医学检验 检验 影像`,
  ),
)

/** Modifiers that by themselves make no name: 公立医院, 三甲医院, 各级医院. */
export const generics: ReadonlySet<string> = new Set(
  list(
    `公立 民营 私立 社会办 社会 公办 国有 定点 亚定点 方舱 后备 基层 区级 县级 市级 省级 国家级 镇级 乡级 村级 州级 旗级 部级 院级 各级 同级 上级 下级 高级 三级 二级 一级 三甲 三乙 二甲 二乙 甲等 乙等 等级 龙头 牵头 成员 骨干 核心 试点 示范 标杆 样板 重点 优质 知名 著名 名牌 高水平 高端 现代 现代化 智慧 数字 互联网 网上 线上 云 清廉 平安 绿色 无烟 无红包 人文 文明 友好 友善 老年友善 儿童友好 爱婴
     专科 综合 大型 小型 中小 其他 其它 有关 相关 部分 多家 两家 三家 各家 各 全 我 本 该 此 贵 某 每 诸 两 双 一家 城市 农村 乡村 乡镇 县域 区域 辖区 辖内 城区 城乡 山区 社区 省外 市外 县外 区外 省内 市内 县内 域外 域内 境内 国内 国外 境外 外地 本地 当地 本院 附属 直属 省属 市属 区属 县属 部属 委属 局属 下属 所属 教学 研究型 协作 合作 联合 支援 受援 帮扶 对口 结对 依托 输出 输入 派驻 派出 指导 托管 接诊 收治 就诊 救治 监测 哨点 采样 接种 新建 在建 改建 扩建 拟建 建成 建设 打造 创建 名 大 小 好 新 老 总 分 原 现 子 母 主 集团 集团化 品牌 特色 目标 单位 机构 家 所 间 个 类 型 级 层 部队 军队 军地 军 非 等 一 二 三 四 五 六 七 八 九 十 首家 首批 首个 唯一 唯一一家 规划 兄弟 姊妹 姐妹 入驻 参与 全国 全省 全市 全区 全县 省 市 县 区 乡 村 国家 世界 国际 国产 顶级 顶尖 一流 中外 日间 日常 移动 流动 远程 实体 体检 旧 旗舰 试验 实验 病 看病 住院 出院 转院 入院 红包 药房 苏木 嘎查 综合性 以上 以下 改扩建 新改扩建 新扩建 迁扩建 规范化 标准化 一体化 信息化 同质化 中小型 区域性 全科 门诊 急救 社区 网格 战略 伙伴 指导性 紧密型 松散型 街道 镇 乡 街 新区 开发区 经开区 高新区 责任 合格 达标 样板 最美 满意 放心 优秀 先进 健康促进 健康 无偿 科研型 大学 高校 院校 医学院校 医学`,
  ),
)

/** Words after which a name begins: verbs of the genre, prepositions, conjunctions. */
export const stopWords: ReadonlySet<string> = new Set(
  list(
    `与 和 及 以及 在 由 将 把 被 对 赴 到 同 跟 向 为 以 经 从 于 是 的 了 至 并 给 让 使 按 依 据 因 因此 因为 所以 如 即 或 或者 而 而且 但 也 都 就 又 再 已 已经 正 正在 分别 先后 陆续 均 共 共同 其中 包括 例如 比如 等 上 下 中 内 外 前 后 时 间 年 月 日 来 去 年内 目前 截至 期间 之 其 该 此 这 那 各 每 有 无 没有 可 能 会 应 需 须 要 拟 不 未 非
     推进 推动 加快 加强 建设 建成 完成 实施 开展 启动 开工 推行 落实 深化 持续 继续 促进 促成 力促 力争 争取 争创 创建 成立 组建 加入 依托 委托 托管 接管 领办 支持 帮助 帮扶 支援 对接 联合 协同 引进 引入 邀请 聘请 选派 派驻 派出 派遣 组织 安排 指导 督促 协助 配合 参与 参加 举办 承办 承担 落户 挂牌 揭牌 授牌 加挂 增挂 更名 改名 原名 简称 整合 合并 并入 纳入 划转 转由 交由 隶属 选择 确定 确立 选定 规划 筹建 筹备 新建 改建 扩建 迁建 改造 提升 打造 做强 做大 做优 做实 抓好 做好 办好 建立 建好 用好 谋划 探索 签约 签订 签署 合作 共建 牵头 领衔 负责 服务 覆盖 辐射 带动 获评 荣获 通过 成为 作为 位于 地处 坐落 座落 毗邻 前往 奔赴 来自 走进 深入 分管 管理 主管 运行 运营 投用 启用 投入 使用 搬迁 选址 用于 涉及 包含 涵盖 含 设 设立 设置 设在 拥有 具有 开设 开办 开放 开诊 开业 实现 形成 发挥 利用 借助 借力 携手 牵手 联手 面向 围绕 聚焦 强化 优化 完善 健全 全面 积极 大力 着力 全力 稳步 扎实 有序 顺利 正式 成功 圆满 进一步 不断 主动 充分 切实 认真 统筹 重点 确保 保障 全部 全年 一批 一家 一所 若干 多家 数家 两家 三家 例`,
  ),
)

/** Level words of short forms: 区X, 市X, 省X. */
export const levelWords: readonly string[] = ['自治区', '自治州', '兵团', '省', '市', '区', '县', '旗', '州', '盟', '师']
/** 城市医院, 辖区医院, 各县医院: what stands before makes the level word part of another word. */
export const beforeLevel = /[城都各全每两几辖社景校园山郊新厂灾疫库老旧跨邻外贫该此这那片战军防病特]$/u

/** Names that end in a generic class even with a place: 宁波市公立医院. */
export const classWords = /(?:公立|定点|民营|基层|[省市县区镇乡村]级|[一二三]级|三甲|二甲|各级|互联网|方舱|社会办|老年友善)/u
