/**
 * The consortium of a sentence that no rule reads: one hospital of the home and providers of its place, or one hospital
 * of the home and one from elsewhere, beside the word for one kind of consortium, with nothing that speaks against it.
 */
import type { Claim, Mention, RelationClaim } from '../../../cypher/model/index.ts'
import { WordSet } from '../../grammar/word-set.ts'
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { consortiumId } from '../../recognise/identity.ts'
import { dateIn } from '../sentence/claim-date.ts'
import { isAgreedOnly } from './agreed.ts'
import { fieldBefore, FORM_OF, ownedBy, type ConsortiumKind } from './kind.ts'
import { ownersIn } from './owners.ts'
import { KIND, LIST, slotLine, type SlotLine } from './slots.ts'
import { toldModality } from './told-when.ts'
import { statusIn } from './when.ts'
import { isLocal } from '../sentence/place.ts'
import { isMembership, membershipIn } from './membership.ts'

/** Characters of the line from the first slot to the last. */
const LONGEST = 70
const KIND_WORD = /医联体|健联体|联合体|医共体|共同体|健共体|专科联盟|专病联盟|医疗集团|健康集团|医院集团/u
const WITH = /[与同和]$/u
/** 医共体9个, 两个医疗集团, 各片区医共体: several of them are meant. */
const COUNTED =
  /(?:\d|[两二三四五六七八九十多几])(?:个|大|家)[^，；。、]{0,8}[体盟团]|[体盟团](?:\d|[两二三四五六七八九十])|(?:各|每个|各个)(?:片区|县域|县区|区县|紧密型|城市)*(?:医共体|医联体|医疗集团)/u
/** 甲依托县域|医共体，与乙开展…: what they do within it. */
const LEANS = /(?:依托|借助|利用|通过|发挥)[^，；。ＣＬＫ]{0,6}Ｋ|Ｋ(?:内(?!部)|考核|绩效|[^，；。ＣＬＫ]{0,6}(?:活动|主题|宣传))/u
const RULE = 'consortium/together'

interface Words {
  readonly against: WordSet
  /** Words for founding, joining, leading or belonging to a consortium. */
  readonly ties: WordSet
  /** Those by which one side leads and the other belongs. */
  readonly members: WordSet
}

const wordsByLexicon = new WeakMap<Lexicon, Words>()

function wordsOf(lexicon: Lexicon): Words {
  let words = wordsByLexicon.get(lexicon)
  if (words === undefined) {
    const wordsIn = (...lists: string[]): string[] => lists.flatMap((list) => lexicon.words(`consortium-${list}`))
    words = {
      against: new WordSet([...lexicon.words('cooperation-against'), ...wordsIn('against')]),
      ties: new WordSet(wordsIn('found', 'gather', 'take', 'join', 'head-verbs', 'head-nouns', 'member-nouns')),
      members: new WordSet(wordsIn('join', 'take', 'head-verbs', 'head-nouns', 'member-nouns')),
    }
    wordsByLexicon.set(lexicon, words)
  }
  return words
}

interface Found {
  readonly mentions: Mention[]
  readonly claims: RelationClaim[]
}

/** Consortia of sentences in which nothing of one has been found yet; `found` are the claims so far. */
export function relateTogether(reading: Reading, found: readonly Claim[]): Found {
  const into: Found = { mentions: [], claims: [] }
  if (reading.document.home.length === 0) return into
  const told = new Set(found.flatMap((claim) => (isMembership(claim) ? [claim.start] : [])))
  for (const sentence of reading.sentences) {
    if (
      sentence.row !== undefined ||
      sentence.heading ||
      told.has(sentence.start) ||
      !mayTell(reading.mentions[sentence.index] ?? []) ||
      !KIND_WORD.test(sentence.text) ||
      COUNTED.test(sentence.text)
    )
      continue
    const line = slotLine(reading, sentence)
    const whole = wholeOf(line)
    if (whole === undefined) continue
    const { against, ties } = wordsOf(reading.lexicon)
    if (against.isIn(sentence.text) || !ties.isIn(line.text) || LEANS.test(line.text)) continue
    new Together(reading, { sentence, line, whole }).tell(into)
  }
  return into
}

/** A consortium that has a name is for other readers. */
const mayTell = (named: readonly SentenceMention[]): boolean =>
  named.some(({ label }) => label === 'Hospital') && named.every(({ label }) => label !== 'Consortium')

/** What a line holds: one kind of consortium, and its bodies in their order. */
interface Whole {
  readonly kind: ConsortiumKind
  readonly kindAt: number
  readonly bodies: readonly string[]
  readonly lists: number
  /** Where the first list of bodies stands. */
  readonly listFrom: number
  readonly from: number
  readonly to: number
}

function wholeOf({ text, slots }: SlotLine): Whole | undefined {
  const places = [...slots.keys()]
  const [from, to] = [places[0] ?? 0, (places.at(-1) ?? 0) + 1]
  const kinds = [...slots].flatMap(([at, slot]) => (slot.slot === KIND ? [{ at, kind: slot.kind }] : []))
  const lists = [...slots.values()].filter(({ slot }) => slot === LIST)
  const listFrom = places.find((at) => slots.get(at)?.slot === LIST) ?? from
  const [told] = kinds
  if (told === undefined || kinds.some(({ kind }) => kind !== told.kind)) return undefined
  if (to - from > LONGEST || text.slice(from, to).includes('；')) return undefined
  const bodies = [...new Set(lists.flatMap((slot) => (slot.slot === LIST ? slot.entities : [])))]
  return { kind: told.kind, kindAt: told.at, bodies, lists: lists.length, listFrom, from, to }
}

