/**
 * Lists of the partners of one hospital under a label: 甲医院协作单位 above lines that name one each, 教学医院：乙、丙 in a line,
 * or lines that are nothing but a title, ★丁协作医院. Whose list it is, the opening names, or the page or paragraph tells.
 */
import { mostSpecificForm, type Claim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { tokensOf, type Tokens } from '../sentence/passage.ts'
import { anchorOf, isLocal, isOwnPart, partyOf } from '../sentence/place.ts'
import { relationRules } from '../sentence/rules.ts'
import { topicOf } from '../sentence/topic.ts'
import { pairClaims, toldBy, type Told } from './paired-lines.ts'

const RULE = 'cooperation/partner-lists'
/** Characters of a line that opens such a list, and of one of its items. */
const LONGEST_OPENING = 40
const LONGEST_ITEM = 50

interface OwnedList {
  /** Undefined where the opening leaves it to the titles of the items: 先后被确定为：. */
  readonly said: Told | undefined
  readonly owner: string
}

/** The cooperations of such lists. A line that names no partner ends its list. */
export function claimPartnerLists(reading: Reading): Claim[] {
  const claims: Claim[] = []
  let list: OwnedList | undefined
  for (const sentence of reading.sentences) {
    if (sentence.row !== undefined) continue
    const opened = openingIn(reading, sentence)
    if (opened !== undefined) {
      list = opened
      continue
    }
    const item = list === undefined ? undefined : itemIn(reading, sentence, list.said)
    const told = item ?? labelledIn(reading, sentence) ?? titleIn(reading, sentence)
    const owner = item === undefined ? (told === undefined ? undefined : ownerOf(reading, sentence)) : list?.owner
    if (told !== undefined && owner !== undefined) {
      const others = [...new Set(told.partners.map((mention) => partyOf(mention, reading)))]
      const apart = others.filter((other) => !isOwnPart(owner, other, reading))
      claims.push(...pairClaims(reading, sentence, { ones: [owner], others: apart, said: told.said, rule: RULE }))
    }
    if (item === undefined) list = undefined
  }
  return claims
}

interface Partners {
  readonly partners: readonly SentenceMention[]
  readonly said: Told
}

const OWNED_LIST =
  /(?:(?:单位|医院|伙伴|对象|机构|院校|高校|学校)(?:名单|一览表?|名录|情况)?|(?:名单|一览表?|名录|关系))(?:如下|有|为|包括|分别为|分别是)?[：:]?$/u
/** 先后被确定为：, what its items make of it: 乙协作医院. */
const MADE_INTO = /(?:被?(?:确定|列|命名|评|授牌|授予|授|定|批准|指定|聘|吸收|遴选)[^，。；]{0,8}为|成为|挂牌为?|是|授予)[：:]$/u

/** What a line opens. A label alone says so by its colon or as a heading. */
function openingIn(reading: Reading, sentence: Sentence): OwnedList | undefined {
  const { text, index, heading } = sentence
  if (text.length > LONGEST_OPENING || !(heading || /[：:]$|如下$/u.test(text))) return undefined
  const named = tokensOf(reading, index).flatMap(({ things }) => things)
  const [owner, ...more] = named
  const isMade = MADE_INTO.test(text)
  // 协作单位：甲医院 opens no list: it is one.
  if (!isMade && !OWNED_LIST.test(text.slice(owner?.to))) return undefined
  if (more.length > 0 || (owner !== undefined && owner.label !== 'Hospital')) return undefined
  const spoken = ownerOf(reading, sentence)
  // 乙协作医院, on the page of 甲: a title, and no list of 乙.
  if (owner !== undefined && spoken !== undefined && spoken !== owner.entity && !/[：:]$/u.test(text)) return undefined
  const said = isMade ? undefined : labelTold(reading, sentence, tokensOf(reading, index))
  const whose = owner?.entity ?? spoken
  return whose === undefined || (said === undefined && !isMade) ? undefined : { said, owner: whose }
}

/** The one hospital of the home that is spoken of where a line names nobody whose list it is. */
function ownerOf(reading: Reading, { index }: Sentence): string | undefined {
  const [only, ...more] = topicOf(reading, (at) => tokensOf(reading, at), { sentence: index, before: 0 })
  return more.length === 0 && only?.startsWith('hospital/') === true && isLocal(only, reading) ? only : undefined
}

/** 1., 骨科——, （2）心内科： */
const LABEL = /^(?:[●★◆■▲•·※]\s*|[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)])?\s*(?:[〇㐀-鿿]{2,10}(?:——?|－|-|：|:|→))?$/u
/** （骨科）, —骨科, and a stop. */
const NOTE_BEHIND = /^(?:[（(][^（）()]{1,14}[）)]|(?:——?|－|-|：|:|→)?(?:[〇㐀-鿿]{1,8}科)?)[；;。，]?$/u

