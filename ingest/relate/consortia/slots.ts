/** A sentence as slots: each consortium, list of bodies and kind word one character, so that member lists read in any order. */
import type { Mention, RelationClaim } from '../../../cypher/model/index.ts'
import type { Reading, SentenceMention } from '../../reading.ts'
import { spanOf, type Sentence } from '../../read/sentence.ts'
import { bodyMeant, type NamedBefore } from './slot-references.ts'
import type { GroupMeant } from './anaphora.ts'
import { kindWords, type ConsortiumKind } from './kind.ts'
import { unitTable } from '../sentence/unit-table.ts'

/** Wide letters stand for the slots: the reading form of a sentence has none. */
export const GROUP = 'Ｃ'
export const LIST = 'Ｌ'
export const KIND = 'Ｋ'

export interface ListSlot {
  readonly slot: typeof LIST
  /** The bodies of the list, left to right. */
  readonly entities: readonly string[]
  readonly names: readonly string[]
  /** Those with a note that they lead: 甲医院（总院）. */
  readonly heads: ReadonlySet<string>
  /** Whether 与 parts them: 甲与乙、丙. */
  readonly isPaired: boolean
  /** How many stand before that 与; 0 where none parts them. */
  readonly pairedAt: number
  /** How many stand before each 和: 甲、乙和丙、丁 has one before which two stand. */
  readonly groupEnds: readonly number[]
}
export interface GroupSlot {
  readonly slot: typeof GROUP
  readonly consortium: SentenceMention
  /** Whether the sentence names it not: 乙牵头的|有丙. */
  readonly isMade?: true
}
export interface KindSlot {
  readonly slot: typeof KIND
  readonly kind: ConsortiumKind
}
export type Slot = ListSlot | GroupSlot | KindSlot

/** `text[i]` stands at `at[i]` of the sentence; `slots` by their place in `text`. */
export interface SlotLine {
  readonly text: string
  readonly at: readonly number[]
  readonly slots: ReadonlyMap<number, Slot>
}

const KIND_TOLD = new RegExp(
  `(?:紧密型|松散型|新型|城市|县域|区域|市域)*(?:(${kindWords.医联体})|(${kindWords.医共体})|(专科联盟|专病联盟)|(${kindWords.医疗集团})|(远程协作网))`,
  'uy',
)
/** Units with which a kind word begins. */
const KIND_OPENS = unitTable('紧松新城县区市医健专远')
const KINDS: readonly ConsortiumKind[] = ['医联体', '医共体', '专科联盟', '医疗集团', '远程协作网']
const MUTE = '“”‘’《》"'
const OURS = /[我本]院(?!区|落|士|校|感)/uy
/** 甲（总院）、乙 · 甲，以及乙 · 甲、爱心门诊部、乙 · 甲（2）乙 */
const NOTE = '(?:（[^（）]{0,14}）)?'
const NUMBER =
  '(?:\\d{1,2}[.．、]|（\\d{1,2}）|[①-⑳]|(?:民营|公立|私立|社会办|下属|所属|所辖|辖区内?|原|[我本][省市县区旗州]|[省市县区州][内外]|外[省市]|全?[市县区]直|经开区|高新区|开发区)的?)?'
const UNREAD =
  '(?:、?(?:(?![与和同跟由被把将为是在并及以])[〇㐀-鿿]){1,12}(?:医院|卫生院|保健院|服务中心|门诊部|服务站|防治院|[皮精结职口眼传]防院|精神病院|防治[所站]|[皮结口牙]防所|急救中心|疾控中心))?'
/** 甲卫生院、乙卫生院|、丙便民服务中心卫生院|为分院: what no table knows at the end of a list. */
const UNREAD_TAIL =
  /^(?:、(?:(?![与和同跟由被把将为是在并])[〇㐀-鿿]){2,12}(?:医院|卫生院|保健院|服务中心))+(?![〇㐀-鿿]{0,3}(?:专家|医师|医生))/u
/** 甲、乙两所院校|与丙、丁 */
const COUNTED =
  '(?:(?:等|共|共计)?(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})[家所个处](?:乡镇|镇街|基层)?(?:院校|高校|大学|医院|医疗机构|卫生院|社区卫生服务中心|单位)?)?'
const JOINT = new RegExp(`^${NOTE}${COUNTED}${UNREAD}(?:、|[，、]?(?:和|及|以及|还有|暨|加上|连同|及其)|[与跟])${NUMBER}$`, 'u')
const PAIRED = /[与跟]$/u
const HEAD_NOTE = /^（(?:[^（）]{0,4})?(?:牵头|总院|总医院|龙头|组长|盟主|核心|主院|本部)/u
/** 等12家基层医疗机构, 三家医院 */
const COUNT_AFTER =
  /^(?:（[^（）]{0,14}）)?(?:等)?(?:共(?=[\d一二两三四五六七八九十])|首批|共计)?(?:\d{1,4}|(?!一[起同道并致律])[一二两三四五六七八九十]{1,3}|多|数)?余?[家所个]?(?:(?:基层|乡镇|镇街|县级|区级|市级|医疗|卫生|健康|（中心）)*(?:机构|卫生院|医院|中心|单位|院校|高校)(?![是为任]|会))?/u

