/** Finds stage words in a text: plain words, and words with a gap (完成~竣工) that may hold a blanked name. */
import type { ProjectStatus } from '../../../../cypher/model/statuses.ts'
import { Trie } from '../../../grammar/trie.ts'
import { anyOf } from '../objects/any-of.ts'

export interface StageWord {
  readonly status: ProjectStatus
  readonly from: number
  readonly to: number
}

/** A word by its plain beginning. */
interface Beginning {
  readonly status?: ProjectStatus
  /** Words with a gap begin like this, or like the first part of it. Sticky; one group for each list, in order. */
  readonly gapped?: RegExp
}

type Lists = readonly (readonly [ProjectStatus, readonly string[]])[]

const NONE: readonly never[] = []

const DONE = '完成'

export class StageWords {
  private readonly beginnings = new Trie<Beginning>()
  private readonly statuses: readonly ProjectStatus[]

  /** Lists most telling first; of a word in two lists the later one counts. */
  constructor(lists: Lists) {
    this.statuses = lists.map(([status]) => status)
    for (const [status, words] of lists)
      for (const word of words) {
        const beginning = beginningOf(word)
        const known = this.beginnings.get(beginning)
        if (!isGapped(word)) this.beginnings.set(beginning, { ...known, status })
        else if (known?.gapped === undefined) this.beginnings.set(beginning, { ...known, gapped: gappedFrom(beginning, lists) })
      }
    this.addParted(lists)
  }

  /** 封了顶, 敞开了大门: verb and object with 了 between them. */
  private addParted(lists: Lists): void {
    for (const [status, words] of lists)
      for (const word of words) {
        const verb = word.length === 2 ? 1 : word.length > 3 ? 2 : 0
        const parted = `${word.slice(0, verb)}了${word.slice(verb)}`
        if (verb > 0 && !/[~了]/u.test(word) && this.beginnings.get(parted) === undefined) this.beginnings.set(parted, { status })
      }
  }

  /** Left to right, none overlapping; where words begin together one with a gap comes first, then the longest. */
  find(text: string): readonly StageWord[] {
    let found: StageWord[] | undefined
    for (let at = this.beginnings.next(text, 0); at < text.length;) {
      const word = this.withObject(text, this.wordAt(text, at))
      if (word !== undefined) (found ??= []).push(word)
      at = this.beginnings.next(text, word?.to ?? at + 1)
    }
    return found ?? NONE
  }

  private wordAt(text: string, from: number): StageWord | undefined {
    const hits = this.beginnings.allAt(text, from)
    if (hits.length === 0) return undefined
    const gapped = hits.findLast(({ value }) => value.gapped !== undefined)?.value.gapped
    const word = gapped === undefined ? undefined : this.gappedAt(gapped, text, from)
    if (word !== undefined) return word
    const plain = hits.findLast(({ value }) => value.status !== undefined)
    return plain?.value.status === undefined ? undefined : { status: plain.value.status, from, to: plain.to }
  }

  /** 项目已完成基础施工: what is done is the step behind 完成, and not the whole. */
  private withObject(text: string, word: StageWord | undefined): StageWord | undefined {
    if (word === undefined || !text.startsWith(DONE, word.to - DONE.length) || word.to - word.from <= DONE.length) return word
    const inner = this.wordAt(text, word.to - DONE.length)
    return inner !== undefined && inner.to > word.to ? inner : word
  }

  private gappedAt(gapped: RegExp, text: string, from: number): StageWord | undefined {
    gapped.lastIndex = from
    const match = gapped.exec(text)
    if (match === null) return undefined
    const listed = this.statuses[match.slice(1).findIndex((group) => group !== undefined)]
    const status = this.beginnings.get(match[0])?.status ?? listed
    return status === undefined ? undefined : { status, from, to: from + match[0].length }
  }
}

function isGapped(word: string): boolean {
  return word.includes('~')
}

/** What stands before the gap of a word; the whole of one without a gap. */
function beginningOf(word: string): string {
  return word.split('~')[0] ?? ''
}

/** The words with a gap that may stand where a text has this beginning. */
function gappedFrom(beginning: string, lists: Lists): RegExp {
  const mayStand = (word: string): boolean => isGapped(word) && beginning.startsWith(beginningOf(word))
  return new RegExp(lists.map(([, words]) => `(${anyOf(words.filter(mayStand))})`).join('|'), 'uy')
}
