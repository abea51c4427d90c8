/**
 * Words that head a list in a sentence and say how far, or of what kind, all of its works are: 主体封顶的也有3个，分别是 ·
 * 力争开工： · 新建项目3个（. What a label or a heading over lines says is of `stage-heads.ts`; a count of bodies, of `counted-heads.ts`.
 */
import { matchesOf } from '../../../grammar/matches.ts'
import { numberOf } from '../../sentence/dates.ts'
import { NUMBER } from './counts.ts'
import { ITEM_MARK } from './point.ts'

const MANNER =
  '(?:其中|计划|力争|争取|确保|预计|有望|推动|推进|加快|抓紧|全力|力促|年[内底]|今年|全年|当年|目前|现|将|拟|已经?|正在|正|即将|新近?|新增|集中|全部|顺利|全面|完成|实现|进入|处于)*'
/** Stages that nothing but works have. */
const STRONG =
  '(?:(?:主体(?:结构|工程)?)?[封结]顶|主体(?:结构|工程)?(?:完工|完成)|完成主体(?:结构|工程)?(?:建设|施工|封顶)?|竣工(?:验收|投用)?|完工|交付使用|开工(?:建设)?|动工(?:建设)?|开建|复工|停工|停建|缓建|停缓建|(?<=正在|加快|抓紧)施工)'
/** Stages that what is set up has as well: 智慧医院在建2家. */
const LOOSE = '(?:在建|续建|结转|拟建|待建|(?<=加快|抓紧|正在|全力|加速)建设)'
/** Stages of a project that services have as well. */
const WEAK =
  '(?:建成(?:投用|启用)?|投入使用|投用|启用|交付|完成|装修|前期(?:工作|手续|准备|阶段)?|立项|筹建|储备|谋划|规划|实施|推进|新建|迁建|改扩建|扩建|改建|改造|重建)'
const SORT = '(?:类|阶段|一批|中央|预算内|投资|专项债券?|国债|债券|重[点大]|医疗|卫生|健康|民生|公立|[省市县区]级|基建|基础设施|建设)*'
const WORKS = '(?:项目|工程)'
const THERE_ARE = '(?:情况)?(?:共|也|还|另|已|达|仅|分别|主要)*(?:有|达到?|为)?'
const COUNT = `（?(?:共|共计)?(?<count>${NUMBER})[个项处家所座]）?`

const HEAD = new RegExp(
  `^(?:[〇㐀-鿿]{0,6}(?:项目|工程)(?:中|里)?)?${MANNER}(?:${STRONG}的?${SORT}(?:${WORKS}|医院|单位)?|(?<loose>${LOOSE}的?${SORT}(?<works>${WORKS})?)|${WEAK}的?${SORT}${WORKS}|(?:争取到?|获批|申报|申请|入库|列入|包装|策划)了?${SORT}(?:预算内|投资|债券?|基建|建设|重[点大]|基础设施)${SORT}${WORKS})${THERE_ARE}(?:${COUNT})?$`,
  'u',
)
/** 我市6个医疗卫生项目列入市重点. */
const ENTERED = new RegExp(
  `^(?:我|全)?[省市县区州旗]?(?:共|共有|有)?(?<count>${NUMBER})[个项]${SORT}${WORKS}(?:已|均|被|成功|全部|顺利)*(?:列[入为]|纳入|入选|入围|入库|获批|进入|申报)[^，。；：科研学试示]{0,14}(?:重[点大]|专项债|债券|国债|预算内|项目库|储备库|规划|实事|投资计划)[^，。；：]{0,8}$`,
  'u',
)
/** 全年推进重点工程7项，已建成3项: of what, the clause before says. */
const OF_THEM = new RegExp(`^${MANNER}${WEAK}(?:的)?${THERE_ARE}(?<count>${NUMBER})[个项处]$`, 'u')
const OF_WORKS = /项目|工程|封顶|竣工|开工|基建/u
const COUNTED_BEFORE = new RegExp(
  `(?:${WORKS}[^，。；：]{0,8}${NUMBER}[个项]|${NUMBER}[个项大][^，。；：]{0,10}${WORKS})[^。；]*[，：；]$`,
  'u',
)
const POINTED = new RegExp(`^${ITEM_MARK}\\s*`, 'u')
const MOST_HEAD = 34