/** 甲、乙|及全区21家社区卫生服务中心（含分中心）|组成, 甲、乙|和12家乡镇卫生院: those that only their number tells, at the end of a list. */
const CLASS_AFTER =
  /^(?:、|以?及|和)(?:全[县市区州旗]|[我本][县市区州旗]|辖区内?|所辖|下辖|其他|其余|所有|另外|周边|部分|各|的){0,2}(?:\d{1,3}|[一二两三四五六七八九十]{1,3})余?[家个所](?:基层|乡镇|镇街|街道|镇|乡|社区|医疗|卫生|健康|服务|民营|专科|村|（街道）|（乡）|（镇）){0,5}(?:机构|卫生院|医院|中心|单位|卫生室|服务站)(?:（[^（）]{0,12}）)?/u

/** 总医院下设城关分院: a part of the consortium itself, whichever hospital it is taken for. */
const PART = /^[〇㐀-鿿]{2,4}分院$/u

function isBody({ label, attrs, from, to }: SentenceMention, text: string): boolean {
  if (label === 'Hospital' && attrs['kind'] === 'campus' && PART.test(text.slice(from, to))) return false
  return label === 'Hospital' || (label === 'Institution' && attrs['kind'] !== 'government' && attrs['kind'] !== 'company')
}

/** 下设青岚镇分院|（青岚镇卫生院）、云溪镇分院（|云溪镇卫生院）: it is the one in the bracket that is meant. */
const isGlossedBranch = ({ attrs, to }: SentenceMention, text: string): boolean =>
  attrs['kind'] === 'campus' && text.endsWith('分院', to) && GLOSS.test(text.slice(to, to + LONGEST_GLOSS))
const GLOSS = /^（[〇㐀-鿿]{3,20}(?:院|中心)）/u
const LONGEST_GLOSS = 24
const NEXT_GLOSSED = /^）[、和及][〇㐀-鿿]{2,10}分院（$/u

const LONGEST_TAIL = 60

/** 8个分院（甲医院，乙医院）: commas part the names of a list there. */
const isInBrackets = (text: string, at: number): boolean => text.lastIndexOf('（', at) > text.lastIndexOf('）', at)

interface Draft {
  from: number
  to: number
  slot: Slot
}

/** Bodies that stand side by side become one list. */
function drafts(mentions: readonly SentenceMention[], text: string): Draft[] {
  const found: Draft[] = []
  for (const mention of mentions) {
    if (mention.label === 'Consortium') {
      found.push({ from: mention.from, to: mention.to, slot: { slot: GROUP, consortium: mention } })
      continue
    }
    if (!isBody(mention, text) || isGlossedBranch(mention, text)) continue
    const heads = HEAD_NOTE.test(text.slice(mention.to, mention.to + 12)) ? [mention.entity] : []
    const last = found.at(-1)
    const between =
      last?.slot.slot === LIST && mention.from - last.to <= 40 ? text.slice(last.to, mention.from).replace(NEXT_GLOSSED, '、') : ''
    if (last?.slot.slot === LIST && (JOINT.test(between) || (between === '，' && isInBrackets(text, mention.from)))) {
      const { slot } = last
      last.to = mention.to
      last.slot = {
        slot: LIST,
        entities: [...slot.entities, mention.entity],
        names: [...slot.names, mention.name],
        heads: new Set([...slot.heads, ...heads]),
        isPaired: slot.isPaired || PAIRED.test(between),
        pairedAt: slot.pairedAt === 0 && PAIRED.test(between) ? slot.entities.length : slot.pairedAt,
        groupEnds: /[和及]/u.test(between) ? [...slot.groupEnds, slot.entities.length] : slot.groupEnds,
      }
    } else
      found.push({
        from: mention.from,
        to: mention.to,
        slot: {
          slot: LIST,
          entities: [mention.entity],
          names: [mention.name],
          heads: new Set(heads),
          isPaired: false,
          pairedAt: 0,
          groupEnds: [],
        },
      })
  }
  for (const [index, draft] of found.entries()) {
    if (draft.slot.slot !== LIST) continue
    const tail = draft.slot.entities.length > 1 ? (UNREAD_TAIL.exec(text.slice(draft.to, draft.to + LONGEST_TAIL))?.[0].length ?? 0) : 0
    const end = draft.to + tail
    const counted = end + (COUNT_AFTER.exec(text.slice(end, end + 40))?.[0].length ?? 0)
    const to = counted + (CLASS_AFTER.exec(text.slice(counted, counted + 40))?.[0].length ?? 0)
    // 甲（乙医共体成员单位）: what a bracket names is told beside it.
    if (to <= (found[index + 1]?.from ?? to)) draft.to = to
  }
  return found.filter(({ to, slot }, index) => index === 0 || slot.slot !== LIST || !OF_TITLE.test(text.slice(to, to + LONGEST_TITLE)))
}

