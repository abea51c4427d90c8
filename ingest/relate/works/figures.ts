/** Sums, areas and beds of works, each with what it stands for; a share of a sum and beds that already stand are none. */
import type { Amount } from '../sentence/numbers.ts'
import type { Clause } from './stages/stage-hits.ts'
import { within } from './within.ts'
import type { WorksWords } from './objects/words.ts'

export type FigureKey = 'investment' | 'invested' | 'investedInYear' | 'floorArea' | 'landArea' | 'beds'

export interface Figure {
  readonly key: FigureKey
  readonly value: number
  readonly upper?: number
  readonly approx?: true
  readonly from: number
}

const BACK = 16
/** Characters in which beds follow the words that say when there will be so many. */
const MOST_ONCE = 24
const INVESTED =
  /(?:已完成|累计完成|累计已完成|共完成|完成|已投入|已投|累计投入|累计|实际完成|已累计完成)(?:固定资产)?(?:总)?(?:投资|投入|产值)?(?:额)?[^\d，。；]{0,4}$/u
const INVESTED_ONLY = /(?:完成|累计)[^，。；]{0,8}$/u
const OF_YEAR =
  /(?:(?:19|20)\d{2}年度?|今年|本年度?|当年|年度|全年|年内|上半年|前[二三]季度|(?<!\d)1(?:月份?)?[-—–~～至到]\d{1,2}月份?)[^，。；]{0,8}$/u
/** 今年计划投资4000万元: a part of the sum, and not spent yet. */
const PLANNED_FOR_YEAR =
  /(?:今年|本年度?|当年|年度|20\d{2}年)[^，。；]{0,4}(?:计划|预计|拟|将)(?:再|继续)?(?:完成|安排)?(?:投资|投入)[^，。；、]{0,4}$/u
/** 今年计划投资3000万元，截至10月底已完成2400万元. */
const PLAN_OF_YEAR = /(?:今年|本年度?|当年|年度|全年|20\d{2}年)[^。；，]{0,4}(?:计划|预计|拟)(?:完成)?(?:固定资产)?投资[^。；]*，$/u
const FAR = 60
const INVESTMENT =
  /(?:总投资|投资|概算|估算|总造价|造价|预算|耗资|总价|斥资|投入|项目资金|总额)[^，。；、]{0,8}$|花(?:了|费|掉)?(?:约|近)?$/u
const NO_BEDS =
  /(?:现有|医院可|医院的|开放|编制|核定|原有|实际|在用|全院|全市|全县|全区|增加|牙椅|(?:千|万)人|每千|每万|目前|仅|托位|养老|ICU|重症|监护|血透|透析|日间)[^，。；]{0,10}$/u
/** 每千人口床位数达到7.9张: of a whole region. */
const PER_HEAD = /[千万]人(?:口)?[^，。；]{0,14}$/u
const ADDED_BEDS = /新增[^，。；]{0,8}$/u
const BEDS_PART = /(?:其中(?![一二三四首]期(?!\d))|含|包括|内设)[^，。；]{0,12}$/u
const SPECIAL_BED = /^(?:重症|ICU|监护|负压|隔离|抢救|日间)/u
const AREA_PART =
  /(?:其中(?![一二三四首]期(?!\d))|仅|只有|现有|原有|地下|地上|新增|增加|一层|裙房|连接楼|连廊|由|预留|建筑占地)[^，。；]{0,10}$/u
/** 建设规模29.9万平方米, 新建建筑共计5.4万平方米, 共5层5600平方米; a clause of its own: 面积4300平方米. */
const SIZE =
  /(?:(?:(?:建设|建筑|总|项目)规模|建筑[共总]计|总体量)[^，。；、\d]{0,4}|(?:大楼|综合楼|楼|用房|病房|病区|康复区)|^(?:地上)?\d{1,2}层(?:，|、|共|约)*|[楼房][1一][幢栋座](?:，|共|约)*|(?:[建造修]|期|院区)(?:项目|工程)(?:约|共)*|共(?:\d{1,2}|[一二三四五六七八九十]{1,3})层(?:，|、|共|约)*|^总?面积(?:约|达|为|共)*|^(?:拟|计划|将|规划|共|总共)*(?:新建|兴建|建设|建|扩建)(?:约|近|超|达|共)*)$/u
