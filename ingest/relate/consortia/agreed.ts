/** Agreements by which nothing is founded yet: 与甲签订医联体协议 is a cooperation of two, and no consortium that both are in. */
import type { Reading } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'

const SIGNED = /签订|签署|签约|签定|签下|签立|签了|签有|共签|订立|(?:达成|缔结|新签|续签|补签)[^，。；]{0,16}(?:协议|协定|合同)/u
const BODY = '(?:联[盟体]|联合体|协作体|共同体|集团)'
/** 组建|医联体, 成为甲医院|医联体单位; 建立紧密关系，签订医联体协议 founds nothing. */
const MADE = new RegExp(
  `(?:组建|组成|成立|建立|建起|建成|结成|结为|构建|缔结|共建|打造|搭建|形成|加入|加盟|入盟|纳入|融入|并入|成为|作为|挂牌|揭牌|授牌)[^，。；]{0,24}?${BODY}`,
  'u',
)
/** 医联体|正式成立, 医联体|签约授牌仪式, 专科联盟|单位 */
const THERE = new RegExp(
  `${BODY}[^，。；]{0,10}?(?:组建|成立|建立|建成|共建|形成|揭牌|挂牌|授牌|启动|成员|理事|单位|医院(?=[，。；]|$)|[分子]院)`,
  'u',
)

/** Whether a sentence tells of two hospitals only that they sign, and not that a consortium comes of it. */
export function isAgreedOnly(reading: Reading, sentence: Sentence, pair: readonly string[]): boolean {
  if (!SIGNED.test(sentence.text)) return false
  const said = clausesOf(reading, sentence, pair)
  return SIGNED.test(said) && !MADE.test(said) && !THERE.test(said)
}

/** 县医院与甲组建医联体，|与乙签约，成为其协作医院: the clause that names the second of two, and those beside it that name nobody else. */
function clausesOf(reading: Reading, { index, text }: Sentence, pair: readonly string[]): string {
  const named = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Hospital' || label === 'Consortium')
  let from = 0
  const clauses = text.split(/[，；。]/u).map((clause) => {
    const [start, end] = [from, from + clause.length]
    from = end + 1
    const inside = named.filter((mention) => mention.from >= start && mention.to <= end)
    return {
      clause,
      isOwn: inside.every(({ entity }) => pair.includes(entity)),
      names: (entity: string) => inside.some((mention) => mention.entity === entity),
    }
  })
  const both = clauses.findIndex(({ names }) => pair.every(names))
  // 与甲建立医联体；乙与我院签约: the hospital that speaks is left out where 甲 is named, and named elsewhere.
  const partners = pair.filter((entity) => entity !== reading.document.speaker)
  const at = both < 0 ? Math.max(...partners.map((entity) => clauses.findIndex(({ names }) => names(entity)))) : both
  if (at < 0) return text
  const before = clauses.slice(0, at).findLastIndex(({ isOwn }) => !isOwn)
  const behind = clauses.findIndex(({ isOwn }, place) => place > at && !isOwn)
  return clauses
    .slice(before + 1, behind < 0 ? clauses.length : behind)
    .map(({ clause }) => clause)
    .join('，')
}