/** 是联盟成员单位，乙、丙|协作医院: whose title somebody else bears neither leads nor joins. */
const OF_TITLE =
  /^的?(?![为是系作任担成]|.{0,8}(?:联盟|医联体|医共体|集团))[〇㐀-鿿“”]{0,7}(?:协作|合作|帮扶|支援|援建|教学|实习|指导|会诊|转诊|培训|支持)(?:医院|单位|基地)(?=[，、。；”]|$)/u
const LONGEST_TITLE = 16

/** Stands for a consortium that is told by its kind alone; what semicolons part are several. */
export const UNNAMED = 'consortium/unnamed'

/** 以甲为总院的|一个, 乙当总院的|那个, 丙牵头|的，: one of several that were counted. */
const ONE_OF =
  /(?:另外?|第)?[一二三四那这另][个家](?=$|[，：；。由以是为])|(?<=总院|总医院|龙头|牵头|领衔|盟主|牵头医院|牵头单位)的(?=[，：])/uy

/** 甲牵头的医共体有乙，丙牵头的|有丁: another of the kind told before. */
const LED_TOO =
  /(?<=(?:总院|总医院|龙头|牵头|领衔|牵头医院|牵头单位))的(?=[则也就还现共]*(?:有|包括|包含|含|覆盖|涵盖|下辖|辖|管辖|下设|由|是))/uy

/** The consortium of a kind that the body told last leads. */
function ledToo(line: string, slots: ReadonlyMap<number, Slot>, place: number): GroupSlot | undefined {
  const list = slots.get(line.lastIndexOf(LIST))
  const before = [...slots.values()].findLast(({ slot }) => slot !== LIST)
  if (list?.slot !== LIST || list.entities.length !== 1 || before === undefined || before.slot === LIST) return undefined
  const kind = before.slot === GROUP ? String(before.consortium.attrs['kind']) : before.kind
  const [entity, name] = [String(list.entities[0]).replace(/^\w+/, 'consortium') + kind, `${list.names[0] ?? ''}${kind}`]
  const span = { start: place, end: place + 1, from: place, to: place + 1 }
  return { slot: GROUP, isMade: true, consortium: { entity, label: 'Consortium', name, aliases: [], attrs: { kind }, ...span } }
}

/** The consortia without a name in a line of which claims tell. */
export function mentionsMade(sentence: Sentence, { slots }: SlotLine, claims: readonly RelationClaim[]): Mention[] {
  return [...slots.values()].flatMap((slot) => {
    if (slot.slot !== GROUP || slot.isMade !== true) return []
    const { from, to, ...mention } = slot.consortium
    return claims.some(({ object }) => object === mention.entity) ? [{ ...mention, ...spanOf(sentence, from, to) }] : []
  })
}

/** A kind word that stands for the consortium itself. */
export function unnamed(kind: ConsortiumKind, from: number, to: number, line: string): GroupSlot {
  const entity = `${UNNAMED}/${line.split('；').length}/${kind}`
  return {
    slot: GROUP,
    consortium: { entity, label: 'Consortium', name: kind, aliases: [], attrs: { kind }, start: from, end: to, from, to },
  }
}

/** What else than its names is a slot of a line. */
interface SlotOptions {
  /** A kind word is a consortium as well. */
  readonly unnamed?: true
  /** Words like 一个, 另一个, 那个 are consortia of this kind, for so many of them were counted; and its own word is none. */
  readonly counted?: ConsortiumKind | undefined
  /** Words that stand for consortia named before. */
  readonly meant?: readonly GroupMeant[]
}

const NONE: readonly GroupMeant[] = []

