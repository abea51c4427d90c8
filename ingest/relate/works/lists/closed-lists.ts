/** 加快甲、乙等7个在建项目进度; 今年实施的重大项目有甲、乙、丙新院等: bare names that are works, as their list is one of projects that are built. */
import { matchesOf } from '../../../grammar/matches.ts'
import type { WorksObject } from '../objects/objects.ts'
import { isNameless, namelessItems, splitNameless } from '../objects/nameless-items.ts'
import type { Place } from '../place.ts'
import type { WorksWords } from '../objects/words.ts'
import { afterGloss } from '../objects/tail.ts'
import { NUMBER } from './counts.ts'
import { JOINT } from './point.ts'

/** Stages and deeds that only what is built has. */
const BUILT =
  '在建|续建|结转|拟建|待建|拟?新开工|拟开工|已?开工|竣工|已?建成|储备|谋划|前期|新建|迁建|改扩建|扩建|改建|改造|重建|搬迁|基建|基本建设|建设'
/** What else a count of such projects says of them: nothing that tells another sort. */
const PLAIN =
  '重[点大]|民生|实事|社会事业|政府|投资|专项债券?|国债|中央|预算内|基础设施|医疗|卫生|健康|医药|公共|事业|提质(?=改造)|提升(?=改造)|升级(?=改造)|异地|整体|[省市县区州国]级|[省市县区][直属]|县[市区]|[省市县区]|医院|类|、|和|与|及|、|的'
const IS_RANKED = /次中心|社区医院/u
const HOUSES_BEHIND = /^[^。；]{0,40}?(?:主体|封顶|结顶|竣工|完工|开工|动工|施工|完成投资|总投资|装修)/u
const NO_HOUSES = String.raw`(?!(?:的)?(?:单位|负责|责任|法人|主管|专员|经理|组|部|办|专班|合作|试点|培训|资金|经费|管理人|支出|点(?!火)|化|库))`
/** 甲、乙两个县域医疗次中心建设项目: what each is to be; as well a title, so that what is said behind must be of houses. */
const RANKED = '县域医疗(?:卫生)?次中心|社区医院'
const SORT = `(?:${RANKED}|${BUILT}|${PLAIN})`

/** 等9个储备和谋划项目 · 等一批重点工程 · 两个在建项目. */
const CLOSED = new RegExp(
  `(?:等(?:${NUMBER}[个大项处]|一批|多个|若干)?|“?${NUMBER}[个大项处]|一批)(?<sort>${SORT}{0,8})(?:项目|工程)”?${NO_HOUSES}`,
  'gu',
)
/** 今年确定实施的重大项目有 · 全市开工建设的卫生项目包括. */
const OPENED = new RegExp(
  `(?<lead>[^，。；：]{0,30}?)(?<sort>${SORT}{1,8})(?:项目|工程)(?:${NUMBER}[个项])?(?:，|，其中|中)?(?:主要|共|共有|分别)?(?:(?:有|包括|包含|涵盖|为|是)了?：?|：)$`,
  'u',
)
/** 甲、乙（均为市级重点项目）: what a bracket says of all before it. */
const GLOSSED =
  /（(?:均|都|皆|全部|同)(?:为|是|系|属|列入|纳入)[^（）。；]{0,16}(?:重[点大]|建设|在建|续建|新建|基建)(?:建设|民生|卫生|医疗)*(?:项目|工程)[^（）。；]{0,4}）/gu
const OF_BUILDING = new RegExp(BUILT, 'u')
/** 项目竣工 · 项目年内开工建设 · 项目建设: what is said of all behind them. */
const DONE_BEHIND =
  /^(?:的)?(?:，?(?:目前|现|均|都|已|正在|正|全部|抓紧|加快|编制|开展|办理|完成|进行|推进|进入|处于|的)*(?:前期|可研|可行性研究|立项|环评|选址|招标|勘察|规划设计|方案设计|初步设计|初设|报批|土地征收|征地)|进度|[\d年月日底初前后内中上下半已将全部均正式如期顺利按期陆续相继集中先后力争确保今明落地]{0,12}(?:开工|动工|竣工|完工|封顶|结顶|主体|投用|投入使用|交付|建成|启用|复工|建设|施工|落成|奠基|投产))/u
