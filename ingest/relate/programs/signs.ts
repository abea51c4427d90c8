/** One pass over a text for all that may make a name of a program of it: words of the name rules, known names, heads. */
import { requiredWays } from '../../grammar/required-text.ts'
import { Trie } from '../../grammar/trie.ts'
import type { KnownProgram } from '../../lexicon/lexicon.ts'
import type { BareSpan } from './bare-text.ts'
import type { ProgramRule } from './rules.ts'

/** What a word may be a sign of. */
interface Sign {
  /** Groups of words that the rules cannot match without, and of which it is one. */
  readonly groups: readonly Group[]
  readonly known: KnownProgram | undefined
  readonly head: 'strong' | 'weak' | undefined
}

/** One of the groups, two at most, that a rule needs for a way to match. */
interface Group {
  /** Place of the rule. */
  readonly rule: number
  /** Number of the group, and of the other one of its way; none where it is alone. */
  readonly own: number
  readonly other: number
}

const ALONE = -1

const NO_SIGN: Sign = { groups: [], known: undefined, head: undefined }

export interface Head extends BareSpan {
  readonly strong: boolean
}

export interface Signs {
  /** The rules that may match, in order: trying one costs as much as looking for the words of all. */
  readonly rules: readonly ProgramRule[]
  /** Leftmost-longest names of known programs. */
  readonly known: readonly (BareSpan & { readonly program: KnownProgram })[]
  /** Heads left to right; heads side by side are one (行动提升计划, 项目试点). */
  readonly heads: readonly Head[]
}

const LEAST_NAME = 3
const NOTHING: Signs = { rules: [], known: [], heads: [] }

export class SignWords {
  private readonly signs = new Trie<Sign>()
  private readonly rules: readonly ProgramRule[]

  constructor(
    rules: readonly ProgramRule[],
    known: ReadonlyMap<string, KnownProgram>,
    heads: { readonly strong: readonly string[]; readonly weak: readonly string[] },
  ) {
    this.rules = rules
    let count = 0
    for (const [rule, { pattern }] of rules.entries())
      for (const groups of requiredWays(pattern.source) ?? []) {
        const first = count
        for (const words of groups) {
          const own = count++
          const group: Group = { rule, own, other: groups.length === 1 ? ALONE : own === first ? own + 1 : first }
          for (const word of new Set(words)) this.add(word, { groups: [...(this.signs.get(word) ?? NO_SIGN).groups, group] })
        }
      }
    for (const [name, program] of known) this.add(name, { known: program })
    for (const word of heads.weak) this.add(word, { head: 'weak' })
    for (const word of heads.strong) this.add(word, { head: 'strong' })
  }

  private add(word: string, sign: Partial<Sign>): void {
    if (word !== '') this.signs.set(word, { ...(this.signs.get(word) ?? NO_SIGN), ...sign })
  }

  /** The signs of a text; of most texts none. */
  find(text: string): Signs {
    const reader = new SignReader()
    this.signs.visit(text, (sign, from, to) => reader.read(sign, from, to))
    reader.end()
    const { rules, known, heads } = reader
    if (rules.length + known.length + heads.length === 0) return NOTHING
    return { rules: rules.map((index) => this.rules[index] as ProgramRule), known, heads }
  }
}

class SignReader {
  /** Groups of two of which a word was read. */
  private readonly seen: number[] = []
  /** Places of rules in order; of a text there are few. */
  readonly rules: number[] = []
  readonly known: (BareSpan & { readonly program: KnownProgram })[] = []
  readonly heads: Head[] = []
  /** The longest name and the longest head of those that begin at the place that is read. */
  private name: SignReader['known'][number] | undefined
  private head: Head | undefined
  private place = 0
  /** Where the last known name ends. */
  private named = 0

  /** One word, left to right, and of those that begin together the shortest first. */
  read({ groups, known, head }: Sign, from: number, to: number): void {
    if (from !== this.place) {
      this.end()
      this.place = from
    }
    for (const group of groups) this.addGroup(group)
    if (known !== undefined) this.name = { from, to, program: known }
    if (head !== undefined) this.head = { from, to, strong: head === 'strong' }
  }

  /** No more words begin at the place that is read. */
  end(): void {
    const { name, head } = this
    if (name !== undefined && name.to - name.from >= LEAST_NAME && name.from >= this.named) {
      this.known.push(name)
      this.named = name.to
    }
    if (head !== undefined && head.from > 0) this.addHead(head)
    this.name = undefined
    this.head = undefined
  }

  private addGroup({ rule, own, other }: Group): void {
    if (other === ALONE || this.seen.includes(other)) this.addRule(rule)
    else if (!this.seen.includes(own)) this.seen.push(own)
  }

  private addRule(index: number): void {
    const { rules } = this
    let at = rules.length
    while (at > 0 && (rules[at - 1] ?? 0) > index) at--
    if (at === 0 || rules[at - 1] !== index) rules.splice(at, 0, index)
  }

  private addHead(head: Head): void {
    const last = this.heads.length === 0 ? undefined : this.heads[this.heads.length - 1]
    if (last === undefined || head.from > last.to) this.heads.push(head)
    else if (head.from === last.to) this.heads[this.heads.length - 1] = { from: last.from, to: head.to, strong: last.strong || head.strong }
  }
}