/** What a clause that heads a list of works says of how many there are; undefined where it is no such head. */
export function worksHead(clause: string, before: string): { readonly count?: number; readonly isLoose: boolean } | undefined {
  if (clause.length > MOST_HEAD) return undefined
  const said = clause.replace(POINTED, '')
  const head = HEAD.exec(said)
  // 智慧医院建成2家，在建2家: of what, only a clause before tells; at the head of a line nothing stands before.
  const isOfOthers =
    head?.groups?.['loose'] !== undefined &&
    head.groups['works'] === undefined &&
    (before !== '' || /[家所]）?$/u.test(said)) &&
    !OF_WORKS.test(before)
  const match = (isOfOthers ? null : head) ?? ENTERED.exec(said) ?? (COUNTED_BEFORE.test(before) ? OF_THEM.exec(said) : null)
  if (match === null) return undefined
  const count = numberOf(match.groups?.['count'])
  const isLoose = match.groups?.['loose'] !== undefined && match.groups['works'] === undefined
  return count === undefined ? { isLoose } : { count, isLoose }
}

/** What opens the list behind such a head: ， 分别是, ：, （. */
const OPENS = /(?:，?(?:其中|具体|它们)?(?:分别)?(?:为|是|即|有|包括|包含|涵盖|如下)：?|：|（(?:分别)?[为是即]?)$/u
/** Characters before a head that may say of what it counts some. */
export const MOST_BEFORE = 80

/** The head of a list that opens right before a place; undefined where none does. */
export function headBefore(
  text: string,
  at: number,
): { readonly count?: number; readonly said: string; readonly bracket: boolean; readonly isLoose: boolean } | undefined {
  const opens = OPENS.exec(text.slice(Math.max(0, at - 10), at))?.[0]
  if (opens === undefined) return undefined
  if (opens === '（' && summedIn(text).some(({ to }) => to === at - 1)) return { said: '建设', bracket: true, isLoose: false }
  const end = at - opens.length
  let from = end
  while (from > 0 && end - from <= MOST_HEAD && !STOPS.includes(text.charAt(from - 1))) from--
  const said = text.slice(from, end)
  const head = worksHead(said, text.slice(Math.max(0, from - MOST_BEFORE), from))
  return head === undefined ? undefined : { ...head, said, bracket: opens.includes('（') }
}

const STOPS = '，。；：'

const GLOSS = 60

/** “一院三中心”（甲、乙、丙、丁）项目: how many bodies of each sort the works are of, which the bracket names. */
const SUMMED = /“(?:[一二两三四五六七八九十](?:院区?|中心|所|站|楼|园|部)){1,4}”/gu
const LISTED_BEHIND =
  /^(?:(?:重[点大]|建设|新建|民生)*(?:项目|工程)（[^（）]{4,80}）|（[^（）]{4,80}）(?:等)?(?:[两二三四五六七八九十\d]{1,2}[个大项])?(?:重[点大]|建设|新建|民生)*(?:项目|工程))/u
const MOST_LISTED = 100

/** Such words in quotes, up to the bracket that names the works. */
export function summedIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  if (!text.includes('”') || !text.includes('（')) return []
  return matchesOf(SUMMED, text).flatMap(({ index, 0: { length } }) =>
    LISTED_BEHIND.test(text.slice(index + length, index + length + MOST_LISTED)) ? [{ from: index, to: text.indexOf('（', index) }] : [],
  )
}

/** 开工5个医院项目（甲、乙）: a bracket that lists works. */
export const LISTS_WORKS =
  /(?:\d|[一二两三四五六七八九十])(?:个|项|家)[^，。；（）]{0,12}(?:项目|工程)[^，。；（）]{0,8}$|(?:(?:开工|动工|奠基|破土|封顶|竣工|完工|复工|完成主体)|(?:项目|工程)[^，。；（）]{0,6}(?:建成|投用|启用|交付|启动|续建|在建|新建|改扩建|投入使用))(?:建设)?(?:\d+|[一二两三四五六七八九十]+)[个项处]$|(?:新建|迁建|扩建|改建)(?:\d+|[一二两三四五六七八九十]+)[所家]$/u

/** Whether a place stands in a bracket that glosses what is before it. */
export function inBracket(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - GLOSS), at)
  const open = before.lastIndexOf('（')
  if (open < 0 || open + Math.max(0, at - GLOSS) === 0 || before.lastIndexOf('）') >= open) return false
  const head = before.slice(0, open)
  if (head.includes('”') && summedIn(text).some(({ to }) => to === open + Math.max(0, at - GLOSS))) return false
  return !LISTS_WORKS.test(head) && headBefore(before, open + 1)?.count === undefined
}
