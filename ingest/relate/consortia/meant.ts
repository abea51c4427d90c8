/** Which consortium is meant where members or leads are told without its name. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { RuleMatch } from '../sentence/passage.ts'
import { KIND_WORD } from './kind.ts'
import { groupOfPage } from './page.ts'

/** 甲联盟成立。乙任副理事长单位。丙等9家医院为成员单位: sentences over which the members of one consortium may be told. */
const SENTENCES_BACK = 3
/** A document that says so of its one consortium may be so long. */
const SHORT_DOCUMENT = 40

/** 名称：甲医共体, 牵头医院：乙, 成员：丙、丁: lines of one entry. */
const LABELLED = /^(?:\d{1,2}[.．、])?[〇㐀-鿿]{2,7}[：:]/u
/** Characters of a line that is no more than the name of a consortium. */
const NAME_LINE = 30

/** 乙为牵头单位的|医共体 */
const OTHER_LED = new RegExp(`(?:牵头|龙头|领衔|总院|核心)(?:单位|医院)?的[^，；：。、]{0,8}(?:${KIND_WORD})`, 'u')
const LONGEST_OTHER = 12

/** 以甲为总院，乙、丙为分院，|组建丁总医院: what no name was read from is another than the one before. */
const MADE_BEHIND =
  /^[^。；]{0,12}(?:组建|成立|组成|建立|形成|构建)(?:了)?[〇㐀-鿿（）]{2,16}(?:集团|总医院|医共体|共同体|联盟|医联体|联合体)(?:总医院|集团)?(?=[，。；、]|$)/u
const POINT = /；[二三四五六七八]是/u

/**
 * 甲、乙成为首批成员单位: the one consortium that this sentence or those before it name; in a short text the only one that it
 * has named. Empty where there is none, or are several.
 */
export function consortiumMeant(reading: Reading, { sentence, tokens, match }: RuleMatch): readonly SentenceMention[] {
  const end = tokens[match.last - 1]?.to ?? 0
  const own = (reading.mentions[sentence.index] ?? []).some(({ label }) => label === 'Consortium')
  if (!own && MADE_BEHIND.test(sentence.text.slice(end))) return []
  let isEntry = LABELLED.test(sentence.text)
  for (let index = sentence.index; index >= sentence.index - SENTENCES_BACK; index--) {
    const other = reading.sentences[index]
    if (other === undefined) break
    const named = (reading.mentions[index] ?? []).filter(
      (mention) => mention.label === 'Consortium' && (index < sentence.index || mention.to <= end),
    )
    isEntry &&= LABELLED.test(other.text) || (named.length > 0 && other.text.length <= NAME_LINE)
    if (other.paragraph !== sentence.paragraph && !isEntry) break
    // 一是加入甲联盟；二是以乙为牵头单位…: the second point is of another.
    const first = tokens[match.first]?.from ?? 0
    if (index === sentence.index && named.length > 0 && POINT.test(sentence.text.slice(named[0]?.to, first))) return []
    // 甲医共体成员有丙；乙为牵头单位的|医共体，成员有丁: it is of another.
    if (OTHER_LED.test(sentence.text.slice(index === sentence.index ? (named.at(-1)?.to ?? 0) : 0, end + LONGEST_OTHER))) return []
    if (index === sentence.index && named.some(({ to }) => to <= first) && isOfNext(reading, sentence, first)) return []
    const next = index === sentence.index ? madeBehind(reading, sentence, { named, end }) : undefined
    if (next !== undefined) return [next]
    const ids = new Set(named.map((mention) => mention.entity))
    if (ids.size > 0) return ids.size === 1 ? named.slice(0, 1) : []
  }
  // A line of an entry is about its own, or about none that is named.
  if (LABELLED.test(sentence.text)) return []
  const meant = tokens
    .slice(match.first, match.last)
    .find(({ classes }) => classes.includes('group-meant') || classes.includes('main-hospital'))
  const word = meant === undefined ? '' : sentence.text.slice(meant.from, meant.to)
  const kind = KINDS_MEANT.find(([told]) => told.test(word))?.[1]
  const [only] = MAIN_HOSPITAL.test(word) ? mainHospital(reading, sentence.index) : onlyOne(reading, sentence.index, kind)
  const isOfOtherKind = tokens.some(({ classes }) => classes.includes('kind') && !classes.includes(`kind-${String(only?.attrs['kind'])}`))
  // 以甲为总院，乙、丙为分院 is no 专科联盟.
  const isRun = ALLIED.has(only?.attrs['kind']) && RUN_AS_ONE.test(sentence.text.slice(tokens[match.first]?.from, end))
  return only === undefined || isOfOtherKind || isRun ? [] : [only]
}

const ALLIED: ReadonlySet<unknown> = new Set(['专科联盟', '远程协作网'])
const RUN_AS_ONE = /总院|分院/u

