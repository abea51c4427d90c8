/** Which places a clause names as those that run a program, other than the home that speaks. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import type { BareSpan } from './bare-text.ts'

/** A sentence with its names. */
interface Places {
  readonly reading: Reading
  readonly sentence: Sentence
  readonly mentions: readonly SentenceMention[]
}

/** A program in its clause, spans in `Sentence.text`. */
interface Told {
  readonly from: number
  readonly to: number
  readonly clause: BareSpan
  readonly betweenRegions: boolean
}

const NONE: readonly never[] = []
/** What may stand before the first of the places: 指导, 我省. */
const MOST_BEFORE = 4
const RUNS =
  /^(?:等?(?:\d+|[两三四五六七八九十]+)?[个家]?[县市区旗]*(?:（[县市区旗、]+）)?)?(?:[自从于早在]*(?:20\d\d|[去今前])年(?:\d{1,2}月)?(?:起|以来|开始|初|底|就|便)*，?)?(?:积极|成功|顺利|率先|全面|扎实|分别|[将要正]|正在|计划|拟|持续|连续|创新|大力|探索|已|曾)*(?:被?(?:列|确定|认定|命名|评)?为|被?列入|入选|被?纳入|开展|创建|启动|实施|推进|推行|实行|争创|通过|获评|获批|荣获|完成|创成|承担|做好|推出|试行|试点|打造|发起|创办|首创|首推|建立|引入|施行|铺开|被?授予)/u