const FROM_TO = /^(?:张)?(?:床位?)?(?:增加|增|扩|扩充|提高|扩大)(?:到|至|为)/u
/** Sums of several works: 7个项目总投资, not 是一项民生工程. */
export const SUM_CLAUSE =
  /(?:\d+|(?<![一二三四五六七八九十百两])(?!一[个项处家])[一二三四五六七八九十两]+)(?:个|项|处|家)(?:[^，。；]{0,16}(?:项目|工程)|(?:乡镇|中心|社区)*(?:卫生院|医院|卫生服务中心))|(?:项目|工程)(?:共)?(?:\d+|[一二三四五六七八九十两]+)[个项]|其余[^，。；]{0,4}[个家所]|合计|(?<!建筑|面积|投资|床位)共计|总计/u

/** A sentence with its amounts, found once. */
export interface Counted {
  readonly text: string
  readonly amounts: readonly Amount[]
  readonly words: WorksWords
}

/** Figures of a clause, left to right. */
export function figuresIn({ text, amounts, words }: Counted, clause: Clause): Figure[] {
  const said = text.slice(clause.from, clause.to)
  const figures: Figure[] = []
  let last = 0
  for (const found of within(amounts, clause.from, clause.to)) {
    if (found.to > clause.to) continue
    const amount = { ...found, from: found.from - clause.from, to: found.to - clause.from }
    const near = said.slice(Math.max(last, amount.from - BACK), amount.from)
    const before = last === 0 && text.charAt(clause.from - 1) === '：' ? labelBefore(text, clause.from) + near : near
    const joined = figures.at(-1)
    const key =
      joined !== undefined && /^[、和]$/u.test(before) && amount.kind === 'money'
        ? joined.key
        : keyOf(amount, {
            before,
            after: said.slice(amount.to, amount.to + 10),
            unit: said.slice(amount.from, amount.to),
            said,
            words,
            sharing: sharesBefore(said.slice(0, amount.from), words),
            isOfYear: found.kind === 'money' && PLAN_OF_YEAR.test(text.slice(Math.max(0, clause.from - FAR), clause.from)),
            isOnceBuilt: found.kind === 'beds' && ONCE_BUILT.test(text.slice(Math.max(0, found.from - MOST_ONCE), found.from)),
          })
    last = amount.to
    if (key === undefined) continue
    figures.push({
      key,
      value: amount.value,
      from: clause.from + amount.from,
      ...(amount.upper === undefined ? {} : { upper: amount.upper }),
      ...(amount.approx === undefined ? {} : { approx: amount.approx }),
    })
  }
  return figures
}

/** 总投资：2亿元: the label before a colon says what the sum is. */
function labelBefore(text: string, at: number): string {
  return /[^，。；：]*$/u.exec(text.slice(Math.max(0, at - BACK), at - 1))?.[0] ?? ''
}

/** 申报项目5个，其中甲医院东院区项目（总投资7亿元; 其中甲医院二期计划投资6亿元: works among others, and no share of a sum. */
const AMONG_WORKS =
  /其中[^，。；（]{4,}（(?:项目|计划)?(?:总投资|概算|估算)[^\d]{0,4}$|^其中，?[^，。；（]{0,14}(?:医院|卫生院|保健院|疾控中心|血站|急救中心)[^，。；（]{1,14}?(?:投资|概算|估算)[^\d，]{0,4}$/u

function sharesBefore(before: string, words: WorksWords): boolean {
  const near = before.slice(-12)
  return (
    (/其中(?![一二三四首]期(?!\d))/u.test(before) && !AMONG_WORKS.test(before)) ||
    (words.share.test(near) && !/(?:总投资|概算|估算)[^\d]{0,4}$/u.test(near))
  )
}

interface Around {
  readonly before: string
  readonly after: string
  readonly unit: string
  readonly said: string
  readonly words: WorksWords
  readonly sharing: boolean
  /** Behind what was to be paid in the year. */
  readonly isOfYear: boolean
  /** What the works will bring about. */
  readonly isOnceBuilt: boolean
}

function keyOf(amount: Amount, around: Around): FigureKey | undefined {
  switch (amount.kind) {
    case 'money':
      return moneyKey(around)
    case 'beds':
      return bedsKey(around)
    case 'area':
      return (SIZE.test(around.before) || isSizeAlone(around)) && !AREA_PART.test(around.before) ? 'floorArea' : undefined
    default:
      if (amount.kind === 'floorArea' && /亩|公顷/u.test(around.unit) && !/建筑/u.test(around.before)) return 'landArea'
      return AREA_PART.test(around.before) || /^的?第?[一二三四1-9]*标段/u.test(around.after) ? undefined : amount.kind
  }
}