/** 纳入市级医疗集团: the one of its kind that the text names. */
const KINDS_MEANT: readonly (readonly [RegExp, string])[] = [
  [/集团/u, '医疗集团'],
  [/共同?体/u, '医共体'],
]

/**
 * 组建甲医共体、乙医共体，前者成员单位为…，后者…: the first or the last of the two that stand before the word. Undefined where
 * no such word stands in the match; empty where there are not two.
 */
export function consortiumInOrder(reading: Reading, { sentence, tokens, match }: RuleMatch): readonly SentenceMention[] | undefined {
  const start = tokens.findIndex(({ classes }, index) => index >= match.first - 1 && index < match.last && isOrder(classes))
  const word = tokens[start]
  if (word === undefined) return undefined
  const named = (reading.mentions[sentence.index] ?? []).filter(({ label, to }) => label === 'Consortium' && to <= word.from)
  const byEntity = new Map(named.map((mention) => [mention.entity, mention]))
  if (byEntity.size !== 2) return []
  return [...byEntity.values()].slice(word.classes.includes('former') ? 0 : 1).slice(0, 1)
}

function isOrder(classes: readonly string[]): boolean {
  return classes.includes('former') || classes.includes('latter')
}

/** 组建甲医共体；以乙为龙头，丙为成员|组建丁医共体: the one behind the match, where those before it stand in another part. */
function madeBehind(
  reading: Reading,
  { index, text }: RuleMatch['sentence'],
  { named, end }: { named: readonly SentenceMention[]; end: number },
): SentenceMention | undefined {
  const from = text.lastIndexOf('；', end)
  if (from < 0 || named.some((mention) => mention.from > from)) return undefined
  const next = reading.mentions[index]?.find(({ label, from: at }) => label === 'Consortium' && at >= end)
  return next !== undefined && MAKES.test(text.slice(end, next.from)) ? next : undefined
}

const MAKES = /^[^，；。]{0,12}，?(?:共同|联合)?(?:组建|组成|成立|建立|构建|构成|形成)了?$/u

/** 甲医共体下辖乙；丙医院负责城东网格，|成员单位为丁: whether the part between semicolons has a hospital of its own that heads it. */
function isOfNext(reading: Reading, { index, text }: RuleMatch['sentence'], before: number): boolean {
  const from = text.lastIndexOf('；', before)
  const named = reading.mentions[index] ?? []
  return (
    from >= 0 && named.some((body) => body.label === 'Hospital' && body.from > from && body.to <= before && HEADS.test(text.slice(body.to)))
  )
}

/** What a hospital does that has others below it. */
export const HEADS = /^(?:则|也)?(?:负责|联合|携手|牵手|联动|对接|覆盖|领办|包联|组建)/u

/** 组建青岚县医疗共同体总医院…。将丙纳入总医院管理: the one that is called so, however far before; else the only one of a short text. */
function mainHospital(reading: Reading, before: number): readonly SentenceMention[] {
  const called = reading.mentions.slice(0, before).flatMap((list) => list.filter(isMainHospital))
  const isOne = called.every(({ entity }) => entity === called[0]?.entity)
  return called.length === 0 ? onlyOne(reading, before) : isOne ? called.slice(0, 1) : []
}

const MAIN_HOSPITAL = /总医?院/u
const isMainHospital = ({ label, name }: SentenceMention): boolean => label === 'Consortium' && /总医?院$/u.test(name)

function onlyOne(reading: Reading, before: number, kind?: string): readonly SentenceMention[] {
  if (reading.sentences.length > SHORT_DOCUMENT) return []
  const isOne = ({ label, attrs }: SentenceMention): boolean => label === 'Consortium' && (kind === undefined || attrs['kind'] === kind)
  const all = reading.mentions.flat().filter(isOne)
  if (new Set(all.map(({ entity }) => entity)).size > 1) {
    const own = groupOfPage(reading, before, isOne)
    return own === undefined ? [] : [own]
  }
  const first = reading.mentions.findIndex((list) => list.some(isOne))
  return first < before ? all.slice(0, 1) : []
}

/** 甲、乙共同发起: neither is its lead. */
const STARTED = /(?<!共同|联合)(?:发起|牵头)/u
export const FOUNDED_BY_TWO = 'consortium/l-with-m-start-c'
const MADE_TOGETHER = 'consortium/l-with-m-make-c'

/** 甲与乙成立丙联盟 says not who leads; 甲联合乙发起成立丙联盟 does. */
export function isOfEquals({ sentence, rule, tokens, match }: RuleMatch): boolean {
  const isStarted = STARTED.test(sentence.text.slice(tokens[match.first]?.from, tokens[match.last - 1]?.to))
  return rule.id === MADE_TOGETHER || (rule.id === FOUNDED_BY_TWO && !isStarted)
}