/** 甲县、乙县通过评估，被评为健康促进县: the clause goes on with those of the one before. */
const GOES_ON = /^(?:并|且|均|都)*被?(?:评为|命名为|确定为|认定为|授予|获评)/u
const OF_LATE = /^[“"]?(?:(?:近年|近几年|多年|今年以?|去年以?)来|目前|截至目前|(?:20\d\d|去|今)年)?，?$/u
const IS_RUNNING =
  /^(?:近年来|今年以来|正在|正|已经?|也|还|持续|全面|深入|大力|积极|扎实|率先|创新)*(?:开展|实施|推进|推行|启动|推出|打造|实行|发起|铺开|试行)/u
const HAS_DONE = /^[市省]?(?:先后|已经?|共有?|现有|累计|连续|建成|拥有|成为|入选|获评|荣获|创成|率先)/u

/** The townships or counties of the home that a clause is about: 指导附海镇开展国家卫生镇创建. */
export function partsOfHome({ reading, sentence: { text }, mentions }: Places, { from, clause, betweenRegions }: Told): readonly string[] {
  if (betweenRegions) return NONE
  const isHome = (entity: string): boolean => reading.document.home.some((place) => place.id === entity)
  const start = GOES_ON.test(text.slice(clause.from, from)) ? clauseBefore(text, clause.from) : clause.from
  const places = mentions.filter(({ label, from: at, to, entity }) => label === 'District' && at >= start && to <= from && !isHome(entity))
  const own = places.findLastIndex((place, index) => index > 0 && isOwnItem(text, places[index - 1], place))
  const [first, ...others] = places.slice(Math.max(0, own))
  if (first === undefined || (own < 0 && first.from - start > MOST_BEFORE)) return NONE
  const list = [first]
  for (const place of others) {
    const last = list[list.length - 1] as SentenceMention
    // 青岚县云溪镇: the lower of two without a gap.
    if (place.from === last.to) list[list.length - 1] = place
    else if (/^[、和与及]$/u.test(text.slice(last.to, place.from))) list.push(place)
  }
  return RUNS.test(text.slice(list[list.length - 1]?.to)) ? list.map(({ entity }) => entity) : NONE
}

/** 推动甲县创建健康县、乙县启动国家卫生县城创建: each with what it runs. */
function isOwnItem(text: string, before: SentenceMention | undefined, { from, to }: SentenceMention): boolean {
  return before !== undefined && /[^、]、$/u.test(text.slice(before.to, from)) && RUNS.test(text.slice(to))
}

/** Where the clause begins that ends with the comma right before a place. */
function clauseBefore(text: string, at: number): number {
  if (text.charAt(at - 1) !== '，') return at
  let from = at - 1
  while (from > 0 && !/[，。；：！？\t|]/u.test(text.charAt(from - 1))) from--
  return from
}

/** 近年来，江州先后建成…, on a page of a county of 江州: the wider place with which a sentence begins is what it tells of. */
export function widerPlace({ reading, sentence: { text }, mentions }: Places, { from, clause, betweenRegions }: Told): string | undefined {
  const first = betweenRegions ? undefined : mentions.find((mention) => mention.label === 'District' && mention.to <= from)
  if (first === undefined || !reading.document.home.slice(0, -1).some((place) => place.id === first.entity)) return undefined
  // 江州正在实施…: the clause is about it.
  if (first.from - clause.from <= MOST_BEFORE && first.to > clause.from && IS_RUNNING.test(text.slice(first.to, from))) return first.entity
  return OF_LATE.test(text.slice(0, first.from)) && HAS_DONE.test(text.slice(first.to, from)) ? first.entity : undefined
}

/** 甲医院是青岚经开区深入开展…的举措: the place that a clause says to run the program, whoever stands before. */
export function toldToRun({ sentence: { text }, mentions }: Places, { from, clause, betweenRegions }: Told): string | undefined {
  if (betweenRegions) return undefined
  const place = mentions.findLast(({ label, from: at, to }) => label === 'District' && at > clause.from && to <= from)
  return place !== undefined && /[是系]$/u.test(text.slice(clause.from, place.from)) && RUNS.test(text.slice(place.to, from))
    ? place.entity
    : undefined
}

/** 国家儿童区域医疗中心（西北）在青岚市揭牌: where it is. */
export function seatAfter({ sentence: { text }, mentions }: Places, { to }: Told): string | undefined {
  const seat = mentions.find(({ label, from }) => label === 'District' && from >= to)
  return seat !== undefined && SEATED.test(text.slice(to, seat.from)) && OPENED.test(text.slice(seat.to)) ? seat.entity : undefined
}

const SEATED = /^[”"]?(?:（[^（）]{1,10}）)?(?:建设)?(?:项目)?(?:正式)?(?:在|落户)$/u
const OPENED = /^(?:正式|隆重)?(?:揭牌|挂牌|落户|落地|成立|启用|投用|开工|启动|建成|$|[，。；])/u

/** 学习推广甲省“乙”改革经验: who learns takes part, and not the place that it is learnt from. */
const LEARNS = /(?:学习|推广|借鉴|复制|吸收|对标|参照|运用)[^，。；]{0,8}$/u
const LEARNT_NAME = /(?:经验|做法|模式)$/u
const LEARNT = /^[”」』]?(?:的)?(?:工作|改革|先进|成功|典型|有益|好)*(?:经验|做法|模式)/u

/** 济南市的“泉城托”品牌: another place than the home, right before the name, with those that stand beside it in one list. */
export function ownersOf({ reading, sentence: { text }, mentions }: Places, { from, to, clause }: Told): readonly string[] {
  const at = mentions.findLastIndex((mention) => mention.label === 'District' && mention.to <= from && from - mention.to <= 2)
  const owner = mentions[at]
  if (owner === undefined || !/^的?[“「『]?$/u.test(text.slice(owner.to, from))) return NONE
  if (LEARNS.test(text.slice(clause.from, owner.from)) && (LEARNT.test(text.slice(to)) || LEARNT_NAME.test(text.slice(from, to))))
    return NONE
  if (reading.document.home.some((place) => place.id === owner.entity)) return NONE
  const owners = [owner]
  for (let index = at - 1; index >= 0; index--) {
    const mention = mentions[index]
    const next = owners[0]
    if (mention?.label !== 'District' || next === undefined || !/^[、和与及—-]{1,2}$/u.test(text.slice(mention.to, next.from))) break
    owners.unshift(mention)
  }
  return owners.map((mention) => mention.entity)
}