/** The partners that an item of a list names and nothing else: 骨科——甲; 2.乙（远程会诊）. */
function itemIn(reading: Reading, sentence: Sentence, said: Told | undefined): Partners | undefined {
  const { text, index } = sentence
  if ((reading.mentions[index]?.length ?? 0) === 0 || text.length > LONGEST_ITEM) return undefined
  const tokens = tokensOf(reading, index)
  const [body, ...more] = tokens.filter(({ kind }) => kind === 'things')
  if (body === undefined || more.length > 0 || !body.things.every(isPartner)) return undefined
  const [before, behind] = [text.slice(0, body.from), text.slice(body.to)]
  const own = titleIn(reading, sentence)
  if (own !== undefined || said === undefined) return own
  if (!LABEL.test(before) || !NOTE_BEHIND.test(behind)) return undefined
  return { partners: body.things, said: { ...said, form: formIn(reading, behind) ?? said.form } }
}

/** The form that the words of a stretch tell: （远程会诊）. */
function formIn(reading: Reading, text: string): string | undefined {
  const classes = relationRules(reading.lexicon).words.in(text)
  return mostSpecificForm(classes.flatMap((name) => (name.startsWith('form-') ? [name.slice('form-'.length)] : [])))
}

/** 协作医院：, 教学协作：, （一）医联体：, and not 帮扶单位：甲；受援单位：乙. */
const LINE_LABEL =
  /^(?:[●★◆■▲•·※]\s*|[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)])?[〇㐀-鿿]{0,12}(?:单位|医院|院校|高校|学校|机构|伙伴|对象|基地|协作|会诊|医联体)(?:有|为|包括|主要有)?[：:]?$/u
/** 等, 等6家医院 */
const LIST_END = /^(?:等(?:\d{1,3}[家所个])?[〇㐀-鿿]{0,8})?[；;。]?$/u

/** The partners of a line that is a label, a colon and their names: 教学医院：甲、乙. */
function labelledIn(reading: Reading, sentence: Sentence): Partners | undefined {
  const { text, index } = sentence
  if ((reading.mentions[index]?.length ?? 0) === 0 || !LABELLED.test(text)) return undefined
  const tokens = tokensOf(reading, index)
  const first = tokens.findIndex(({ kind }) => kind === 'things')
  const last = tokens.findLastIndex(({ kind }) => kind === 'things')
  const names = tokens.slice(first, last + 1)
  const partners = names.flatMap(({ things }) => things)
  if (!partners.every(isPartner) || names.some(({ kind, classes }) => kind !== 'things' && !classes.includes('and'))) return undefined
  const label = text.slice(0, tokens[first]?.from)
  if (!LINE_LABEL.test(label) || !LIST_END.test(text.slice(tokens[last]?.to))) return undefined
  const said = labelTold(reading, sentence, tokens.slice(0, first))
  return said === undefined ? undefined : { partners, said }
}

/** What a label says of those that it opens: 合作单位有：. */
function labelTold(reading: Reading, sentence: Sentence, tokens: Tokens): Told | undefined {
  const told = toldBy(tokens, sentence)
  if (told !== undefined) return told
  const label = sentence.text.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to)
  const form = formIn(reading, label.replace(/(?:主要)?(?:有|为|包括)?[：:]?$/u, ''))
  return form === undefined || tokens.some(({ classes }) => NOTHING.some((name) => classes.includes(name)))
    ? undefined
    : { form, status: 'in_effect' }
}

const NOTHING = ['negate', 'dropped', 'talk', 'wish', 'plan', 'ended']

/** The label of a line, or a verb that opens its list: 友情协作单位有甲、乙. */
const LABELLED = /^[^，。；]{2,24}?(?:[：:]|有|为|包括)/u

/** 江南省肿瘤医院|远程会诊协作单位 */
const TITLE = /^[〇㐀-鿿]{0,8}(?:医院|单位|基地|成员|工作[站室])$/u
const MARKS = /^(?:[●★◆■▲•·※]\s*|[（(]?[\d一二三四五六七八九十]{1,2}[、.．）)])?$/u

/** Whose title a line is that is nothing but that: ★甲协作医院. */
function titleIn(reading: Reading, { text, index }: Sentence): Partners | undefined {
  if (text.length > LONGEST_ITEM || reading.document.speaker === null) return undefined
  const [body, ...more] = reading.mentions[index] ?? []
  if (body === undefined || more.length > 0 || !isPartner(body) || isOfHome(body.entity, reading)) return undefined
  const title = text.slice(body.to).replace(/[；;。，]$/u, '')
  if (!MARKS.test(text.slice(0, body.from)) || !TITLE.test(title)) return undefined
  if (!relationRules(reading.lexicon).words.in(title).includes('titled')) return undefined
  const form = formIn(reading, title)
  return form === undefined ? undefined : { partners: [body], said: { form, status: 'in_effect' } }
}

/** Whether a body is known to be of the home; a house without a place may be anywhere. */
function isOfHome(entity: string, reading: Reading): boolean {
  return entity === reading.document.speaker || (/^\d/u.test(anchorOf(entity)) && isLocal(entity, reading))
}

/** Whether a body is one that others sign with: a hospital, or a university. */
export function isPartner({ label, attrs }: SentenceMention): boolean {
  return label === 'Hospital' || (label === 'Institution' && attrs['kind'] === 'university')
}
