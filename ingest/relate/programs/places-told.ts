/** Which places a clause names as those that run a program, other than the home that speaks. */
import type { Reading, SentenceMention } from '../../reading.ts'
import type { Sentence } from '../../read/sentence.ts'
import { partyOf } from '../sentence/place.ts'
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

/** 江州省卫生健康系统将“甲工程”扩大至…；启动“乙行动”: another place than the home, or a wider one, whose offices the sentence is about up to the program. */
export function officesTold({ reading, sentence: { text }, mentions }: Places, { from }: Pick<Told, 'from'>): string | undefined {
  const subject = mentions.findLast(
    (mention) =>
      mention.to <= from &&
      from - mention.to <= MOST_SINCE &&
      isSubject(mention) &&
      AT_CLAUSE_START.test(text.slice(Math.max(0, mention.from - MOST_OPENING), mention.from)),
  )
  if (subject === undefined || subject.label === 'Hospital') return undefined
  const party = partyOf(subject, reading)
  const since = text.slice(subject.to, from)
  if (party === reading.document.home.at(-1)?.id || OTHER_SUBJECT.test(since) || HELPS.test(since)) return undefined
  const tail = subject.label === 'District' ? (OFFICES.exec(since)?.[0] ?? '') : ''
  const does = subject.label === 'Institution' || tail !== '' ? OFFICES_DO : PLACE_DOES
  return does.test(since.slice(tail.length)) ? party : undefined
}

const isSubject = ({ label, attrs }: SentenceMention): boolean =>
  label === 'District' || label === 'Hospital' || (label === 'Institution' && attrs['kind'] === 'government')

/** 鲍某说，江州省… · 此外，青岚市… · 由江州省卫健委组织的“甲行”: the beginning of a clause, and what may stand there before its subject. */
const AT_CLAUSE_START =
  /(?:^|[，。；：])[“"]?(?:其中|此外|另外|同时|目前|随后|而|由|近年来?|今年以?来|去年以?来|(?:20\d\d|今|去)年(?:以来)?|[“"]?十[一二三四]五[”"]?(?:以来|期间|时期))?$/u
/** Whoever else is spoken of since. */
const OTHER_SUBJECT =
  /(?:^|[，。；：])(?:同时|此外)?，?(?:我[省市县区旗州院]|全[省市县区旗州](?:卫|医|各|上下)|当地|本地|双方|两[地省市县院]|各[地县市区])|[与和同跟](?:我|当地|对方)/u
/** 省卫健委帮助创建某中心: whoever is helped runs it. */
const HELPS = /(?:支持|帮助|指导|协助|助力|帮扶|资助)[^，。；“”]{0,16}$/u
const MOST_SINCE = 120
/** What may stand before a subject is shorter. */
const MOST_OPENING = 16
const OFFICES =
  /^(?:省|自治区|市|区|县)?(?:卫生健康|卫生计生|卫生和计划生育|卫健|卫计|卫生|医疗卫生|医药卫生|医疗|中医药|疾控)(?:系统|工委|委员会|委|局|部门|行业|战线)/u
const OFFICES_DO =
  /^(?:的?[党][^，。；]{0,4})?(?:近年来|今年以来|先后|累计|已|正|还|也|均|共|再次|首次|积极|坚持|紧扣|围绕|聚焦|根据|着眼|立足|充分|全力|持续|深入|大力|不断|率先|统筹|精心|专门|联合|按照)*[^，。；]{0,16}?(?:将|把|实施|启动|开展|安排|选派|派出|组织|探索|投入|推动|推进|打造|创新|发起|推出|设立|建立|坚持|紧扣|围绕|聚焦|根据|着眼|立足|明确|部署|主办|举办|策划|牵头|深化)/u
const PLACE_DOES =
  /^(?:省)?内?(?:还|也|已|先后|累计|坚持|积极|持续|率先|全面|深入|扎实)*(?:将[“"]|把[“"]|实施|开展|启动|推进|推动|坚持|聚焦|通过[^，。；、]{0,8}[“"]?$|\d+[家个所名]|探索|安排|选派|派出|投入|累计投入|组织|发起|主办)/u

/** 国家儿童区域医疗中心（西北）在青岚市揭牌: where it is. */
export function seatAfter({ sentence: { text }, mentions }: Places, { to }: Told): string | undefined {
  const seat = mentions.find(({ label, from }) => label === 'District' && from >= to)
  if (seat === undefined) return undefined
  // 省级区域医疗中心（青岚市）
  const isBracketed = /^[（(]$/u.test(text.slice(to, seat.from)) && /^[）)]/u.test(text.slice(seat.to))
  return isBracketed || (SEATED.test(text.slice(to, seat.from)) && OPENED.test(text.slice(seat.to))) ? seat.entity : undefined
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