/** 住院楼算是快的，3.6万平方米，8月竣工; 一期8万平方米已投用; 康养楼（9800平方米，…）: an area that is all that its clause says. */
function isSizeAlone({ before, after }: Around): boolean {
  if (
    /^的(?!土地|用地|地块|场地|停车|广场|绿地|面积)[^，。；、的]{0,12}[楼院房区]/u.test(after) &&
    /(?:^|[栋座幢]|总面积|面积|(?:建成|建起|盖起|启用|投用|落成)了?)(?:约|近|超|达|共)*$/u.test(before)
  )
    return true
  if (/(?:^|楼（)(?:约|近|超|达|共)*$/u.test(before)) return /^(?:）|$)/u.test(after)
  return /[一二三四五]期(?:工程|项目)?(?:约|近|超|达|共)*$/u.test(before) && /^(?:）|$|已|正|即将|明年|主体|全面)/u.test(after)
}

/** 投入600万元支持县中医院康养楼建设: what one gives for the works of another. */
const GIVEN = /^(?:资金|经费)?(?:，)?(?:用于|专项|重点|全力|定向|大力)*(?:支持|援建|援助|资助|助力|扶持|协助|捐建|帮建|帮助)/u
const WHOLE_SUM = /总|概算|估算|造价/u

function moneyKey({ before, after, sharing, words, isOfYear }: Around): FigureKey | undefined {
  if (/^(?:的)?(?:年度)?(?:投资计划|计划投资|投资目标|目标|任务)/u.test(after)) return undefined
  if (PLANNED_FOR_YEAR.test(before)) return undefined
  if (INVESTED.test(before) || (INVESTED_ONLY.test(before) && /^(?:的)?(?:投资|工程量)/u.test(after)))
    return OF_YEAR.test(before) || (isOfYear && !before.includes('累计')) ? 'investedInYear' : 'invested'
  if (sharing || (GIVEN.test(after) && !WHOLE_SUM.test(before))) return undefined
  if (INVESTMENT.test(before)) return 'investment'
  return /^(?:的)?(?:总)?(?:投资|概算|估算)/u.test(after) && !words.share.test(before) ? 'investment' : undefined
}

/** 建成后全院床位达1200张: what the hospital then has is what is planned. */
const ONCE_BUILT = /(?:建成|竣工|完工)(?:投用|启用|投入使用|交付使用)?后，?(?![^，。；]*(?:规划|编制|开放|核定))[^，。；]*$/u
const OF_REGION = /全市|全县|全区/u
const OF_WHOLE = /全院|使[该我]?医?院|[该我]医?院(?:的|总|开放|编制)/u

function bedsKey({ before, after, said, isOnceBuilt }: Around): FigureKey | undefined {
  if (FROM_TO.test(after)) return undefined
  if (PER_HEAD.test(before) || BEDS_PART.test(before) || SPECIAL_BED.test(after)) return undefined
  if (/(?:增至|增加到|增加至|达到|达|增到|扩至|扩大到|增为)(?:约)?$/u.test(before))
    return OF_REGION.test(said) || (OF_WHOLE.test(said) && !isOnceBuilt) ? undefined : 'beds'
  return NO_BEDS.test(before) || ADDED_BEDS.test(before) ? undefined : 'beds'
}

/** 投资3亿元建设甲医院、投资5亿元新建乙医院: of figures before an object the last is its own. */
export function nearestFirst(figures: readonly Figure[], from: number): readonly Figure[] {
  return figures.some((figure) => figure.from < from)
    ? figures.toSorted((a, b) => Number(b.from < from) - Number(a.from < from) || (a.from < from ? b.from - a.from : a.from - b.from))
    : figures
}

/** The figures of the one at `index` where a sort of figure is told once for each of them. */
export function shareOut(figures: readonly Figure[], { index, of }: { index: number; of: number }): Figure[] {
  const keys = new Set(figures.map((figure) => figure.key))
  return [...keys].flatMap((key) => {
    const all = figures.filter((figure) => figure.key === key)
    const own = all.length === of ? all[index] : undefined
    return own === undefined ? [] : [own]
  })
}
