/** Sentences that only speak of a program: praise, orders of higher places, topics of talks. By them nobody takes part in it. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'

/** A name in its clause, spans in `Sentence.text`. */
export interface Telling {
  readonly sentence: Sentence
  readonly clause: BareSpan
  readonly marked: BareSpan
  /** A grade is striven for by what is done after it, too. */
  readonly isGrade: boolean
}

const NONE: readonly never[] = []
const LONGEST_AFTER = 48
const DENIED = /(?:尚未|没有|未能|未曾|还未|从未)/u
/** What a deed is called that serves a program: 是推进…的重要举措, 是…的重要抓手. */
const PRAISED = /(?:是|作为|系|为)[^，。；]{0,14}(?:推进|推动|促进|落实|贯彻|实施|深化|助力|服务|响应|践行|加快)[^，。；]{0,6}$/u
const NAMED_AS = /(?:是|作为|成为)[^，。；]{0,10}$/u
const PRAISED_BY =
  /^(?:工作|建设|战略|部署|要求|的|又一|一项|一次|重要|重大|具体|生动|有力|有效|关键|积极|务实|创新){1,6}(?:举措|实践|体现|行动|抓手|成果|一环|途径|探索|措施|内容)/u
/** 为…建设贡献力量, 为…打下基础: what something else is good for. */
const GOOD_FOR = /(?:为|给)[^，。；]{0,24}$/u
const GOOD_FOR_BY =
  /^(?:工作|建设|行动|事业|战略)*(?:发展|进程)?(?:贡献|作出|做出|作贡献|添砖|注入|奠定|增添|打下|打好|打基础|夯实|赋能|奋力谱写|谱写)/u
/** 按照…部署要求, 根据…意见: what others have ordered. */
const ORDERED = /(?:按照|根据|依据|遵照|依照|对照|对标)(?:(?!要求|部署|精神|安排|规定|原则)[^，。；]){0,60}$/u
const ORDERED_BY = /^[^，。；]{0,30}?(?:部署|要求|精神|意见|方案|通知|规划|指示|安排|标准|规定|任务|文件|办法|决定|指南|原则|思路|目标)/u
/** 关于健康中国建设的重要论述: words of leaders. */
const WORDS_ABOUT = /^(?:工作|建设)?的?(?:一系列)?(?:重要|系列|有关)+(?:论述|指示|讲话|批示|会议)/u
/** 围绕甲、乙、丙等领域交流发言, 在甲、乙等方面开展合作: what is talked about. */
const TALKED = /(?:围绕|就|在|针对|聚焦)[^，。；]{0,60}$/u
const TALKED_BY =
  /^[^，。；]{0,40}?(?:等|方面|领域|内容|问题|主题|议题|话题|事宜)+(?:的?(?:工作|问题))?(?:进行|作|做|开展|展开|同|与[^，。；、]{2,12}|双向)?了?(?:深入|充分|广泛|专题|详细|全面|深度|紧密|的)*(?:交流|发言|座谈|讨论|探讨|研讨|授课|讲解|解读)/u
const WORKED_TOGETHER =
  /^[^，。；]{0,40}?(?:等|方面|领域)+的?(?:开展|进行|加强|深化|给予|提供|展开|建立)?了?(?:深度|全面|深入|紧密|广泛|多种形式的)*(?:合作|协作|帮扶|帮助|支持|指导|对接|沟通)|^[^，。；]{0,40}?(?:方面|领域)的?(?:进一步|积极|大胆|主动|继续)*(?:探索|发力|用力|努力|下功夫)/u
/** 采取专家派驻、组团式支援等多种方式: ways in which something else is done. */
const WAYS = /(?:采取|采用|通过|运用|以|组织)[^，。；]{0,60}$/u
const WAYS_BY = /^[^，。；]{0,40}?等(?:多种|各种|有效|灵活|不同)*(?:方式|形式|途径|手段)/u
/** 宣传…知识: what people are taught. */
const TAUGHT_BY = /^(?:工作|项目|服务|防治)?(?:的)?(?:相关|有关|核心|基本|健康|科普)*(?:知识|常识|理念)/u
/** 难以满足分级诊疗需求. */
const NEEDED_BY = /^的?(?:现实|实际|迫切)?(?:需求|需要)/u
/** 一手抓疫情防控，一手抓生产: a way of speaking. */
const SPOKEN = /(?:一手抓|受|因|面对|克服|应对|鉴于)$/u
/** 发挥中医药在深化医改中的作用. */
const PLAYS_BY = /^[^，。；]{0,20}?中的?(?:独特|重要|积极|骨干|关键)*(?:作用|优势)/u
/** 是我县“五个一”重点工程之一: which list a building stands in. */
const LISTED_AS = /(?:是|为|作为|列为|列入|纳入|属于|属)[^，。；]{0,24}$/u
const LISTED_BY = /^(?:[、和与及][^，。；]{2,16})?的?(?:重点|重大|建设|民生|实事|项目|工程){0,3}之一/u

/** Whether nobody takes part in a program by what its clause says of it. */
export function isOnlyTold(reading: Reading, telling: Telling): boolean {
  const { sentence, clause, marked, isGrade } = telling
  const before = sentence.text.slice(clause.from, marked.from)
  const after = sentence.text.slice(marked.to, Math.min(clause.to, marked.to + LONGEST_AFTER))
  return (
    DENIED.test(before) ||
    SPOKEN.test(before) ||
    NEEDED_BY.test(after) ||
    TAUGHT_BY.test(after) ||
    WORDS_ABOUT.test(after) ||
    (PLAYS_BY.test(after) && before.includes('在')) ||
    (LISTED_BY.test(after) && LISTED_AS.test(before)) ||
    (!isGrade && ORDERED_BY.test(after) && ORDERED.test(before)) ||
    (WAYS_BY.test(after) && WAYS.test(before)) ||
    (GOOD_FOR_BY.test(after) && GOOD_FOR.test(before)) ||
    ((TALKED_BY.test(after) || WORKED_TOGETHER.test(after)) && TALKED.test(before)) ||
    isPraise(reading, telling, { before, after })
  )
}

/** 签约是推进健康中国建设的重要举措: said in praise of something else; 是我县推进…的举措 tells who takes part. */
function isPraise(reading: Reading, { sentence, clause, marked }: Telling, { before, after }: { before: string; after: string }): boolean {
  if (!PRAISED_BY.test(after)) return false
  const praised = PRAISED.exec(before) ?? NAMED_AS.exec(before)
  if (praised === null) return false
  const from = clause.from + praised.index
  return !(reading.mentions[sentence.index] ?? NONE).some((mention) => mention.from >= from && mention.to <= marked.from)
}
