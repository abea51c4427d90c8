/**
 * Consortia told with labels, over lines or within one: 牵头医院：甲 · 成员单位： · 1.乙 · 2.丙, or 第一组：甲（牵头）、乙、丙,
 * or 胸痛专科联盟（牵头单位：甲；成员单位：乙）, or, of the one consortium that a document names, 联盟单位 · 江州市：甲、乙 · 青岚市：丙.
 */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { fieldBefore, KIND_WORD, kindOfWord, ownedBy, type ConsortiumKind } from './kind.ts'
import { ownersIn } from './owners.ts'
import { isMembership, isPrimaryIn, membershipIn } from './membership.ts'

const LABEL =
  /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．、]|（[\d一二三四五六七八九十]{1,2}）|[①-⑳])?([^：，。；（）]{0,16})(?:（[^（）：]{0,10}）)?：/u
const LEAD_WORDS = '(?<!副)(?:牵头|龙头|总院|总医院|核心|盟主|组长|理事长|领衔|主体)(?:单位|医院|机构)?'
const MEMBER_WORDS =
  '(?:成员|分院|协作|加盟|参与|参加|下属|下辖|紧密型|半紧密型|松散型|基层)(?:单位|医院|机构|卫生院|医疗机构|分院){0,2}(?:名单|名录)?'
const LEAD_LABEL = new RegExp(`${LEAD_WORDS}(?:为|是)?$`, 'u')
const MEMBER_LABEL = new RegExp(`${MEMBER_WORDS}(?:包括|为|有|是)?$`, 'u')
/** （牵头单位：甲；|成员单位：乙）: where a label stands within a sentence, and not at its beginning. */
const CUT = new RegExp(`；|[（，。：](?=(?:${LEAD_WORDS}|${MEMBER_WORDS})(?:：|为|是|有|包括|\\d{1,2}[家所个]，))`, 'gu')
/** 成员单位|为乙, 分院|8家，乙 behind such a mark */
const NOTE = new RegExp(`^(${LEAD_WORDS}|${MEMBER_WORDS})(?:为|是|有|包括|\\d{1,2}[家所个]，)`, 'u')
/** 第一组：, 1组：, 责任单位：, 城东医共体：, 成员单位名单：: the line itself notes who leads. */
const GROUP_LABEL = /组$|单位$|名单$|医共体$|集团$|医联体$|片区$|^[一二三四五六七八九]$/u
const HEAD_NOTE = /^（(?:[^（）]{0,4})?(?:牵头|总院|总医院|龙头|组长|盟主|核心)/u
/** What a line of such a list has beside its names. */
const BESIDE_NAMES =
  /^(?:\d{1,2}[.．、]|\d{1,3}\t|[①-⑳]|[、，；。和及与\t]|以及|等|共?\d{1,2}[家所个]|（[^（）]{0,12}）|医疗机构|卫生院|成员单位|分院|[·•●▪—-])*$/u
const KIND = new RegExp(KIND_WORD, 'u')
const KIND_AT_END = new RegExp(`(${KIND_WORD}|专科联盟|专病联盟)(?:成员单位|成员|组成|构成|名单)?$`, 'u')
/** Sentences before and behind a block that may tell its kind. */
const NEAR = 3
const NOT_YET = /拟|计划|筹备|筹建/u

/** 联盟单位（按省市排序）, 三、成员医院名单： */
const ROSTER_HEAD =
  /^(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.．、]|（[\d一二三四五六七八九十]{1,2}）)?(?:附件：?|现有|首批|全体|主要)?(?:联盟|成员|协作|加盟|会员|理事|网络|合作)(?:成员)?(?:单位|医院|机构)(?:名单|名录|一览表?|列表)?(?:（[^（）]{0,16}）)?(?:如下|有|包括)?：?$/u

/** 首批成员单位共14家：, 理事单位名单如下：: the end of a sentence behind which a list stands. */
const ROSTER_OPENS =
  /(?:成员|协作|加盟|会员|理事|网络|合作|联盟)(?:单位|医院|机构)(?:名单)?(?:共有?|有|包括|为|分别[为是]|如下)?(?:\d{1,3}[家所个])?(?:如下|分别[为是])?：$/u

/** Lines of one consortium, as they come; it is named after its lead where the document names it not. */
interface Block {
  readonly lead?: SentenceMention
  readonly named?: SentenceMention
  /** Where it begins within a sentence: the kind that stands before it there, which is undefined where none does. */
  readonly within?: { readonly told: KindBefore | undefined }
  readonly first: Sentence
  readonly members: { readonly entity: string; readonly at: Sentence }[]
  /** A label above says that what is listed now are members. */
  isOpen: boolean
}