/** 甲楼、乙中心等8个项目压茬推进, 甲新院、乙院区5个项目入选省重点项目: it holds of works where one of the list is a house. */
const PUSHED_BEHIND =
  /^(?:建设)?(?:目前|正在|正|全部|均|都|已)*(?:压茬|有序|加快|稳步|全力|扎实|顺利|加速|抓紧|持续|强力|协同|同步)+(?:推进|实施|建设)|^(?:成功|顺利|已|被|均|全部)*(?:入选|列入|纳入|入围|获批|争取)[^，。；]{0,12}(?:重点|重大|预算内|专项|债券|国债|储备)/u
/** 3个项目总投资18亿元，均已封顶 · 两个项目列入专项债项目库: further on, what only works are said to be. */
const SAID_BEHIND =
  /^(?:建设)?[^。；]{0,36}?(?:总?投资[^，。；]{0,8}\d|齐头并进|概算|建筑面积|[封结]顶|主体|桩基|土建|基坑|破土|奠基|(?:列[入为]|纳入|入选|入围|进入|入库)[^，。；科研学]{0,16}(?:重[点大](?:建设)?(?:项目|工程)|专项债|债券|国债|项目库|储备库|预算内|投资计划|规划|民生实事))/u
const FAR_BEHIND = 64
/** 力争建成投用甲 · 新开工甲: what is done to all before them. */
const DONE_BEFORE =
  /(?:开工(?:建设)?|动工(?:建设)?|开建|续建|新建|迁建|扩建|改造|竣工|完工|建成(?:投用|启用)?|投入使用|投用|谋划(?:建设|实施|推进|储备)?|储备|筹建|规划建设)了?$/u
/** 加快推动甲、乙等项目。 */
const PUSHED_BEFORE = /(?:推进|推动|加快|促进|抓好|抓紧|保障|统筹|服务)(?:实施|建设|做好)?了?$/u
const PUSHED_ONLY = /^(?:建设|落地|实施|进度)*(?:$|[，。；])/u
/** 等新建与改扩建工程: each is one of them, and nobody knows which. */
const SEVERAL_KINDS = /[建造][和与及、](?:新建|迁建|改?扩建|改建|改造|重建)/u
/** Other items between the last name that is read and the count of all. */
const REST = /^(?:$|[、和及与][^，。；：的由]*$)/u
/** 医院组织甲、乙等项目…: who does something with others. */
const NOT_LIST = /[由被对向与在到赴]$/u
const LONGEST = 120
const MOST_BEHIND = 24
const LONGEST_HEAD = 44
const FEWEST = 2

interface Span {
  readonly from: number
  readonly to: number
  /** What the count says is done to each: 2个提质改造项目. */
  readonly built?: string
}

/** The objects of a sentence, with the bare names of such lists as works. */
export function asClosed(objects: readonly WorksObject[], place: Place): readonly WorksObject[] {
  const { text } = place.sentence
  if (!/项目|工程/u.test(text) || !objects.some((object) => isMendable(object, place.words))) return objects
  const solid = withoutDoubles(objects).flatMap((object) => splitNameless(object, place.words))
  const lists = [...closedIn(solid, text), ...glossedIn(solid, text), ...openedIn(solid, text)]
  const mended = solid.map((object) => {
    const list = isMendable(object, place.words) ? lists.find((one) => isItem(object, one, text)) : undefined
    if (list !== undefined) return asWorks(object, list, place.words)
    return isCounted(object, text) ? { ...object, tail: builtIn(object.tail) } : object
  })
  const others = lists.flatMap((list) => namelessItems(mended, list, place))
  return others.length === 0 ? mended : [...mended, ...others].sort((a, b) => a.from - b.from)
}

