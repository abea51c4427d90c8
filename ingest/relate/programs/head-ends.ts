/** What stands right behind 行动, 工程, 项目… and makes it no end of a name: 工程师, 工程概况, 项目资金. */
import type { BareText } from './bare-text.ts'
import type { Head } from './signs.ts'

/** 《关于推进两地卫生改革的合作协议》: what an agreement is about. */
const IN_AGREEMENT = /[^，。；《》]{0,10}(?:协议书?|备忘录|意向书|合同)》/uy
const NOT_AFTER_HEAD =
  /(?:[\u4e00-\u9fff]{0,4}(?:基金会|有限公司|集团公司|勘察|设计院)|（[^（）]*）建设(?:中心|单位)|(?<=[举实推施进执先]行动)[工态员火土]|办主任|办公室|员|日|车|组|办公|室|者|师|款|经费|专项资金|专项债|资金(?!(?:共计|总计|合计|约|达)?\d|(?:使用)?(?:规范|合规|高效)|(?:已|全部|及时|足额|按时|均|落实|拨付)+到位|到位)|监理|施工|总承包|类|验收|检查|进度|概况|招标|标准|指南|书|力度|力|生育|免疫|(?<!活动|行动|计划)期间|中心|质量|管理|主体|投资|用地|库|储备|所|成果|评审(?!出)|申报|立项(?!支持|资助|课题|\d)|学科|外|内|审批|红线|报告(?!率)|情况|步伐|方针|技术(?:研究)?(?:中心|院)|技术研究|实验室|研究|学院|学校|职业|大学|学会|轨迹|不便|创新|开放|自觉|指挥|部署|发展(?<=改革发展)|[镇乡村点](?<=试点.))/uy
/** 工程初步设计, 工程咨询中心, 工程各楼层, 项目竣工: a house, and nothing that is called so. */
const ONLY_WORKS =
  /项目(?:竣工|封顶|完工|动工|破土|奠基|主体|土建)|工程(?:院|量|初步|初设|可行性|可研|效果图|进展(?!顺利|良好|有序|迅速|平稳|明显)|各|咨询|总|估算|概算|勘察|测绘|勘测|地点|设计|现场|工地|公司|有限|机械|地质|完工|竣工|开工|封顶|动工|施工|于|位于|项目建议书)/uy
/** 互认项目增至96项, 检查项目由5项增加到9项, 监测项目12项: how many items there are. */
const ITEMS_COUNTED =
  /(?<=(?<!结果互认)项目)(?:总数|数量|种类|数|共计|共有|共|总计|合计|累计|已)*(?:[由从][^，。；]{1,6}?)?(?:达到?了?|增[加至到为]+|扩[大展充]?[至到]+|拓展[至到]|调整[至到为]|(?<=[共计数量]))\d+余?[项个种]|(?<=(?<!结果互认)项目)\d+余?[项种]/uy
/** Whether a name may end with a head, by what is behind it. */
export function mayEndName(bare: BareText, head: Head): boolean {
  const { text } = bare
  // 共建单位“工程优质、干部优秀”: what is said of works.
  if (
    isAt(NOT_AFTER_HEAD, text, head.to) ||
    isAt(ITEMS_COUNTED, text, head.to) ||
    isAt(ONLY_WORKS, text, head.to - 2) ||
    isSaidOf(bare, head)
  )
    return false
  // 发起的乡村医生项目——“手拉手计划”: what kind of thing the name behind it is.
  return head.strong || !(isAt(IN_AGREEMENT, text, head.to) || text.startsWith('——', head.to))
}

/** Whether a quotation begins with a head and goes on. */
const isSaidOf = ({ text, quotes }: BareText, { from, to }: Head): boolean =>
  quotes.some((quote) => quote.from === from && quote.to > to) && /^(?:工程|项目)/u.test(text.slice(from, to))

/** Whether a sticky expression matches at a place. */
export function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
