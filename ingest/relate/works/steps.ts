/** The words that names of works are made of, each with its sort: 大楼, 门诊部, 迁建, 二期, 项目, 建设. */
import { Trie } from '../../grammar/trie.ts'

/** In order of what a word is that two lists hold. */
export type StepSort = 'kind' | 'phase' | 'type' | 'build' | 'weak' | 'head'

export interface Step {
  readonly sort: StepSort
  readonly from: number
  readonly to: number
  readonly word: string
}

const PHASES = Array.from('一二三四五首123').flatMap((number) => ['期', '期工程', '期项目'].map((end) => number + end))
/** 一期临床培训 is a course, 大楼层 no building. */
const NOT_BEFORE: Partial<Readonly<Record<StepSort, RegExp>>> = {
  phase: /(?:临床|培训|学员|课程|试验)/uy,
  head: /[宇层道梯盘长上下]/uy,
}

export class StepWords {
  private readonly sorts = new Trie<readonly StepSort[]>()

  constructor(lists: { readonly kind: Iterable<string>; readonly weak: Iterable<string>; readonly head: Iterable<string> }) {
    this.add('kind', lists.kind)
    this.add('phase', PHASES)
    this.add('type', ['项目', '工程'])
    this.add('build', ['建设'])
    this.add('weak', lists.weak)
    this.add('head', lists.head)
  }

  private add(sort: StepSort, words: Iterable<string>): void {
    for (const word of words) this.sorts.set(word, [...(this.sorts.get(word) ?? []), sort])
  }

  /** Whether a word that can open a name of works without its owner stands in a text: all but 项目, 工程 and 建设. */
  areIn(text: string): boolean {
    for (let at = 0; at < text.length; at++)
      for (const { value } of this.sorts.allAt(text, at)) if (value.some((sort) => sort !== 'type' && sort !== 'build')) return true
    return false
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
        if (hit.to <= limit) return { sort, from, to: hit.to, word: text.slice(from, hit.to) }
        ;(passed ??= []).push(sort)
      }
    }
    return undefined
  }
}

function isBarred(text: string, at: number, sort: StepSort): boolean {
  const bar = NOT_BEFORE[sort]
  if (bar === undefined) return false
  bar.lastIndex = at
  return bar.test(text)
}