/** The slots of a sentence in their text. */
export function slotLine(reading: Reading, sentence: Sentence, options: SlotOptions = {}): SlotLine {
  const { unnamed: isUnnamed, counted, meant: groups = NONE } = options
  const { text } = sentence
  const { speaker } = reading.document
  const found = drafts(reading.mentions[sentence.index] ?? [], text)
  const slots = new Map<number, Slot>()
  const at: number[] = []
  let line = ''
  let pair: readonly string[] | undefined
  const put = (slot: Slot, from: number): void => {
    slots.set(line.length, slot)
    line += slot.slot
    at.push(from)
  }
  let next = 0
  for (const { word, consortium } of groups) if (word === '') put({ slot: GROUP, consortium }, 0)
  for (let place = 0; place < text.length;) {
    while ((found[next]?.from ?? Infinity) < place) next++
    const draft = found[next]
    // 由原青岚县医院、云溪镇卫生院组成: what it was called.
    if (draft?.from === place + 1 && draft.slot.slot === LIST && text.charAt(place) === '原') {
      place++
      continue
    }
    if (draft?.from === place) {
      put(draft.slot, place)
      place = draft.to
      continue
    }
    const group = groups.find(({ word }) => word !== '' && text.startsWith(word, place))
    if (group !== undefined) {
      put({ slot: GROUP, consortium: group.consortium }, place)
      place += group.word.length
      continue
    }
    const one = counted === undefined ? undefined : matchAt(ONE_OF, text, place)
    if (one !== undefined && counted !== undefined) {
      put(unnamed(counted, place, place + one[0].length, '；'.repeat(slots.size)), place)
      place += one[0].length
      continue
    }
    const first = text.charAt(place)
    const too = first !== '的' || matchAt(LED_TOO, text, place) === undefined ? undefined : ledToo(line, slots, place)
    if (too !== undefined) {
      put(
        isUnnamed === undefined ? too : unnamed(too.consortium.attrs['kind'] as ConsortiumKind, place, place + 1, '；'.repeat(slots.size)),
        place,
      )
      place++
      continue
    }
    const kind = KIND_OPENS[text.charCodeAt(place)] === 1 ? matchAt(KIND_TOLD, text, place) : undefined
    const ours = speaker !== null && (first === '我' || first === '本') ? matchAt(OURS, text, place) : undefined
    const meantBody = kind === undefined && ours === undefined ? bodyMeant(reading, sentence, place, () => namedIn(slots)) : undefined
    const limit = draft?.from ?? text.length
    if (kind !== undefined && place + kind[0].length <= limit) {
      const index = kind.slice(1).findIndex((word) => word !== undefined)
      const name = KINDS[index] ?? '医联体'
      put(isUnnamed === undefined ? { slot: KIND, kind: name } : unnamed(name, place, place + kind[0].length, line), place)
      place += kind[0].length
    } else if (ours !== undefined && speaker !== null) {
      put({ slot: LIST, entities: [speaker], names: [], heads: new Set(), isPaired: false, pairedAt: 0, groupEnds: [] }, place)
      place += 2
    } else if (meantBody !== undefined) {
      put({ slot: LIST, entities: meantBody.entities, names: [], heads: new Set(), isPaired: false, pairedAt: 0, groupEnds: [] }, place)
      place += meantBody.length
    } else {
      const order = ['前者', '后者'].indexOf(text.slice(place, place + 2))
      // 后者 is of the pair of which 前者 was told.
      if (order >= 0) pair ??= pairBefore(slots)
      const meant = order < 0 ? undefined : pair?.[order]
      if (meant !== undefined) {
        put({ slot: LIST, entities: [meant], names: [], heads: new Set(), isPaired: false, pairedAt: 0, groupEnds: [] }, place)
        place += 2
        continue
      }
      // “甲联盟成员单位”“乙协作医院”: two titles.
      const mark = text.startsWith('”“', place) ? '、' : first
      if (!MUTE.includes(mark)) {
        line += mark
        at.push(place)
      }
      place++
    }
  }
  return { text: line, at, slots }
}

/** 甲、乙各管一片，前者…后者: the two that were named last. */
function pairBefore(slots: ReadonlyMap<number, Slot>): readonly string[] | undefined {
  const pair = [...slots.values()].findLast((slot) => slot.slot === LIST && slot.entities.length === 2)
  if (pair?.slot === LIST) return pair.entities
  const singles = singlesIn(slots)
  return singles.length === 2 ? singles : undefined
}

function namedIn(slots: ReadonlyMap<number, Slot>): NamedBefore {
  const lists = [...slots.values()].flatMap((slot) => (slot.slot === LIST && slot.entities.length > 1 ? [slot.entities] : []))
  const paired = [...slots.values()].find((slot) => slot.slot === LIST && slot.pairedAt > 0)
  const behindWith = paired?.slot === LIST ? paired.entities.slice(paired.pairedAt) : undefined
  return { alone: singlesIn(slots), lists, behindWith }
}

/** The bodies that stand alone, and not in a list, in their order. */
function singlesIn(slots: ReadonlyMap<number, Slot>): readonly string[] {
  const alone = [...slots.values()].flatMap((slot) => (slot.slot === LIST && slot.entities.length === 1 ? slot.entities : []))
  return [...new Set(alone)]
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place
  return pattern.exec(text) ?? undefined
}
