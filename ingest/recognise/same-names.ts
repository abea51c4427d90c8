/** Two names for one body: X医院（Y医院）, X又名Y, X更名为Y, X（原Y）. */
import type { SameAs } from '../../cypher/model/index.ts'
import type { SentenceMention } from '../reading.ts'
import type { Sentence } from '../read/sentence.ts'

const RENAMED = /^[”’"》]?(?:[（(]?(?:正式|已|现|即将)?(?:更名|改名|改称|变更|改建|转设)为?(?:[（(]?)[“‘"《]?)$/u
const FORMER = /^[（(](?:原|曾用名|原名|前身(?:为|是)?|又名|又称|也称|即|第二名称|挂牌)[:：]?[“‘"《]?$/u

/** 甲医院又名乙医院; 甲医院始建于1988年，又名乙医院. */
const ALSO = /^(?:始建于\d{4}年)?，?(?:又名为?|又称|亦称|亦名|也叫)[“"]?$/u

/** 国家…中心, 省…质控中心: a plaque that several hospitals bear names none of them. */
const PLAQUE = /^国家.*中心$|(?:研究|质控|区域医疗|诊疗|培训|会诊)中心$/u
const isPlaque = ({ name }: SentenceMention): boolean => PLAQUE.test(name)

/** Whether two bodies lie in different provinces: a bracket tells a partner of the first, and no second name. */
function areFarApart(first: SentenceMention, second: SentenceMention): boolean {
  const [one, other] = [first, second].map(({ entity }) => /^\w+\/(\d\d)\d{4}/u.exec(entity)?.[1])
  return one !== undefined && other !== undefined && one !== other && one !== '00' && other !== '00'
}

/** 合作医院名单：, 托管情况： */
const OF_PARTNERS = /^[^，。；：]{0,12}(?:合作|协作|帮扶|支援|托管|结对|对口|签约|指导)[^，。；：]{0,10}：/u

/** 合作医院名单：青岚县人民医院（江州市第一医院）: under such words a bracket tells the partner, where the two are of two places. */
function isPartnerIn(text: string, first: SentenceMention, second: SentenceMention): boolean {
  const [one, other] = [first, second].map(({ entity }) => /^\w+\/(\d{6})/u.exec(entity)?.[1])
  return one !== undefined && other !== undefined && one !== other && text.includes('：') && OF_PARTNERS.test(text.slice(0, first.from))
}

/** same-as claims of one sentence; the first name is the one that stays. */
export function claimSameNames(sentence: Sentence, mentions: readonly SentenceMention[]): SameAs[] {
  const claims: SameAs[] = []
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1]
    if (second === undefined || first.label !== second.label || first.label === 'District' || first.entity === second.entity) continue
    const between = sentence.text.slice(first.to, second.from)
    const after = sentence.text.slice(second.to, second.to + 2)
    const span = { start: sentence.start, end: sentence.end }
    const isBracket = (between === '（' || FORMER.test(between)) && /^[”’"》]?）/u.test(after)
    if (isBracket && (isPlaque(first) || isPlaque(second))) continue
    if (isBracket && between === '（' && (areFarApart(first, second) || isPartnerIn(sentence.text, first, second))) continue
    // What the table knows keeps its name, on whichever side of the bracket it stands.
    const isTurned = between === '（' && second.aliases.length > 0 && first.aliases.length === 0
    if (isBracket)
      claims.push({
        kind: 'same-as',
        subject: (isTurned ? second : first).entity,
        object: (isTurned ? first : second).entity,
        ...span,
        rule: FORMER.test(between) ? 'same/former-name' : 'same/bracket',
      })
    else if (ALSO.test(between))
      claims.push({ kind: 'same-as', subject: first.entity, object: second.entity, ...span, rule: 'same/also-named' })
    else if (RENAMED.test(between))
      claims.push({ kind: 'same-as', subject: second.entity, object: first.entity, ...span, rule: 'same/renamed' })
  }
  if (sentence.text.includes('保留')) claims.push(...keptNames(sentence, mentions))
  return claims
}

/** 原X变更第一名称，并保留“Y”“Z”名称: the kept names are X's. */
function keptNames(sentence: Sentence, mentions: readonly SentenceMention[]): SameAs[] {
  const kept = /保留((?:[“"][^”"]{4,30}[”"][、和]?)+)(?:的)?(?:名称|牌子|院名)/u.exec(sentence.text)
  if (kept === null) return []
  const hospitals = mentions.filter(({ label }) => label === 'Hospital')
  const named = hospitals.filter(({ from, to }) => from > kept.index && to < kept.index + kept[0].length)
  // X加挂“Z”牌子，保留“X”“Y”名称: one of the names kept is whose they are.
  const before = hospitals.filter(({ to }) => to <= kept.index)
  const owner = before.find(({ entity }) => named.some((mention) => mention.entity === entity)) ?? before.at(-1)
  if (owner === undefined) return []
  return named
    .filter(({ entity }) => entity !== owner.entity)
    .map((mention) => ({
      kind: 'same-as',
      subject: owner.entity,
      object: mention.entity,
      start: sentence.start,
      end: sentence.end,
      rule: 'same/kept-name',
    }))
}