class Together {
  private readonly reading: Reading
  private readonly sentence: Sentence
  private readonly line: SlotLine
  private readonly whole: Whole

  constructor(reading: Reading, { sentence, line, whole }: { sentence: Sentence; line: SlotLine; whole: Whole }) {
    this.reading = reading
    this.sentence = sentence
    this.line = line
    this.whole = whole
  }

  tell(into: Found): void {
    const bodies = this.whole.bodies.flatMap((entity) => this.mentionOf(entity) ?? [])
    const far = bodies.filter(({ entity }) => !isLocal(entity, this.reading))
    const own = bodies.filter(({ entity }) => isLocal(entity, this.reading))
    if (bodies.length < 2 || bodies.length !== this.whole.bodies.length) return
    if (far.length === 0) this.tellLed(own, into)
    else if (far.length === 1 && own.length === 1) this.tellTwo([...own, ...far], into)
  }

  /** 甲与乙、丙卫生院同属一个医共体: the one hospital leads those below it. */
  private tellLed(own: readonly SentenceMention[], into: Found): void {
    const heads = own.filter(({ label, attrs }) => label === 'Hospital' && attrs['kind'] !== 'primary')
    const below = own.filter(({ attrs }) => attrs['kind'] === 'primary')
    const [head, more] = heads
    if (head === undefined || more !== undefined || below.length === 0 || below.length + 1 !== own.length) return
    if (this.whole.kind === '专科联盟' || this.whole.lists > 2) return
    const claims = [head, ...below].map((body) => ({ body, role: body === head ? 'lead' : 'member' }))
    const { entity: unwritten, name } = ownedBy(head, { kind: this.whole.kind, start: 0, end: 0 })
    this.add({ entity: ownersIn(this.reading).called(name, head.entity, this.whole.kind)?.entity ?? unwritten, name }, claims, into)
  }

  /** 甲同乙是专科联盟合作伙伴: two that make one with each other. */
  private tellTwo([own, far]: readonly SentenceMention[], into: Found): void {
    if (own === undefined || far === undefined || ![own, far].every(({ label }) => label === 'Hospital')) return
    // 甲跻身乙的医联体: whose consortium it is, and what else is in it, is told.
    if (wordsOf(this.reading.lexicon).members.isIn(this.line.text)) return
    // 某集团与甲、乙结成医联体: both stand behind one 与, and somebody else before it.
    if (this.whole.lists === 1 && WITH.test(this.line.text.slice(0, this.whole.listFrom))) return
    const at = this.line.at[this.whole.kindAt] ?? 0
    const field = this.whole.kind === '专科联盟' ? fieldBefore(this.reading.lexicon, this.sentence.text, { at, floor: 0 }) : ''
    const kind = `${field}${this.whole.kind}`
    const name = `${own.name}—${far.name}${kind}`
    const isAgreed = isAgreedOnly(this.reading, this.sentence, [own.entity, far.entity])
    const members = isAgreed ? [] : [{ body: own }, { body: far }]
    const modality = this.add({ entity: consortiumId([own.entity, far.entity], kind), name }, members, into)
    if (modality === undefined) return
    const { start, end } = this.sentence
    const attrs = { form: FORM_OF[this.whole.kind] ?? '医联体', status: modality.status, ...dateIn(this.reading, this.sentence, modality) }
    const [subject, object] = [own.entity, far.entity]
    into.claims.push({
      kind: 'relation',
      type: 'COOPERATES_WITH',
      subject,
      object,
      attrs,
      local: 'subject',
      basis: 'text',
      start,
      end,
      rule: RULE,
    })
  }

  /** The memberships in a consortium, and when they are told to be; undefined where the sentence denies them. */
  private add(
    { entity, name }: { entity: string; name: string },
    members: readonly { body: SentenceMention; role?: string }[],
    into: Found,
  ): ReturnType<typeof toldModality> {
    const { from, to, kind } = this.whole
    const list = [...this.line.slots].find(([, slot]) => slot.slot === LIST)
    if (list?.[1].slot !== LIST) return undefined
    const cue = { role: 'member', side: 'either', pattern: KIND_WORD } as const
    const segment = { from: 0, to: this.line.text.length }
    const hit = { cue, list: list[1], from, to, listAt: list[0] }
    const modality = toldModality(this.reading, this.sentence, this.line, { hit, segment })
    if (modality === undefined) return undefined
    const { start, end } = this.sentence
    const { year } = dateIn(this.reading, this.sentence, modality)
    if (members.length > 0) into.mentions.push({ entity, label: 'Consortium', name, aliases: [], attrs: { kind }, start, end })
    for (const { body, role } of members) {
      const attrs = {
        ...(role === undefined ? {} : { role }),
        status: statusIn(this.reading, modality.status, year),
        ...(year === undefined ? {} : { year }),
      }
      into.claims.push(membershipIn(this.sentence, { subject: body.entity, object: entity, attrs, rule: RULE }))
    }
    return modality
  }

  private mentionOf(entity: string): SentenceMention | undefined {
    return (
      this.reading.mentions[this.sentence.index]?.find((mention) => mention.entity === entity) ??
      this.reading.mentions.flat().find((mention) => mention.entity === entity)
    )
  }
}