/** Without houses that are read a second time as what a name of the list is called. */
function withoutDoubles(objects: readonly WorksObject[]): readonly WorksObject[] {
  const named = objects.filter(({ owners }) => owners.length > 0)
  return objects.filter(({ owners, from, to }) => owners.length > 0 || !named.some((one) => one.from < to && from < one.to))
}

function isMendable({ tail, owners, needs }: WorksObject, words: WorksWords): boolean {
  if (needs === 'nothing') return owners.length > 0 && OF_BATCH.test(tail)
  return owners.length === 0 ? CENTRE.test(tail) || isNameless(tail, words) : tail === '' || OF_BATCH.test(tail) || HOUSE.test(tail)
}

/** 省应急指挥中心: a service that begins with its house. */
const CENTRE = /^[省市县区州旗][〇㐀-鿿]{2,16}(?:中心|基地|医院)$/u

/** 一批储备项目 behind 甲、乙等: the count, read as what is built. */
const OF_BATCH = new RegExp(`^(?:(?:一批|多个|若干|${NUMBER}[个大项处])${SORT}{0,8}|${SORT}{1,8})(?:项目|工程)(?:建设)?$`, 'u')

/** Works already, whose name is but the count of all: 十大卫生重点工程. */
function isCounted({ owners, tail }: WorksObject, text: string): boolean {
  return owners.length > 0 && OF_BATCH.test(tail) && (BATCH.test(tail) || text.includes(`等${tail}`))
}

/** 3个改扩建项目: what is done to each. */
const builtIn = (tail: string): string => /(?:改扩建|扩建|迁建|改造|改建|重建|搬迁)(?:项目|工程)/u.exec(tail)?.[0] ?? '建设'

const BATCH = new RegExp(`^(?:一批|多个|若干|${NUMBER}[个大项处])`, 'u')

function asWorks(object: WorksObject, { built }: Span, words: WorksWords): WorksObject {
  const owner = object.owners.at(-1)
  if (owner === undefined || (object.tail !== '' && !OF_BATCH.test(object.tail))) return { ...object, needs: 'nothing' }
  const tail = object.tail === '' && built !== undefined ? built : builtIn(object.tail)
  const works = object.works ?? words.kindOf(tail.replace(/(?:项目|工程)$/u, ''))
  return { ...object, tail, works, to: owner.to, needs: 'nothing', rule: 'works/shared-object' }
}

/** Lists at whose end all are counted as projects that are built. */
function closedIn(objects: readonly WorksObject[], text: string): readonly Span[] {
  return matchesOf(CLOSED, text).flatMap((end) => {
    const from = clauseAt(text, end.index)
    const to = end.index
    const items = objects.filter((object) => object.from >= from && endOf(object) <= to)
    const [first, last] = [items[0], items.at(-1)]
    if (first === undefined || last === undefined) return []
    const rest = text.slice(afterGloss(text, endOf(last)), to)
    if (!REST.test(rest) || (rest !== '' && !end[0].startsWith('等'))) return []
    const behind = text.slice(to + end[0].length, to + end[0].length + MOST_BEHIND)
    if (SEVERAL_KINDS.test(end[0])) return []
    if (IS_RANKED.test(end[0]) && !HOUSES_BEHIND.test(text.slice(to + end[0].length, to + end[0].length + FAR_BEHIND))) return []
    const isBuilt =
      OF_BUILDING.test(end.groups?.['sort'] ?? '') ||
      DONE_BEHIND.test(behind) ||
      SAID_BEHIND.test(text.slice(to + end[0].length, to + end[0].length + FAR_BEHIND)) ||
      (PUSHED_BEFORE.test(text.slice(from, first.from)) && PUSHED_ONLY.test(behind)) ||
      (PUSHED_BEHIND.test(behind) && items.some(({ from, to }) => HOUSE.test(text.slice(from, to)))) ||
      DONE_BEFORE.test(leadOf(solidBefore(objects, from), text, { from, to: first.from }))
    return isBuilt ? [{ from, to, built: builtIn(end[0]) }] : []
  })
}