interface KindBefore {
  readonly kind: ConsortiumKind
  readonly field: string
}

/** Memberships of such lines that nothing has found; `found` are the claims so far. */
export function relateBlocks(reading: Reading, found: readonly Claim[]): Into {
  const into: Into = { mentions: [], claims: [] }
  const known = found.filter(isMembership)
  let block: Block | undefined
  const flush = (): void => {
    if (block !== undefined) tell(reading, block, known, into)
    block = undefined
  }
  for (const sentence of reading.sentences) {
    const named = sentence.row === undefined ? rosterHead(reading, sentence) : undefined
    // 序号 | 单位名称: what stands above the rows of a list.
    if (sentence.row !== undefined && block?.named !== undefined && !namesHospital(reading, sentence)) continue
    let isRead = named !== undefined
    if (named !== undefined) {
      flush()
      block = { named, first: sentence, members: [], isOpen: true }
      continue
    }
    for (const piece of sentence.row === undefined || block?.named !== undefined ? piecesOf(reading, sentence) : []) {
      const { label, bodies, isList } = piece
      const noted = bodies.filter(({ to }) => HEAD_NOTE.test(sentence.text.slice(to, to + 10)))
      const [lead, more] = LEAD_LABEL.test(label ?? '') && noted.length === 0 ? bodies : noted
      if (label !== undefined && lead !== undefined && more === undefined && (LEAD_LABEL.test(label) || GROUP_LABEL.test(label))) {
        flush()
        const members = bodies.filter((body) => body !== lead).map(({ entity }) => ({ entity, at: sentence }))
        block = {
          lead,
          first: sentence,
          members,
          isOpen: false,
          ...(piece.from > 0 ? { within: { told: kindBefore(reading, sentence, piece.from) } } : {}),
        }
        isRead = true
      } else if (block !== undefined && label !== undefined && MEMBER_LABEL.test(label) && !label.endsWith('数')) {
        block.members.push(...bodies.map(({ entity }) => ({ entity, at: sentence })))
        block.isOpen = true
        isRead = true
      } else if (block?.isOpen === true && isList && (label === undefined || block.named !== undefined)) {
        block.members.push(...bodies.map(({ entity }) => ({ entity, at: sentence })))
        isRead = true
      }
    }
    if (!isRead) flush()
  }
  flush()
  return into
}

/** A part of a sentence between semicolons: its label, the bodies behind it, and whether it names nothing but bodies. */
interface Piece {
  readonly from: number
  readonly label: string | undefined
  readonly bodies: readonly SentenceMention[]
  readonly isList: boolean
}

function piecesOf(reading: Reading, { index, text }: Sentence): Piece[] {
  const named = (reading.mentions[index] ?? []).filter(({ label }) => label === 'Hospital')
  const cuts = [...text.matchAll(CUT)].map(({ index: at }) => at)
  return [...cuts, text.length].map((end, place) => {
    const start = place === 0 ? 0 : (cuts[place - 1] ?? 0) + 1
    const part = text.slice(start, end)
    const label = LABEL.exec(part) ?? (start > 0 ? NOTE.exec(part) : null)
    const behind = start + (label?.[0].length ?? 0)
    const bodies: SentenceMention[] = []
    let last = behind
    for (const mention of named) {
      // 崇明分院（甲医院崇明分院）: told again in full.
      if (text.slice(last, mention.from) === '（' && text.charAt(mention.to) === '）' && bodies.at(-1)?.entity === mention.entity)
        last = mention.to + 1
      if (mention.from < Math.max(behind, last) || mention.to > end || !BESIDE_NAMES.test(text.slice(last, mention.from))) continue
      bodies.push(mention)
      last = mention.to
    }
    return { from: start, label: label?.[1], bodies, isList: bodies.length > 0 && BESIDE_NAMES.test(text.slice(last, end)) }
  })
}

/** 胸痛专科联盟（|牵头单位：甲; 组建医共体，|牵头单位：甲: the kind that ends before what a label opens. */
function kindBefore({ lexicon }: Reading, { text }: Sentence, at: number): KindBefore | undefined {
  const word = KIND_AT_END.exec(text.slice(0, at - 1))?.[1]
  if (word === undefined) return undefined
  const isAlliance = word.endsWith('盟')
  const field = isAlliance ? fieldBefore(lexicon, text, { at: at - 1 - word.length, floor: 0 }) : ''
  return { kind: isAlliance ? '专科联盟' : kindOfWord(word), field }
}

const namesHospital = (reading: Reading, { index }: Sentence): boolean =>
  (reading.mentions[index] ?? []).some(({ label }) => label === 'Hospital')

