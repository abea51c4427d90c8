/** Members that are told as a list behind the name of their consortium: 甲医联体：一家三级医院，甲；两家县医院：乙、丙。 */
import type { Claim, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { groupsMeant } from './anaphora.ts'
import { ownersIn } from './owners.ts'
import { isMembership, membershipIn } from './membership.ts'

/** Characters between a consortium and the colon of its list: （以下简称…）采用“1+2+6”模式. */
const LEAD_IN = 40
const FEWEST = 3
/** Of what sort those are that a part of a list tells: 公立医院|有甲、乙，|民营医院|有丙. */
const SORT =
  '(?:公立|民营|社会办|国有|厂矿|企业|综合|专科|中医|中医类|[一二三]级|三甲|[省市县区州旗][级属内外]|乡镇|镇街|街道|社区|基层)(?:的|类的?|医疗机构|医院|机构|单位|卫生院|成员单位)?'
/** What opens a list: a colon, or 现有成员单位9家，分别是, 成员单位共9家，公立的有. */
const OPENING = new RegExp(
  `^(?:[^。；：]{0,40}?(?:：|分别[是为]|依次[是为])|[^。；：]{0,40}?成员(?:单位|医院|机构)?[^。；：]{0,12}?，?(?:其中，?)?${SORT}(?:分别)?(?:有|为|是|包括|含))`,
  'u',
)
const MAY_OPEN = /：|[别次][是为]|成员[^。；：]{0,20}[立营办级属内外的院构位社][有为是包含]/u
/** What stands between the names of a list: marks, and what is counted or headed. */
const BETWEEN =
  /^(?:[、，；：]|和|及|以及|与|即|其中|另有|公立|民营|社会办|国有|厂矿|企业|综合|专科|中医类?|基层|街道|[省市县区州旗][级属]|（[^）]{0,12}）|\d[家个所]?|[一二两三四五六七八九十]{1,2}[家个所]|[一二三]级|牵头|核心|成员|单位|城市|乡镇|镇街|社区|医疗|卫生|医院|卫生院|妇幼保健院|服务中心|机构|[我本][省市县区旗州]|[省市县区州][内外]|外[省市]|经开区|高新区|开发区|分别|为|是|有|包括|含|等|的)*$/u
/** 甲牵头，乙、丙参与 */
const HEAD_AFTER = /^(?:（牵头|[为任是]?(?:牵头|总院|龙头|盟主))/u
/** 包括, 涵盖, 由 … before the colon, or the pattern of numbers that lists are told by. */
const ANNOUNCES = /成员|包括|涵盖|组成|模式|架构|下辖|覆盖|单位/u

/** Memberships of such lists that no rule has found. */
export function relateRosters(reading: Reading, found: readonly Claim[]): RelationClaim[] {
  const claims: RelationClaim[] = []
  for (const sentence of reading.sentences) {
    const mentions = reading.mentions[sentence.index] ?? []
    const isNamed = mentions.some(({ label }) => label === 'Consortium')
    if (mentions.length < (isNamed ? FEWEST + 1 : FEWEST) || sentence.row !== undefined || !MAY_OPEN.test(sentence.text)) continue
    const named = mentions.filter(({ label }) => label === 'Consortium')
    const meant = isNamed ? [] : groupsMeant(reading, sentence)
    // 集团成立于2015年，成员单位共9家，公立的有…: the one that was named before.
    const placed = meant.map(({ consortium, word }) => ({ ...consortium, from: 0, to: sentence.text.indexOf(word) + word.length }))
    for (const consortium of [...named, ...placed]) {
      for (const claim of rosterOf(reading, sentence, consortium))
        if (!found.some((other) => isSame(other, claim)) && !claims.some((other) => isSame(other, claim))) claims.push(claim)
    }
  }
  return claims
}

function isSame(other: Claim, { subject, object }: RelationClaim): boolean {
  return isMembership(other) && other.subject === subject && other.object === object
}

function rosterOf(reading: Reading, sentence: Sentence, consortium: SentenceMention): RelationClaim[] {
  const { text } = sentence
  const opening = OPENING.exec(text.slice(consortium.to, consortium.to + LEAD_IN + 4))
  if (opening === null || !ANNOUNCES.test(opening[0])) return []
  const mentions = reading.mentions[sentence.index] ?? []
  const names = listedFrom(mentions, text, consortium.to + opening[0].length)
  const heads = new Set(mentions.filter(({ to }) => HEAD_AFTER.test(text.slice(to, to + 6))).map(({ entity }) => entity))
  if (names.length < FEWEST) return []
  const owner = ownersIn(reading).of(consortium)?.entity
  return names.map((entity) => {
    const attrs = { role: entity === owner || heads.has(entity) ? 'lead' : 'member', status: 'in_effect' }
    return membershipIn(sentence, { subject: entity, object: consortium.entity, attrs, rule: 'consortium/roster' })
  })
}

/** The bodies that stand side by side from `at` on, up to the first words that belong to no list. */
export function listedFrom(mentions: readonly SentenceMention[], text: string, at: number): string[] {
  const names: string[] = []
  let end = at
  for (const mention of mentions) {
    if (mention.from < at) continue
    if (mention.label === 'Consortium' || !BETWEEN.test(text.slice(end, mention.from))) break
    end = mention.to
    if (mention.label === 'Hospital' || mention.attrs['kind'] === 'public_health') names.push(mention.entity)
  }
  return [...new Set(names)]
}