/** 先后建成甲医院大楼，乙中心、丙中心等一批项目: works that end right at the comma before a list begin it. */
function solidBefore(objects: readonly WorksObject[], from: number): WorksObject | undefined {
  return objects.findLast(({ to }) => to === from - 1)
}

function leadOf(before: WorksObject | undefined, text: string, { from, to }: Span): string {
  const lead = text.slice(from, to)
  return lead !== '' || before === undefined || text.charAt(from - 1) !== '，' ? lead : text.slice(clauseAt(text, before.from), before.from)
}

/** Lists of which the bracket behind them says that all are projects of building. */
function glossedIn(objects: readonly WorksObject[], text: string): readonly Span[] {
  if (!text.includes('（')) return []
  return matchesOf(GLOSSED, text).flatMap(({ index: to }) => {
    const from = clauseAt(text, to)
    const items = objects.filter((object) => object.from >= from && endOf(object) <= to)
    const last = items.at(-1)
    const end = last === undefined ? 0 : endOf(last)
    return items.length >= FEWEST && (end === to || afterGloss(text, end) === to || afterGloss(text, end) > to) ? [{ from, to }] : []
  })
}

/** Where the name of an item ends; what counts all of them is no part of it. */
function endOf({ owners, tail, to }: WorksObject): number {
  return tail === '' || OF_BATCH.test(tail) ? (owners.at(-1)?.to ?? to) : to
}

function clauseAt(text: string, at: number): number {
  let from = at
  while (from > 0 && at - from < LONGEST && !'，。；：\t'.includes(text.charAt(from - 1))) from--
  return from
}

/** Lists that are opened as projects: all of their items are bodies or works, and their head or one of them says that they are built. */
function openedIn(objects: readonly WorksObject[], text: string): readonly Span[] {
  const lists: Span[] = []
  for (let index = 0; index < objects.length; index++) {
    const first = objects[index]
    if (first === undefined || first.from <= (lists.at(-1)?.to ?? 0)) continue
    const head = OPENED.exec(text.slice(Math.max(0, first.from - LONGEST_HEAD), first.from))?.groups
    if (head === undefined) continue
    const items = itemsFrom(objects, index, text)
    const last = items.at(-1)
    if (last === undefined || items.length < FEWEST) continue
    if (OF_BUILDING.test(`${head['lead'] ?? ''}${head['sort'] ?? ''}`) || items.some(({ tail }) => HOUSE.test(tail)))
      lists.push({ from: first.from, to: last.to })
  }
  return lists
}

const HOUSE = /楼|新[院址区]|院区|迁建|扩建|改造|新建|[一二三四]期/u
const END = /^(?:$|[，。；]|等|\d|[一二两三四五六七八九十][个项])/u

/** The objects of a list from its first; none where something stands between them or behind the last. */
function itemsFrom(objects: readonly WorksObject[], index: number, text: string): readonly WorksObject[] {
  const items: WorksObject[] = []
  for (let at = index; at < objects.length; at++) {
    const object = objects[at]
    const last = items.at(-1)
    if (object === undefined) break
    if (last !== undefined && !JOINT.test(text.slice(afterGloss(text, last.to), object.from))) break
    items.push(object)
  }
  const end = afterGloss(text, items.at(-1)?.to ?? 0)
  return END.test(text.slice(end, end + 2)) ? items : []
}

/** Whether a bare name is one whole item of a list. */
function isItem(object: WorksObject, list: Span, text: string): boolean {
  const { from } = object
  const to = endOf(object)
  if (from < list.from || to > list.to || NOT_LIST.test(text.slice(Math.max(list.from, from - 1), from))) return false
  const end = afterGloss(text, to)
  return end >= list.to || /^(?:[、和及与]|以及)/u.test(text.slice(end, end + 2))
}