/** 三、成员医院名单, 甲医共体成员单位名单: the consortium of which a line opens the list. */
function rosterHead(reading: Reading, sentence: Sentence): SentenceMention | undefined {
  if (ROSTER_HEAD.test(sentence.text) || ROSTER_OPENS.test(sentence.text)) return onlyNamed(reading, sentence)
  const [first, ...more] = (reading.mentions[sentence.index] ?? []).filter(({ label }) => label === 'Consortium')
  if (first === undefined || more.length > 0 || !NUMBERED.test(sentence.text.slice(0, first.from))) return undefined
  return ROSTER_HEAD.test(sentence.text.slice(first.to)) ? first : undefined
}

const NUMBERED = /^(?:（?[\d一二三四五六七八九十]{1,2}[.．、）])?$/u

/** The consortium that the sentences before a list name, where they name one alone. */
function onlyNamed(reading: Reading, { index }: Sentence): SentenceMention | undefined {
  const named = reading.mentions.slice(0, index + 1).flatMap((list) => list.filter(({ label }) => label === 'Consortium'))
  return named.every(({ entity }) => entity === named[0]?.entity) ? named.at(-1) : undefined
}

interface Into {
  readonly mentions: Mention[]
  readonly claims: RelationClaim[]
}

function tell(reading: Reading, block: Block, known: readonly RelationClaim[], into: Into): void {
  const claim = (object: string, { subject, at, role, status = 'in_effect' }: MemberTold): void => {
    if (known.some((other) => other.subject === subject && other.object === object)) return
    into.claims.push(membershipIn(at, { subject, object, attrs: { role, status }, rule: 'consortium/block' }))
  }
  const { named, lead, members } = block
  if (named !== undefined) {
    const owner = ownersIn(reading).of(named)?.entity
    for (const { entity, at } of members) claim(named.entity, { subject: entity, at, role: entity === owner ? 'lead' : 'member' })
  } else if (lead !== undefined) tellLed(reading, { ...block, lead }, known, { into, claim })
}

interface MemberTold {
  readonly subject: string
  readonly at: Sentence
  readonly role: 'lead' | 'member'
  readonly status?: string
}

/** A block under its lead, after whom the consortium is named where the document does not name it. */
function tellLed(
  reading: Reading,
  { lead, first: leadAt, members, isOpen, within }: Block & { readonly lead: SentenceMention },
  known: readonly RelationClaim[],
  { into, claim }: { into: Into; claim: (object: string, member: MemberTold) => void },
): void {
  const others = members.filter(({ entity }) => entity !== lead.entity)
  if (others.length === 0) return
  const below = others.every(({ entity, at }) => isPrimaryIn(reading, at, entity)) && !isPrimaryIn(reading, leadAt, lead.entity)
  // A county's own consortium is meant where lines without a word for it set a hospital above health centres.
  const { kind, field = '' } =
    within === undefined
      ? { kind: kindNear(reading, leadAt, others.at(-1)?.at ?? leadAt) ?? (below && isOpen ? '医共体' : undefined) }
      : (within.told ?? {})
  if (kind === undefined) return
  const { start, end } = leadAt
  const named = ownedBy(lead, { kind, field, start, end })
  const led = known.find(
    ({ subject, object, attrs }) => subject === lead.entity && attrs['role'] === 'lead' && object.endsWith(`${field}${kind}`),
  )
  const object = led?.object ?? ownersIn(reading).called(named.name, lead.entity, kind)?.entity ?? named.entity
  if (object === named.entity && led === undefined)
    into.mentions.push({ entity: object, label: 'Consortium', name: named.name, aliases: [], attrs: { kind }, start, end })
  const status = leadAt.section.kind === 'plan' && NOT_YET.test(leadAt.headings.join('')) ? 'planned' : 'in_effect'
  claim(object, { subject: lead.entity, at: leadAt, role: 'lead', status })
  for (const { entity, at } of others) claim(object, { subject: entity, at, role: 'member', status })
}

/** The kind that the lines around a block tell, the nearest above first; undefined where none does. */
function kindNear(reading: Reading, first: Sentence, last: Sentence): ConsortiumKind | undefined {
  const around = [
    ...reading.sentences.slice(first.index, last.index + 1),
    ...reading.sentences.slice(Math.max(0, first.index - NEAR), first.index).toReversed(),
    ...reading.sentences.slice(last.index + 1, last.index + 2),
  ].map(({ text }) => text)
  for (const text of [...around, ...first.headings.toReversed(), reading.document.title ?? '']) {
    const told = KIND.exec(text)
    if (told !== null) return kindOfWord(told[0])
  }
  return undefined
}
