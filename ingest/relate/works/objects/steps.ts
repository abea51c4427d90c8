/** The words that names of works are made of, each with its sort: 大楼, 门诊部, 迁建, 二期, 项目, 建设. */
import { Trie } from '../../../grammar/trie.ts'

/** In order of what a word is that two lists hold. */
export type StepSort = 'kind' | 'phase' | 'type' | 'build' | 'weak' | 'head'

export interface Step {
  readonly sort: StepSort
  readonly from: number
  readonly to: number
  readonly word: string
}

const PHASES = Array.from('一二三四五首123').flatMap((number) =>
  ['期', '期工程', '期项目', '期一段', '期二段', '期三段'].map((end) => number + end),
)
/** A座, 住院楼|B栋: a house by its letter. */
const LETTERED = Array.from('ABCDEFGH').flatMap((letter) => ['座', '栋', '幢', '楼'].map((end) => letter + end))
/** 住院部|B座, 门诊楼|C区, 病区|A区改造: the part of a house that a letter tells. */
const WING = /[A-H](?:[座栋幢段]|区(?!域)|楼(?!层))/uy
const ENDS_ON_HOUSE = /(?:楼|院区|分院|综合体|住院部|门诊部|急诊部|公寓|宿舍|[东西南北]区)$/u
const WING_WORKS = /^[^，。；、]{0,4}(?:改造|装修|修缮|维修|扩建|改建|新建|建设|加固|翻新)/u
const MOST_WING_WORKS = 8

/** 一期临床培训 is a course, 二期公路 no hospital, 大楼层 no building, 白水中心卫生院 no centre, 搬迁公告 and 扩建后 no works. */
const NOT_BEFORE: Partial<Readonly<Record<StepSort, RegExp>>> = {
  phase: /(?:高速|公路|铁路|地铁|轻轨|机场|道路|管廊|住宅|安置房|厂房|临床|培训|学员|课程|试验|规划用地|用地|同步)/uy,
  kind: /(?:后[^续]|前(?!期)|[至到时]|期间|条件|有关|事宜|公告|通知|工作)/uy,
  weak: /(?:卫生院|小学|幼儿园)/uy,
  head: /[宇层道梯盘长顶板]|[上下](?![个月半周旬])/uy,
}

export class StepWords {
  private readonly sorts = new Trie<readonly StepSort[]>()
  /** Words that can open a name of works without its owner: all but 项目, 工程 and 建设. */
  private readonly openings = new Trie<true>()

  constructor(lists: { readonly kind: Iterable<string>; readonly weak: Iterable<string>; readonly head: Iterable<string> }) {
    this.add('kind', lists.kind)
    this.add('phase', PHASES)
    this.add('type', ['项目', '工程'])
    this.add('build', ['建设'])
    this.add('weak', lists.weak)
    this.add('head', lists.head)
    this.add('head', LETTERED)
  }

  private add(sort: StepSort, words: Iterable<string>): void {
    for (const word of words) {
      this.sorts.set(word, [...(this.sorts.get(word) ?? []), sort])
      if (sort !== 'type' && sort !== 'build') this.openings.set(word, true)
    }
  }

  /** Whether a word that can open a name of works without its owner stands in a text. */
  areIn(text: string): boolean {
    return this.openings.isIn(text)
  }

  /** The first place from `from` on where such a word may begin. */
  nextOpening(text: string, from: number): number {
    return this.openings.next(text, from)
  }

  /** The longest word at `from`. A sort whose own longest word passes `limit` gives none. */
  at(text: string, from: number, limit: number): Step | undefined {
    const hits = this.sorts.allAt(text, from)
    if (hits.length === 0) return undefined
    let passed: StepSort[] | undefined
    for (let index = hits.length - 1; index >= 0; index--) {
      const hit = hits[index]
      for (const sort of hit?.value ?? []) {
        if (hit === undefined || passed?.includes(sort) === true || isBarred(text, hit.to, sort)) continue
        if (sort === 'phase' && (DIVIDED.test(text.charAt(from - 1)) || areSeveral(text, from, hit.to))) continue
        if (sort === 'head' && text.startsWith('院区', from) && text.charAt(from - 1) === '住') continue
        if (sort === 'weak' && hit.to === from + 1 && COUNTED.test(text.charAt(from - 1))) continue
        const to = wingEnd(text, { from, to: hit.to, limit, sort })
        if (to <= limit) return { sort, from, to, word: text.slice(from, to) }
        ;(passed ??= []).push(sort)
      }
    }
    return undefined
  }
}

/** Where a house ends with the part of it that a letter tells. */
function wingEnd(text: string, { from, to, limit, sort }: { from: number; to: number; limit: number; sort: StepSort }): number {
  if (sort !== 'head' && sort !== 'weak') return to
  const letter = text.charCodeAt(to)
  if (letter < FIRST_LETTER || letter > LAST_LETTER) return to
  WING.lastIndex = to
  const end = to + (WING.exec(text)?.[0].length ?? 0)
  if (end === to || end > limit) return to
  return ENDS_ON_HOUSE.test(text.slice(from, to)) || WING_WORKS.test(text.slice(end, end + MOST_WING_WORKS)) ? end : to
}

const FIRST_LETTER = 65
const LAST_LETTER = 72

/** 分三期完成, 共两期: how many, and not which. */
const DIVIDED = /[分共]/u

/** 一、二期均已完工, 一期、二期分别完工: what is said of several is no name of one. */
const OF_EACH = /^(?:均|分别)/u
const ANOTHER = /[一二三四五]期?[、和及与]?$/u

function areSeveral(text: string, from: number, to: number): boolean {
  return OF_EACH.test(text.slice(to, to + 2)) && ANOTHER.test(text.slice(Math.max(0, from - 3), from))
}

/** 新建一所, 3个站: a number of them. */
const COUNTED = /[\d一二两三四五六七八九十]/u

function isBarred(text: string, at: number, sort: StepSort): boolean {
  const bar = NOT_BEFORE[sort]
  if (bar === undefined) return false
  bar.lastIndex = at
  return bar.test(text)
}
